"""Choosing how runs are made: what was typed is read, or refused with a way out."""

import pytest

from sim.kernel.errors import InputError, MachineError
from sim.study.batch.choosing import machinery, read_timeout


def test_nothing_asked_leaves_runs_as_they_are():
    made = machinery()
    assert (made.fail_fast, made.seconds, made.shard, made.pool) == (False, None, None, None)


@pytest.mark.parametrize(("written", "seconds"), [("10 minutes", 600), ("2 hours", 7200)])
def test_a_time_is_read_in_seconds(written, seconds):
    assert read_timeout(written) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("written", "said"), [("soon", "is no length of time"), ("0 minutes", "no time at all")]
)
def test_what_is_no_time_is_refused(written, said):
    with pytest.raises(InputError, match=said) as raised:
        machinery(timeout=written)
    assert "--timeout “10 minutes”" in str(raised.value)


def test_a_scheduler_that_does_not_answer_is_told():
    with pytest.raises(MachineError, match="No Dask scheduler answers at nowhere:1"):
        machinery(scheduler="nowhere:1")


def test_a_timeout_on_a_cluster_is_refused():
    with pytest.raises(InputError, match="--timeout means nothing there"):
        machinery(scheduler="tcp://here:1", timeout="10 minutes")
