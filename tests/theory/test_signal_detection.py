"""A look is unit noise, d′/2 above nought with harm and below it without: tails of the normal.

False alarms: one in a million for each comparison. Power: 40,000 looks catch a change of
sensitivity of about 4% of itself at one half, 99 times in 100.
"""

from types import SimpleNamespace

import pytest
from scipy.stats import norm

from sim.casefile.events import NEGLECT, NO_HARM, SEXUAL
from sim.kernel.chance import Chance, normal_quantile
from sim.kernel.compiled import interpreted
from sim.rules.observe import observe_harm
from sim.world.settings import in_force
from tests.odds import agrees, could_miss
from tests.worlds import SEED, small, world

LOOKS = 40_000
OPEN = {
    "families.deception": 0.0, "families.openness": 0.0, "families.sexual_visibility": 1.0,
    "casework.usual_visibility": 1.0,
}  # fmt: skip


def rates(**numbers):
    """Numbers in force, as a person who looks reads them."""
    held = in_force(small(parameters=numbers)).viewed()
    return held.families[0], held.casework[0]


def looks(truth, discrimination, numbers, loading=0.0):
    """What so many looks at one family see."""
    families, casework = rates(**numbers)
    noise = Chance(SEED, 0)
    return [
        interpreted(observe_harm)(
            truth, discrimination, loading, noise.normal("test.look", 0, n), families, casework, 1.0
        )
        for n in range(LOOKS)
    ]


def family(harm=NEGLECT, **others):
    usual = {"pressure": 0.0, "away": 0, "removed_for": 0, "deceives": 0, "trust": 0.6}
    return SimpleNamespace(harm=harm, **{**usual, **others})


@pytest.mark.parametrize("criterion", [-0.5, 0.8, 2.0])
@pytest.mark.parametrize("discrimination", [0.0, 1.3, 2.1])
def test_sensitivity_is_the_normal_tail(discrimination, criterion):
    hits = sum(seen > criterion for seen in looks(family(), discrimination, OPEN))
    chance = norm.sf(criterion - discrimination / 2)
    assert agrees(hits, LOOKS, chance)
    assert could_miss(LOOKS, 0.5) < 0.04


@pytest.mark.parametrize("criterion", [-0.5, 0.8, 2.0])
def test_a_deeper_look_raises_fewer_false_alarms(criterion):
    alarms = {}
    for discrimination in (0.0, 1.3, 2.1):
        seen = looks(family(harm=0), discrimination, OPEN)
        alarms[discrimination] = sum(one > criterion for one in seen)
        assert agrees(alarms[discrimination], LOOKS, norm.sf(criterion + discrimination / 2))
    assert alarms[0.0] > alarms[1.3] > alarms[2.1]


@pytest.mark.parametrize(
    ("truth", "share"),
    [
        (family(deceives=1), 1 - 0.6 * 0.7),
        (family(deceives=0), 1 - 0.6 * 0.1),
        (family(harm=SEXUAL), (1 - 0.6 * 0.1) * 0.65),
        (family(trust=0.3), 1 - 0.6 * (0.1 + 0.5 * 0.5)),
        (family(away=1), 0.0),
        (family(harm=NO_HARM, away=2, removed_for=NEGLECT), 1 - 0.6 * 0.1),
        (family(harm=0, away=1, removed_for=NEGLECT), 1 - 0.6 * 0.1),
    ],
)
def test_concealment_distrust_and_kind_take_their_share_of_discrimination(truth, share):
    numbers = {
        "families.deception": 0.7, "families.openness": 0.1, "families.sexual_visibility": 0.65,
        "families.concealment_of_distrust": 0.5, "families.trust_start": 0.6,
        "casework.concealment_effect": 0.6, "casework.usual_visibility": 0.8,
    }  # fmt: skip
    hits = sum(seen > 1.0 for seen in looks(truth, 2.0, numbers))
    assert agrees(hits, LOOKS, norm.sf(1.0 - 2.0 * share + 0.8))


def test_pressure_moves_the_evidence_by_its_loading():
    alarms = sum(seen > 1.0 for seen in looks(family(harm=0, pressure=1.5), 2.0, OPEN, loading=0.4))
    assert agrees(alarms, LOOKS, norm.sf(1.0 + 1.0 - 0.4 * 1.5))


def test_noise_is_the_standard_normal_at_its_quantiles():
    for share in (0.001, 0.1, 0.5, 0.9, 0.999):
        assert normal_quantile(share) == pytest.approx(norm.ppf(share), abs=1e-12)


DISCRIMINATION, BAR = 1.3, 0.35
DOOR = {
    **OPEN,
    "families.onset_rate": 0.1,
    "families.one_child": 1.0,
    "families.two_children": 0.0,
    "families.three_children": 0.0,
    "front_door.discrimination": DISCRIMINATION,
    "front_door.criterion": BAR,
    "front_door.pressure_loading": 0.0,
    "front_door.file_bonus": 0.0,
    "front_door.file_bonus_usual": 0.0,
    "front_door.hub_hours": 1000.0,
    "decisions.authority_spread": 0.0,
    "outcomes.incident_rate": 0.0,
    "outcomes.incident_infant": 0.0,
}


def test_the_front_door_of_a_whole_world_works_at_the_same_tails():
    """One child to a family, so that counts of children are counts of looks."""
    quiet = ("capacity_brake", "blame_lowers_thresholds", "distrust_conceals")
    model = world(small(families=20_000, past=2, years=6, parameters=DOOR, loops_off=quiet))
    quarterly = model.run()["quarterly"].sum(numeric_only=True) * model.setting.population_scale
    half = DISCRIMINATION / 2
    for kind, chance in (("harmed", norm.sf(BAR - half)), ("unharmed", norm.sf(BAR + half))):
        screened, accepted = quarterly[f"contacts_{kind}"], quarterly[f"contacts_{kind}_accepted"]
        print(f"{kind}: {accepted / screened:.4f} of {screened:.0f}, {chance:.4f} expected")
        assert agrees(accepted, screened, chance)
        assert could_miss(screened, chance) < 0.15
