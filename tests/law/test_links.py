"""Every link of every loop is told: by the loop's own probe, or as one that loops share."""

from itertools import pairwise

import pytest

from sim.parameters.registry import registry
from tests.links import LINKS, OF_PROBES, UNSEEN
from tests.probes import LOOPS, reached


def chain_of(loop):
    """Its causes in turn, without the first again at the end."""
    return registry()[f"loops.{loop}"].chain[:-1]


def own_links(loop):
    """The links of a chain that its own probe tells."""
    chain, (since, upto) = chain_of(loop), OF_PROBES[loop]
    return set(pairwise(chain[chain.index(since) : chain.index(upto) + 1]))


def test_every_loop_says_how_far_its_probe_goes():
    assert set(OF_PROBES) == set(LOOPS)
    assert all(own_links(loop) for loop in LOOPS)


@pytest.mark.parametrize("loop", LOOPS)
def test_every_link_of_a_chain_is_told_or_said_not_to_be(loop):
    told = own_links(loop).union(*map(pairwise, LINKS))
    left = {one for one in pairwise(chain_of(loop)) if one not in told}
    assert left <= UNSEEN


def test_what_is_said_not_to_be_told_is_not():
    told = set().union(*map(own_links, LOOPS), *map(pairwise, LINKS))
    links = set().union(*(pairwise(chain_of(loop)) for loop in LOOPS))
    assert links - told == UNSEEN


@pytest.mark.parametrize("stretch", LINKS, ids=" to ".join)
def test_a_shared_link_leads_from_its_cause_to_its_effect(stretch):
    probe = LINKS[stretch]
    low, high = reached("", probe, on=False)
    assert low > 0 if probe.rises else high < 0, f"{low:.4g} to {high:.4g}"
