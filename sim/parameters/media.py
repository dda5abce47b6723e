"""What we assume about the press, public attention and blame."""

from typing import Annotated

from sim.parameters.section import parameter


# fmt: off
class Media:
    """Incidents become stories; attention fades; blame is felt; norms and rules remember."""

    story_share: Annotated[float, parameter(
        0.02, "serious incidents that become a story, at usual attention", unit="share", low=0.005,
        high=0.1)]
    story_fatal: Annotated[float, parameter(
        6.0, "the same for deaths, against others", unit="ratio", low=2, high=20)]
    attention_days: Annotated[float, parameter(
        21.0, "time in which attention fades", unit="days", low=10, high=45, evidence="derived",
        source="governance B31", note="45 if no later date lit it again: an upper bound.")]
    relit: Annotated[float, parameter(
        0.38, "attention that inquiry, trial and review bring, in even parts, of all a story's",
        unit="share", low=0.0, high=0.6, evidence="derived", source="governance B31",
        note="With attention_days, half of a year's coverage in the first month.")]
    inquiry_weeks: Annotated[float, parameter(
        17.0, "weeks from a story to the inquiry's report", unit="weeks", low=8, high=26,
        role="fixed", evidence="derived", source="governance B31")]
    trial_weeks: Annotated[float, parameter(
        26.0, "weeks from a story to the next trial", unit="weeks", low=13, high=39,
        role="fixed", evidence="derived", source="governance B31")]
    review_weeks: Annotated[float, parameter(
        44.0, "weeks from a story to the publication of its review", unit="weeks", low=26, high=78,
        role="fixed", note="Only as far as reviews are published.")]
    spill_over: Annotated[float, parameter(
        0.15, "national attention felt in every authority", unit="share", low=0.0, high=0.4)]
    blame_culture: Annotated[float, parameter(
        1.0, "how strongly attention turns into blame", unit="ratio", low=0.0, high=3.0,
        role="lever",
        price="stated: a campaign, whose price nobody knows")]
    fear_of_blame: Annotated[float, parameter(
        2.0, "SD of fear that full blame brings", unit="SD", low=0.5, high=4.0)]
    fear_weeks: Annotated[float, parameter(
        13.0, "time in which fear follows blame", unit="weeks", low=2, high=52)]
    background_blame: Annotated[float, parameter(
        0.1, "blame felt without any story", unit="level", low=0.0, high=0.3)]
    norm_of_blame: Annotated[float, parameter(
        0.3, "fall of the authority's criterion in a year of full blame", unit="SD", low=0.0,
        high=0.6)]
    norm_years: Annotated[float, parameter(
        4.0, "time in which the norm returns", unit="years", low=1.0, high=100.0,
        note="From within a year to never: do not assume that it returns.")]
    rules_of_blame: Annotated[float, parameter(
        0.3, "rules added in a year of full blame", unit="level", low=0.0, high=0.6)]
    prescription: Annotated[float, parameter(
        1.0, "how far failure is answered with rules, against the base year", unit="ratio", low=0.0,
        high=2.0, role="lever", price="hours: casework.recording_of_rules, saved or asked")]
    rules_years: Annotated[float, parameter(
        5.0, "time in which rules fall away", unit="years", low=2.0, high=20.0)]
    publication: Annotated[float, parameter(
        1.0, "reviews published with names", unit="share", low=0.0, high=1.0, role="lever",
        price="stated: about £40k to £100k for each review that is written (governance F23)")]
    england_authorities: Annotated[float, parameter(
        153.0, "authorities in England", unit="count", low=150, high=153, role="fixed",
        evidence="published", source="governance L02")]
    rules_usual: Annotated[float, parameter(
        0.5, "rules and recording in the base year", unit="level", low=0.2, high=0.8, role="fixed")]
    naming: Annotated[float, parameter(
        0.0, "fear that ministers bring by naming individuals, against due process", unit="SD",
        low=0.0, high=3.0, role="lever",
        price="stated: nothing but what fear does")]
    remembered: Annotated[float, parameter(
        0.3, "blame that an authority goes on to feel from what was written of it", unit="share",
        low=0.0, high=0.6)]
    memory_years: Annotated[float, parameter(
        2.0, "time in which an authority forgets it", unit="years", low=1.0, high=5.0)]
    story_size: Annotated[float, parameter(
        0.5, "attention that a usual story brings, against the most covered case of a year",
        unit="ratio", low=0.2, high=1.0)]
    chill_of_publication: Annotated[float, parameter(
        0.7, "log of candour lost under full blame where reviews are published", unit="log",
        low=0.0, high=2.0, note="Without publication people speak freely.")]
    learning_years: Annotated[float, parameter(
        2.0, "time in which an authority learns, or forgets", unit="years", low=0.5, high=5.0)]
    learning_gain: Annotated[float, parameter(
        0.2, "supervision gained where all that went wrong is learned from", unit="level", low=0.0,
        high=0.5)]
    usual_learning: Annotated[float, parameter(
        0.9, "how far what went wrong is learned from in the base year", unit="level", low=0.3,
        high=1.0, role="fixed", note="Its mean there.")]
    rules_of_newcomers: Annotated[float, parameter(
        0.3, "rules added in a year where all case holders are newcomers, against the usual",
        unit="level", low=0.0, high=1.0)]
    usual_newcomers: Annotated[float, parameter(
        0.19, "case holders with less than two years in the profession in the base year",
        unit="share", low=0.05, high=0.5, role="fixed", note="Its mean there.")]
