"""Which feedback loops run: each can be switched off, and its variable is then its baseline mean."""

from typing import NamedTuple

from sim.parameters.section import Annotated, Parameter, Values, parameter


def switch(chain: str) -> Parameter:
    """Declare a loop that runs unless a scenario switches it off."""
    return parameter(1.0, chain, unit="switch", low=0, high=1, role="fixed", evidence="assumed",
                     note="A loop of MODEL.md; 0 replaces its feedback by the baseline mean.")  # fmt: skip


class Loops(NamedTuple):
    """One switch for each loop that the stages carry today."""

    blame_lowers_thresholds: Annotated[Values, switch("blame → fear → lower criterion")]
    capacity_brake: Annotated[Values, switch("load → rationing at the door → fewer referrals")]
    blame_drives_exit: Annotated[Values, switch("blame → strain and exits → load")]
    strain_absence_load: Annotated[Values, switch("load → strain → absence and exit → load")]
    exits_spread: Annotated[Values, switch("a peer leaves → others leave")]
    lost_knowledge: Annotated[Values, switch("change of worker → lost knowledge and trust → error")]
    distrust_conceals: Annotated[Values, switch("punitive contact → distrust → concealment → error")]
    the_file_speaks: Annotated[Values, switch("record → lower bar → more record")]
    partner_fatigue: Annotated[Values, switch("no response → partners stop passing on")]
    partners_cover_themselves: Annotated[Values, switch("blame → partners' caution → poor notices")]
    silence: Annotated[Values, switch("punishment → silence → no correction")]
    grade_workforce_spiral: Annotated[Values, switch("poor judgement → name → hires → vacancies")]
    inspectorate_protects_itself: Annotated[Values, switch("national blame → severity → judgements")]
    prescription_crowds_out: Annotated[Values, switch("blame → rules → recording → less time")]
    late_spend_squeeze: Annotated[Values, switch("overspend → less early help → more need")]
    placement_price: Annotated[Values, switch("placements → price → overspend")]


class Couplings(NamedTuple):
    """What authorities share; uncoupled, each lives with its own."""

    labour_market: Annotated[Values, switch("authorities hire from one pool of movers")]
    inspectorate: Annotated[Values, switch("authorities share inspectors and their severity")]
    press: Annotated[Values, switch("attention spills over between authorities")]
