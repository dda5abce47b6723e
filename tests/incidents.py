"""Moves and serious incidents, and the sentence that tells each: moments, opening, side, words."""

from tests.diaries import DOOR, HARMED, OPEN, TURN_OF_A_PLAN, at_door

MOVE = [(2, "families", {"family.authority": 3, "file.file_comes": 8})]
REPORT = {"file.contact_waits": 2, "file.incident": 1}
JOINED = [
    (2, "outcomes", {**REPORT, "truth.incident": 1}),
    (3, "front_door", {**DOOR, "file.incident": 0, "file.belief": 3.0, "file.event": 2}),
]


def on_incident(**values):
    given = {name.replace("__", "."): value for name, value in values.items()}
    return [*JOINED, (3, "decisions", {**given, "file.event": 0})]


TOLD_OF_MOVES_AND_INCIDENTS = {
    "a move": (MOVE, {}, "truth", "The family moved to another authority."),
    "an incident reported": (
        [(2, "outcomes", REPORT), (3, "front_door", {**DOOR, "file.incident": 0})], {}, "file",
        "The incident was reported to the front door. It was below the threshold and was closed.",
    ),
    "another real family's incident": (
        [(5, "outcomes", {"truth.incident": 1})], HARMED, "truth",
        "A child came to serious harm, three months after the neglect began: a serious incident. "
        "It befell one of the real families that this simulated one stands for, not the one whose "
        "file this is.",
    ),
    "a contact before the file came": (
        [MOVE[0], *at_door()], {"file.last_referral": -6}, "file",
        "A school passed on a concern. It was below the threshold and was closed. The file from "
        "before the move had not come, so the earlier referral was not seen.",
    ),
    "a file that follows": (
        MOVE, {"file.last_referral": -6}, "file",
        "The family moved away, and its file was to follow in six weeks.",
    ),
    "an open case that moves": (
        [(2, "families", {**MOVE[0][2], "file.worker": -1})], OPEN, "file",
        "The case passed to the authority that the family had moved to; the social worker who knew "
        "it did not go with it, and the file was to follow in six weeks.",
    ),
    "a case without a worker that moves": (
        MOVE, {**OPEN, "file.worker": -1}, "file",
        "The case passed to the authority that the family had moved to; nobody held it yet, and "
        "the file was to follow in six weeks.",
    ),
    "an incident on a waiting contact": (
        [(2, "partners", {"file.contact_waits": 2, "file.source": 1}),
         (2, "outcomes", {"file.incident": 1}), (3, "front_door", {**DOOR, "file.incident": 0})],
        {}, "file", "A school passed on a concern. The incident was reported before it was "
        "screened. It was below the threshold and was closed.",
    ),
    "an incident on an open case": (
        JOINED, OPEN, "file",
        "The incident was reported and joined the file of the open case, and the concern on file "
        "grew.",
    ),
    "an incident that waited": (
        [JOINED[0], (6, *JOINED[1][1:])], OPEN, "file",
        "The incident was reported after four weeks and joined the file of the open case, and the "
        "concern on file grew.",
    ),
    "an enquiry on an incident": (
        on_incident(threshold__section_47=1.9, file__last_enquiry=3), OPEN, "file",
        "After that a strategy discussion found the concern on file far above the threshold for a "
        "section 47 enquiry, and one began.",
    ),
    "an incident while an enquiry goes on": (
        on_incident(threshold__section_47=1.9), {**OPEN, "file.enquiry_left": 2.0}, "file",
        "An enquiry was going on already.",
    ),
    "an incident on a plan": (
        on_incident(), TURN_OF_A_PLAN, "file",
        "The children were on a plan already, so no new enquiry was considered.",
    ),
    "an incident soon after an enquiry": (
        on_incident(threshold__section_47=1.9), OPEN, "file",
        "No new enquiry began, so soon after the last.",
    ),
    "an incident that moved too little": (
        on_incident(threshold__section_47=4.2), OPEN, "file",
        "No enquiry began. The concern on file was far below the threshold for an enquiry.",
    ),
    "a review that meets an incident": (
        [*JOINED, (3, "casework", {"file.event": 6}),
         (3, "decisions", {"file.event": 0, "file.reviews": 1, "threshold.section_47": 3.2})],
        OPEN, "file",
        "A review in the same week kept the case going. The concern on file was a little below the "
        "threshold for an enquiry.",
    ),
}  # fmt: skip
