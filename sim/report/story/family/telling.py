"""Telling: what the page of a family says in words of its own."""

from sim.report.story.lanes import FAMILY_TRACKS
from sim.report.story.parting import in_words
from sim.report.story.tell import tell
from sim.report.story.telling import DIARY, SENTENCES, Telling
from sim.report.story.words import LITTLE, NEAR, WELL
from sim.scenario import Scenario

TITLES = {
    "missed-longest": "Harm that nobody recognised for longest",
    "missed-though-known": "Harm that was missed although the family was known",
    "missed-here": "Harm that was missed here, and recognised under another policy",
    "needless-plan": "A child protection plan without harm",
    "serious-incident": "A serious incident",
    "incident-though-known": "A serious incident in a family that was known",
}
INVENTED = (
    "No such family exists. A simulation invented it, its children and everyone who worked with it."
)

GLANCE = (
    "Bars above: harm going on, striped; a triangle is a serious incident. Bars below: where the "
    "case stood on file, higher for each step from early help, assessment, child in need and child "
    "protection plan to proceedings and care."
)
NOTES = (
    "The truth side is what the simulation knows. Nobody who works with the family in it "
    "can read that; they see what is on file.",
    "A threshold is where evidence must lie for a step to be taken. “Only just”, “a "
    f"little”, “well” and “far” mean less than {NEAR:g}, {LITTLE:g}, {WELL:g}, and {WELL:g} or "
    "more standard deviations of the noise in one observation. Keeping a child in need plan going "
    "has a threshold of its own, higher than that for beginning one.",
    "Evidence is noisy: without harm it can lie far above a threshold by chance, and "
    "with harm far below.",
    f"Numbers in brackets are rows of {DIARY}, which holds every change in the family's "
    f"rows of the model's tables; {SENTENCES} lists them for each sentence.",
    "The model looks at births and ages once a quarter. A serious incident is reported as a "
    "contact with strong evidence, which joins the file where a case is open; what police, "
    "criminal courts or safeguarding reviews then do is not in the model.",
)


def scaled(scenario: Scenario) -> str:
    """Say what a simulated family stands for, where it stands for several real ones."""
    return (
        f"One simulated family stands for about {1 / scenario.population_scale:.2g} real ones. "
        "Serious incidents are drawn for each real one, so they strike a simulated family that "
        "much oftener, and are reported that much more seldom."
    )


FAMILY = Telling(
    one="Family", the="the family",
    asked="It was asked for by its number, not picked by a rule.",
    titles=TITLES, untitled="One family's story", invented=INVENTED, glance=GLANCE,
    other_way="were recognised here and never under", notes=NOTES, scaled=scaled, names=str,
    option="--family", tell=lambda diary, _: tell(diary), tracks=FAMILY_TRACKS, in_words=in_words,
    table=lambda *_: [], kinship=lambda *_: [],
)  # fmt: skip
