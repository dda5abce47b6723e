"""Reading which authorities are meant: by a rule, or in groups that a report tells apart."""

from dataclasses import replace

from sim.scenario.place import JUDGEMENTS, KINDS, Authority, Group
from sim.scenario.policy import Where
from sim.scenario.reading.mistakes import did_you_mean
from sim.scenario.reading.sheet import Part

MOST = 6  # authorities that a message names
GROUPED_BY = {"name", "kind", "region"}


def where_of(part: Part) -> Where:
    """Take a rule as it is written, whether or not there are such authorities."""
    return Where(
        names=part.names("name"),
        kinds=part.names("kind"),
        regions=part.names("region"),
        help_and_protection=part.names("help_and_protection"),
    )


def read_where(part: Part, authorities: tuple[Authority, ...]) -> Where:
    """Read which authorities are meant, reporting names that no authority has."""
    names = tuple(one.name for one in authorities)
    regions = tuple(dict.fromkeys(one.region for one in authorities))
    where = Where(
        names=known(part, "name", names, "no authority in this place is called"),
        kinds=known(part, "kind", KINDS, "no kind of authority is called"),
        regions=known(part, "region", regions, "no authority in this place lies in"),
        help_and_protection=known(
            part, "help_and_protection", JUDGEMENTS, "no judgement is called"
        ),
    )
    check_matches(part, where, authorities)
    return where


def check_matches(part: Part, where: Where, authorities: tuple[Authority, ...]) -> None:
    """Report a rule whose lines each have authorities, but no authority has them all.

    The judgement is left out, as it changes in the run.
    """
    lines = (
        (where.names, {one.name for one in authorities}),
        (where.regions, {one.region for one in authorities}),
        (where.kinds, set(KINDS)),
    )
    if not authorities or any(set(said) - there for said, there in lines):
        return  # there is nothing to match, or a line has been reported by itself
    if where.kinds and any(one.kind not in KINDS for one in authorities):
        return  # whose kind has been reported by itself, so that nobody knows what it matches
    fixed = replace(where, help_and_protection=())
    if not any(fixed.matches(one, one.help_and_protection) for one in authorities):
        there = "; ".join(f"{one.name} ({one.kind}, {one.region})" for one in authorities[:MOST])
        part.wrong(
            "E406", None, "No authority in this place matches all of this.",
            f"There are: {there}{' …' if len(authorities) > MOST else ''}.",
        )  # fmt: skip


def known(part: Part, key: str, allowed: tuple[str, ...], none: str) -> tuple[str, ...]:
    """Read names, reporting each that is not among those allowed."""
    given = part.names(key)
    for i, name in enumerate(given):
        if allowed and name not in allowed:
            mark = part.sheet.mark_of((*part.place, key), i)
            message = f"“{name}”: {none} that."
            part.sheet.wrong("E406", mark, message, did_you_mean(name, allowed))
    return given


def read_groups(part: Part, authorities: tuple[Authority, ...]) -> tuple[Group, ...]:
    """Read groups of authorities; one that several describe belongs to the first of them."""
    found: list[Group] = []
    for name in part.data:
        taken = [one for group in found for one in group.authorities]
        rule = part.part(name)
        before = len(part.sheet.problems)
        where = read_where(rule, authorities)
        meant = [one.name for one in authorities if where.matches(one, one.help_and_protection)]
        own = tuple(one for one in meant if one not in taken)
        if own:
            found.append(Group(name, own))
        elif authorities and len(part.sheet.problems) == before and not {*rule.data} - GROUPED_BY:
            part.wrong(
                "E406", name, f"No authority is left for “{name}”: groups above it have them all.",
                "Put the narrower group first: an authority belongs to the first that it fits.",
                on_key=True,
            )  # fmt: skip
    return tuple(found)
