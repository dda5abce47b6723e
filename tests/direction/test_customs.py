"""Customs of the year in a whole world: who sets a higher bar by them accepts less."""

import pytest

from tests.worlds import small, world

OFF = {"decisions.door_custom_spread": 0.0, "decisions.enquiry_custom_spread": 0.0}
DOOR, ENQUIRY = ({**OFF, f"decisions.{at}_custom_spread": 0.4} for at in ("door", "enquiry"))
REPLICATES = 6


def ran(parameters, replicate):
    """A year of two authorities under such numbers: the customs it began with, and its counters."""
    model = world(small(families=12_000, past=2, years=1, parameters=parameters), replicate)
    began = [(one.door_custom, one.enquiry_custom) for one in model.councils]
    counted = model.run()["quarterly"].groupby("authority", sort=False).sum(numeric_only=True)
    ended = [(one.door_custom, one.enquiry_custom) for one in model.councils]
    return began, ended, counted


def screened(counted):
    return counted["referrals"] / counted["contacts_screened"]


def enquired(counted):
    return counted["enquiries"] / counted["referrals"]


@pytest.mark.parametrize(
    ("numbers", "which", "share"), [(DOOR, 0, screened), (ENQUIRY, 1, enquired)]
)
def test_who_sets_a_higher_bar_by_custom_accepts_less(numbers, which, share):
    seen = 0
    for replicate in range(REPLICATES):
        began, _, counted = ran(numbers, replicate)
        _, _, usual = ran(OFF, replicate)
        for custom, differs in zip(began, share(counted) - share(usual), strict=True):
            assert custom[1 - which] == 0.0
            if abs(custom[which]) > 0.15:  # beyond what luck makes of a bar
                seen += 1
                assert differs * custom[which] < 0.0
    assert seen >= REPLICATES


def test_customs_change_each_april_and_not_before():
    began, ended, _ = ran(DOOR, 0)
    assert all(a[0] != b[0] for a, b in zip(began, ended, strict=True))
