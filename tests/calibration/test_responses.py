"""Each probe moves what it should, in the direction it should, paired by replicate.

The full study (`cpsim study responses`) prints every target; here a handful of signs is
checked over more replicates than its own, of 26,400 families in three years. A sign counts as
shown when the 99% interval of the paired change excludes nought; seeds are fixed, so no test fails
by chance from one day to the next. Twelve replicates were too few for the share of plans that are
needless, and 24 for applications to court under more skill (+1.7% ±4.7; 72 give +4.2% ±2.4).
"""

import pytest

from sim.measures import MEASURES
from sim.study.built_in.responses.effects import BY_COUNTER, responses, targets
from sim.study.built_in.responses.probes import PROBES, probed
from sim.study.built_in.responses.reasons import NOTHING, UNEXPLAINED, WHY, reason
from sim.study.built_in.stationarity import quiet
from sim.study.built_in.study import Size
from tests.worlds import SEED, small

REPLICATES, YEARS = 60, 3
EXPECTED = {
    "onset": {"harm_prevalence": 1, "section_47": 1, "plans_started": 1},
    "staff": {"(case holders)": -1, "caseload": 1},
    "skill": {"plans_needless_share": -1, "care_applications": 1},
    "fear": {"referrals": 1, "section_47": 1, "plans_started": 1, "needless_plans": 1},
    "schools": {"source_school": -1, "referrals": -1, "source_police": 1},
}
CHECKED = sorted({name for signs in EXPECTED.values() for name in signs})


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CPSIM_CACHE", str(tmp_path_factory.mktemp("pasts")))
        setting = small(families=26_400, past=6)
        asked = {name: name for name in CHECKED}
        found = responses(setting, Size(REPLICATES, YEARS), SEED, measures=asked)
    print(found.to_string())
    return found.set_index(["probe", "target"])


@pytest.mark.parametrize(
    ("probe", "target", "sign"),
    [(probe, target, sign) for probe, signs in EXPECTED.items() for target, sign in signs.items()],
)
def test_a_probe_moves_a_target_as_expected(answers, probe, target, sign):
    answer = answers.loc[(probe, target)]
    assert answer.clear, f"{answer.change:+.1f}% ±{answer.half:.1f}"
    assert answer.change * sign > 0


def test_a_probe_changes_nothing_before_the_start():
    setting = quiet(small(), YEARS)
    for name in PROBES:
        assert probed(setting, name).past_meaning == setting.past_meaning
        assert probed(setting, name).meaning != setting.meaning


def test_every_target_with_a_measure_is_asked_for_and_every_reason_is_of_a_target():
    assert set(targets().values()) <= set(MEASURES)
    assert {target for target, _ in WHY} <= set(targets())
    assert {probe for _, probe in WHY} <= {NOTHING, *PROBES}


def test_a_reason_is_given_only_for_the_probe_that_it_explains():
    assert reason("plan_ended_2y", "skill") != UNEXPLAINED
    assert reason("plan_ended_2y", "fear") == UNEXPLAINED
    assert reason("nothing of the kind", NOTHING) == UNEXPLAINED
    assert not set(BY_COUNTER) & set(targets())
