"""What can reach a decision this week, and what harm and agencies are called on file."""

# One event a week reaches the decisions stage for each case.
NOTHING = 0
REFERRED = 1
HEARD_AGAIN = 2
ASSESSED = 3
ENQUIRED = 4
CONFERENCE_HELD = 5
REVIEWED = 6
COURT_HEARD = 7

NO_HARM, NEGLECT, EMOTIONAL, PHYSICAL, SEXUAL, SEVERAL = 0, 1, 2, 3, 4, 5
KINDS = ("none", "neglect", "emotional", "physical", "sexual", "several kinds")

POLICE, SCHOOL, HEALTH, PROFESSIONAL, PUBLIC = 0, 1, 2, 3, 4

# How far a spell of harm got before it was missed, in the order of the journey.
NOT_NOTICED, NOT_PASSED_ON, SCREENED_OUT, NOT_RECOGNISED, CONCEALED, CASE_CLOSED = 0, 1, 2, 3, 4, 5
FAILINGS = ("not_noticed", "not_passed_on", "screened_out", "not_recognised", "concealed", "closed")
