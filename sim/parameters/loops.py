"""Which feedback loops run: each can be switched off, which leaves its baseline mean."""

from dataclasses import asdict, dataclass
from typing import Annotated, Literal

from sim.parameters.section import Parameter, parameter

type Kind = Literal["reinforcing", "balancing"]
ARROW = " → "


@dataclass(frozen=True, slots=True)
class Loop(Parameter):
    """The switch of a feedback loop; its label is the chain of causes, back to where it begins.

    kind  : whether it reinforces what sets it off, or balances it
    group : loops that an explanation takes together
    """

    kind: Kind = "reinforcing"
    group: str = ""

    @property
    def chain(self) -> list[str]:
        """Causes in turn; the last is the first."""
        return self.label.split(ARROW)


def switch(chain: str) -> Parameter:
    """Declare what runs unless a scenario switches it off."""
    note = "A loop of MODEL.md; 0 replaces its feedback by what it is in a quiet year."
    return parameter(1.0, chain, unit="switch", low=0, high=1, role="fixed", note=note)


def loop(kind: Kind, group: str, *chain: str) -> Loop:
    """Declare a loop by its causes in turn; the last leads back to the first."""
    return Loop(**asdict(switch(ARROW.join((*chain, chain[0])))), kind=kind, group=group)


class Loops:
    """One switch for each loop that the stages carry today."""

    # fmt: off
    blame_lowers_thresholds: Annotated[float, loop("reinforcing", "blame",
        "publicised incident", "fear of blame", "lower criterion", "more enquiries", "load",
        "less time", "misses")]
    earlier_protection: Annotated[float, loop("balancing", "families",
        "lower criterion", "more children protected", "less severe harm", "fewer incidents",
        "less fear of blame")]
    capacity_brake: Annotated[float, loop("balancing", "staff",
        "load", "rationing at the door", "fewer referrals")]
    ration_and_return: Annotated[float, loop("reinforcing", "families",
        "rationing at the door", "less help", "need unmet", "contacts", "load")]
    blame_drives_exit: Annotated[float, loop("reinforcing", "blame",
        "publicised incident", "fear of blame", "strain", "exits", "load", "less time", "misses")]
    alarm_recruits: Annotated[float, loop("balancing", "staff",
        "publicised incident", "alarm", "campaigns", "more students", "fewer vacancies",
        "more time")]
    strain_absence_load: Annotated[float, loop("reinforcing", "staff",
        "load", "strain", "absence and exits")]
    exits_spread: Annotated[float, loop("reinforcing", "staff",
        "exits", "colleagues follow")]
    lost_knowledge: Annotated[float, loop("reinforcing", "practice",
        "exits", "changes of worker", "lost knowledge and trust", "load", "strain")]
    distrust_conceals: Annotated[float, loop("reinforcing", "families",
        "needless enquiries", "distrust", "concealment", "weaker evidence")]
    the_file_speaks: Annotated[float, loop("reinforcing", "practice",
        "record", "lower bar", "more decisions")]
    partner_fatigue: Annotated[float, loop("balancing", "partners",
        "contacts", "contacts unanswered", "partners pass on less")]
    partners_cover_themselves: Annotated[float, loop("reinforcing", "blame",
        "publicised incident", "partners' caution", "poor notices", "screening time", "misses")]
    shared_triage: Annotated[float, loop("reinforcing", "partners",
        "screening time", "feedback", "better notices")]
    silence: Annotated[float, loop("reinforcing", "blame",
        "publicised incident", "punishment", "silence", "no correction", "misses")]
    publicity_chills_learning: Annotated[float, loop("reinforcing", "blame",
        "publicised incident", "naming and publishing", "less candour", "less learning", "misses")]
    incidents_bring_attention: Annotated[float, loop("balancing", "leaders",
        "publicised incident", "alarm", "attention", "better supervision", "fewer misses")]
    false_comfort: Annotated[float, loop("reinforcing", "leaders",
        "indicators matter", "effort on indicators", "good figures", "comfort", "less attention",
        "worse practice")]
    blame_runs_downhill: Annotated[float, loop("reinforcing", "leaders",
        "publicised incident", "pressure on the top", "removal of the director", "silence",
        "no correction", "misses")]
    good_leaders_lost: Annotated[float, loop("reinforcing", "leaders",
        "fear of blame, or a good name", "directors leave sooner", "interims and newcomers",
        "unsettled supervision", "misses", "publicised incident")]
    poor_leaders_replaced: Annotated[float, loop("balancing", "leaders",
        "poor judgement", "removal of the director", "fresh eyes", "belief corrected",
        "attention", "better supervision")]
    leader_domino: Annotated[float, loop("reinforcing", "leaders",
        "a director leaves", "another authority's director is called", "interim there")]
    grade_workforce_spiral: Annotated[float, loop("reinforcing", "judgements",
        "poor judgement", "poor name", "fewer hires, more exits", "vacancies", "load",
        "less time")]
    grade_brings_resource: Annotated[float, loop("balancing", "judgements",
        "poor judgement", "money and support", "better supervision")]
    inspection_corrects_belief: Annotated[float, loop("balancing", "judgements",
        "worse practice", "poor judgement", "belief corrected", "attention",
        "better supervision")]
    delegate_to_be_safe: Annotated[float, loop("reinforcing", "judgements",
        "publicised incident", "ministers exposed", "commissioner or trust",
        "blurred accountability", "slow correction", "misses")]
    inspectorate_protects_itself: Annotated[float, loop("reinforcing", "judgements",
        "publicised incident", "severity", "poor judgement", "fear of blame", "strain", "exits",
        "load", "less time", "misses")]
    prescription_crowds_out: Annotated[float, loop("reinforcing", "practice",
        "publicised incident", "rules", "recording", "less time", "misses")]
    prescription_standardises: Annotated[float, loop("balancing", "practice",
        "publicised incident", "rules", "criteria alike", "fewer misses")]
    inexperience_calls_rules: Annotated[float, loop("reinforcing", "practice",
        "exits", "newcomers", "rules")]
    late_spend_squeeze: Annotated[float, loop("reinforcing", "money",
        "need", "statutory spend", "overspend", "less early help, fewer hires")]
    placement_price: Annotated[float, loop("reinforcing", "money",
        "placements", "price of placements", "overspend",
        "less early help, fewer hires", "need")]
    # fmt: on


class Couplings:
    """What authorities share; uncoupled, each lives with its own."""

    labour_market: Annotated[float, switch("authorities hire from one pool of movers")]
    inspectorate: Annotated[float, switch("authorities share inspectors and their severity")]
    press: Annotated[float, switch("attention spills over between authorities")]
    family_moves: Annotated[float, switch("families move between authorities")]
