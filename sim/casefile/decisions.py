"""Decisions by what evidence meets a criterion: the ladder's steps, in its order."""

SCREENING, IN_NEED, SECTION_47, CONFERENCE, PLAN = 0, 1, 2, 3, 4
PLAN_KEPT, NEED_KEPT, PROCEEDINGS, CARE_ORDER, CARE_KEPT = 5, 6, 7, 8, 9
DECISIONS = (
    "screening", "in need", "section 47", "conference", "plan", "plan kept", "need kept",
    "proceedings", "care order", "care kept",
)  # fmt: skip
