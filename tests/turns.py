"""What can happen in a working life, and the sentence that tells it."""

from sim.rules.exits import (
    ASSIGNMENT_ENDED,
    AUTHORITY,
    PROFESSION,
    PROMOTED,
    RETIRED,
    TO_AGENCY,
)
from tests.careers import GONE, IN_POST, LOOKING, NEW, ON_BOOKS, ended, notice

AGENCY_STAFF = {**IN_POST, "post.filled": 2, "person.started": -20, "person.came_from": 4}
WAITING = {**IN_POST, **ON_BOOKS}
SEEKING = {**IN_POST, **LOOKING}
END = "The story ends here: "
HAPPENS = {
    "senior": (IN_POST, {"person.senior": 1}, "file", "Became a senior practitioner."),
    "manager": (
        IN_POST, {"post.number": 40, "post.kind": 2}, "file",
        "Was appointed team manager, from within.",
    ),
    "service manager": (
        {**IN_POST, "post.kind": 2}, {"post.number": 41, "post.kind": 3}, "file",
        "Was appointed service manager, from within.",
    ),
    "inside": (
        IN_POST, {"post.number": 30, "post.kind": 1}, "file",
        "Moved inside the authority, to a post without cases.",
    ),
    "protection ends": (
        {**IN_POST, "observer.protected": 1}, {"observer.protected": 0}, "file",
        "The protected first year ended: from now on the caseload is a full one.",
    ),
    "stressed": (
        IN_POST, {"person.stressed": 1, "person.strain": 0.6}, "truth",
        "Strain had come to +0.6 SD: they now counted as stressed. Nothing on file showed it "
        "that week.",
    ),
    "stressed while off sick": (
        {**IN_POST, "person.sick_until": 9}, {"person.stressed": 1, "person.strain": 0.6}, "truth",
        "Strain had come to +0.6 SD: they now counted as stressed.",
    ),
    "recovered": (
        {**IN_POST, "person.stressed": 1}, {"person.stressed": 0, "person.strain": -0.6}, "truth",
        "Strain had faded to −0.6 SD: they no longer counted as stressed.",
    ),
    "incident": (
        IN_POST, {"stage": "outcomes", "person.shaken": 5}, "file",
        "A serious incident was reported in a family whose case they held.",
    ),
    "fear": (
        {**IN_POST, "person.shaken": 5}, {"person.fear": 1.0}, "truth",
        "The incident left them with a fear of their own, +1.0 SD beyond the authority's.",
    ),
    "off sick": (IN_POST, {"person.sick_until": 9}, "file", "Went off sick."),
    "suspended": (
        IN_POST, {"stage": "media", "person.suspended_until": 32}, "file",
        "The press had told of a family whose case they held. Was suspended for 27 weeks.",
    ),
    "notice": (IN_POST, notice(PROFESSION), "file", "Gave notice, to go in 10 weeks."),
    "hazard": (
        IN_POST, notice(TO_AGENCY), "truth",
        "They gave notice to work through an agency. The hazard of giving notice stood at 0.45 a "
        "year: 0.15 as usual in such a post, times 1.60 since a colleague of the team had left in "
        "the last half-year, 1.50 for strain and 1.25 for time in the authority; nothing else "
        "moved it by as much as 3%.",
    ),
    "leaves": (IN_POST, {**ended(PROFESSION), **GONE}, "file", "Left Northmoor after 15 months."),
    "leaves the profession": (
        IN_POST, {**ended(PROFESSION), **GONE}, "truth", "They left the profession.",
    ),
    "the profession is not followed": (
        IN_POST, {**ended(PROFESSION), **GONE}, "truth",
        f"{END}those who have left the profession are counted and not followed, and whoever comes "
        "back is counted as somebody new.",
    ),
    "retires": (
        IN_POST, {**ended(RETIRED), **GONE}, "file",
        "Retired from Northmoor after 15 months there.",
    ),
    "moves beyond": (
        IN_POST, {**ended(PROMOTED), **GONE}, "file",
        "Moved to a post of Northmoor that is not simulated, after 15 months.",
    ),
    "beyond is not followed": (
        IN_POST, {**ended(PROMOTED), **GONE}, "truth",
        f"{END}those in posts that are not simulated are not followed.",
    ),
    "leaves for another authority": (
        IN_POST, {**ended(AUTHORITY), **LOOKING}, "truth",
        "They left for a post with another authority.",
    ),
    "looks": (
        IN_POST, {**ended(AUTHORITY), **LOOKING}, "truth",
        "They looked for a post with another authority.",
    ),
    "the rest of England": (
        SEEKING, GONE, "truth",
        f"{END}they found a post in the rest of England, whose posts are not simulated one by one.",
    ),
    "another authority": (
        SEEKING,
        {"post.filled": 1, "post.authority": 1, "post.kind": 0, "post.number": 100004,
         "person.started": 5}, "file",
        "Came to Southmere from Northmoor, as a social worker with cases.",
    ),
    "agency": (
        IN_POST, {**ended(TO_AGENCY), **ON_BOOKS}, "truth",
        "They stood on an agency's books, waiting for an assignment.",
    ),
    "assignment": (
        WAITING,
        {"post.filled": 2, "post.authority": 1, "post.kind": 0, "post.number": 100004,
         "person.started": 5, "person.came_from": 4}, "file",
        "Came to Southmere through an agency, as a social worker with cases.",
    ),
    "assignment ends": (
        AGENCY_STAFF, {**ended(ASSIGNMENT_ENDED, -20), **ON_BOOKS}, "file",
        "The assignment in Northmoor ended, after six months.",
    ),
    "agency work ends": (
        AGENCY_STAFF, {**ended(ASSIGNMENT_ENDED, -20), **GONE}, "truth",
        f"{END}they gave up agency work for other work.",
    ),
    "books are left": (
        WAITING, GONE, "truth",
        f"{END}they left these agencies, for other work or for agencies of the rest of England; "
        "the model does not say which.",
    ),
    "a permanent post": (
        {**WAITING, "person.came_from": 4}, LOOKING, "truth", "They looked for a permanent post.",
    ),
}  # fmt: skip
STANDS = {
    "in post": (
        IN_POST, "In post in Northmoor as a social worker with cases, there for 14 months.",
    ),
    "senior": (
        {**IN_POST, "person.senior": 1},
        "In post in Northmoor as a senior practitioner, there for 14 months.",
    ),
    "agency": (
        AGENCY_STAFF,
        "In Northmoor through an agency, as a social worker with cases, for five months.",
    ),
    "in notice": (
        {**IN_POST, "person.leaves": 4}, "In post in Northmoor as a social worker with cases, "
        "there for 14 months. Notice had been given, to go in four weeks.",
    ),
    "off sick": (
        {**IN_POST, "person.sick_until": 4},
        "In post in Northmoor as a social worker with cases, there for 14 months. They were off "
        "sick.",
    ),
    "books": (WAITING, "On an agency's books, between assignments. The last was in Northmoor."),
    "looking": (SEEKING, "No authority employed them. The last was Northmoor."),
}  # fmt: skip
CAME = {
    "first post": (
        NEW, "Came to Northmoor newly qualified, into a first post, as a social worker with cases. "
        "The caseload of the first year is protected.",
    ),
    "rest of England": (
        {**IN_POST, "person.started": 5}, "Came to Northmoor from an authority of the rest of "
        "England, as a social worker with cases.",
    ),
    "returned": (
        {**IN_POST, "person.started": 5, "person.came_from": 3}, "Came to Northmoor from "
        "outside the profession, from abroad or from other social work, as a social worker with "
        "cases.",
    ),
}  # fmt: skip
