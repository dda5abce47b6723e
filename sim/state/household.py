"""What anyone may know of a family: where it lives and whom it consists of."""


class Household:
    """One row for each family slot, sorted by where it began; facts, neither truth nor record."""

    authority: int  # row of its local authority
    cell: int  # row of the tally: authority and deprivation quintile
    decile: int  # deprivation tenth, 1 least to 10 most
    first_birth: int  # week in which its first child was born
    spacing: int  # weeks between births
    born: int  # children it will have had
    children: int  # dependent children now
    youngest: float  # age of the youngest, years
    eldest: float  # age of the eldest dependent child, years
    age_factor: float  # how its children's ages weigh on the onset of harm, 1 on average
