"""The bench, on worlds too small to say anything of speed."""

import json

import pytest

from sim.model import WEEK, stage_name
from sim.study import bench


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CPSIM_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setattr(bench, "PLAIN_FAMILIES", 800)
        patch.setattr(bench, "PLAIN_WEEKS", 2)
        patch.setattr(bench, "PAST_YEARS", 1)
        yield json.loads(bench.bench(2_000, 2, 5, repeats=2, as_json=True))


def test_speed_is_given_in_all_and_for_each_stage(found):
    assert found["family_weeks_per_second"] > 0
    assert list(found["stages"]) == [*map(stage_name, WEEK), "the rest"]
    assert sum(stage["share"] for stage in found["stages"].values()) == pytest.approx(1, abs=0.1)


def test_the_compiled_week_is_timed_against_plain_mesa_in_the_same_process(found):
    assert found["ratio_to_plain_mesa"] == pytest.approx(
        found["week"]["median"] / found["plain_mesa"]["median"], abs=0.06
    )
    assert found["plain_mesa"]["families"] == found["week_on_the_same_world"]["families"]


def test_worlds_have_the_size_asked_for(found):
    assert found["week"]["families"] == pytest.approx(2_000, abs=2)
    assert (found["week"]["authorities"], found["week"]["weeks"]) == (2, 5)


def test_compiling_and_the_past_are_told_apart(found):
    assert {"compile_seconds", "past_seconds"} <= set(found)


def test_more_authorities_than_names_are_numbered():
    names = [one.name for one in bench.world(30_000, 12, 4).authorities]
    assert len(set(names)) == 12
    assert names[10] == f"{names[0]} 2"


def test_words_give_the_same_figures(found):
    lines = bench.told(found).splitlines()
    assert lines[0].startswith("compiled week")
    assert f"{found['ratio_to_plain_mesa']}" in lines[2]
    assert len(lines) == 6 + 13
