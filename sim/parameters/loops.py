"""Which feedback loops run: each can be switched off, which leaves its baseline mean."""

from typing import Annotated

from sim.parameters.section import Parameter, parameter


def switch(chain: str) -> Parameter:
    """Declare a loop that runs unless a scenario switches it off."""
    note = "A loop of MODEL.md; 0 replaces its feedback by the baseline mean."
    return parameter(1.0, chain, unit="switch", low=0, high=1, role="fixed", note=note)


class Loops:
    """One switch for each loop that the stages carry today."""

    blame_lowers_thresholds: Annotated[float, switch("blame → fear → lower criterion")]
    capacity_brake: Annotated[float, switch("load → rationing at the door → fewer referrals")]
    blame_drives_exit: Annotated[float, switch("blame → strain and exits → load")]
    strain_absence_load: Annotated[float, switch("load → strain → absence and exit → load")]
    exits_spread: Annotated[float, switch("a peer leaves → others leave")]
    lost_knowledge: Annotated[float, switch("change of worker → lost knowledge and trust → error")]
    distrust_conceals: Annotated[float, switch("punitive contact → distrust → concealment → error")]
    the_file_speaks: Annotated[float, switch("record → lower bar → more record")]
    partner_fatigue: Annotated[float, switch("no response → partners stop passing on")]
    partners_cover_themselves: Annotated[float, switch("blame → partners' caution → poor notices")]
    silence: Annotated[float, switch("punishment → silence → no correction")]
    grade_workforce_spiral: Annotated[float, switch("poor judgement → name → hires → vacancies")]
    inspectorate_protects_itself: Annotated[float, switch("national blame → severity → judgements")]
    prescription_crowds_out: Annotated[float, switch("blame → rules → recording → less time")]
    late_spend_squeeze: Annotated[float, switch("overspend → less early help → more need")]
    placement_price: Annotated[float, switch("placements → price → overspend")]


class Couplings:
    """What authorities share; uncoupled, each lives with its own."""

    labour_market: Annotated[float, switch("authorities hire from one pool of movers")]
    inspectorate: Annotated[float, switch("authorities share inspectors and their severity")]
    press: Annotated[float, switch("attention spills over between authorities")]
    family_moves: Annotated[float, switch("families move between authorities")]
