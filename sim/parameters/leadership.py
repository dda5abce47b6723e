"""What we assume about chief executives and directors: belief, attention, succession."""

from typing import Annotated

from sim.parameters.section import parameter


# fmt: off
class Leadership:
    """Leaders believe what reaches them, attend, spend, and answer failure."""

    weight_indicators: Annotated[float, parameter(
        0.35, "weight of indicators in a chief executive's belief", unit="share", low=0.1,
        high=0.6)]
    weight_reports: Annotated[float, parameter(
        0.25, "weight of managers' reports", unit="share", low=0.1, high=0.5)]
    weight_judgement: Annotated[float, parameter(
        0.25, "weight of the last inspection's judgement", unit="share", low=0.1, high=0.5)]
    weight_incidents: Annotated[float, parameter(
        0.15, "weight of incidents", unit="share", low=0.0, high=0.3)]
    belief_speed: Annotated[float, parameter(
        1.0, "speed at which belief follows its sources", unit="per year", low=0.3, high=4.0)]
    attention_usual: Annotated[float, parameter(
        0.3, "attention to children's services without alarm", unit="level", low=0.1, high=0.6)]
    attention_of_background: Annotated[float, parameter(
        0.2, "attention added by a background in children's services", unit="level", low=0.0,
        high=0.4)]
    attention_of_alarm: Annotated[float, parameter(
        0.4, "attention added by a poor judgement or a publicised incident", unit="level", low=0.1,
        high=0.7)]
    attention_of_doubt: Annotated[float, parameter(
        0.5, "attention that doubt about practice adds, for each level of belief lost",
        unit="level", low=0.0, high=1.5, note="False comfort takes attention away.")]
    director_belief_usual: Annotated[float, parameter(
        0.825, "a director's belief about practice at which they do what is usual", unit="level",
        low=0.4, high=0.95, role="fixed", note="Its mean in the base year.")]
    mending: Annotated[float, parameter(
        0.3, "supervision gained for each level that a director believes practice worse than usual",
        unit="level", low=0.0, high=0.8)]
    candour_of_director: Annotated[float, parameter(
        0.7, "share of what a director knows to be wrong that a chief executive who protects hears",
        unit="share", low=0.4, high=1.0)]
    candour_under_blame: Annotated[float, parameter(
        0.4, "the same of one who blames", unit="share", low=0.1, high=0.8)]
    appetite_spread: Annotated[float, parameter(
        0.25, "spread of chief executives' appetite to act on what they attend to", unit="log",
        low=0.0, high=0.5)]
    suspended: Annotated[float, parameter(
        0.5, "chance that a blaming chief executive suspends the social worker of a child in a "
        "story", unit="share", low=0.0, high=1.0, source="governance B63",
        note="Suspensions fell by 95% under a just culture.")]
    suspension_weeks: Annotated[float, parameter(
        26.0, "time for which somebody is suspended", unit="weeks", low=8, high=52,
        role="fixed")]
    belief_usual: Annotated[float, parameter(
        0.785, "belief about practice at which attention is usual", unit="level", low=0.4,
        high=0.95, role="fixed", note="Its mean in the base year.")]
    attention_years: Annotated[float, parameter(
        1.0, "time in which such attention fades", unit="years", low=0.3, high=3.0)]
    reporting_duty: Annotated[float, parameter(
        0.0, "a senior manager of relevant experience with a duty to report", unit="level", low=0.0,
        high=1.0, role="lever",
        price="stated: a senior post, about £110k a year in each authority")]
    reporting_gain: Annotated[float, parameter(
        0.3, "attention and honest reports that the duty adds", unit="level", low=0.0, high=0.6)]
    background_share: Annotated[float, parameter(
        0.15, "chief executives with a background in children's services", unit="share", low=0.05,
        high=0.4, role="lever", evidence="assumed", source="governance L18",
        price="stated: search and training, about £20k for each appointment")]
    director_exit: Annotated[float, parameter(
        0.24, "directors who leave for reasons of their own, at usual fear", unit="per year",
        low=0.12, high=0.35, evidence="derived", source="governance L03, governance L06",
        note="Of all changes, less those who go to another authority or are removed.")]
    exit_of_pressure: Annotated[float, parameter(
        0.3, "leaders' log exit for each SD of fear", unit="log per SD", low=0.0, high=0.7)]
    drawn_elsewhere: Annotated[float, parameter(
        0.09, "settled directors who are taken by another authority, if all England does so",
        unit="per year", low=0.05, high=0.16, evidence="derived", source="governance L06",
        note="7 to 11 a year, of some 80 who have been two years in post.")]
    draw_of_name: Annotated[float, parameter(
        1.5, "log by which a log of an authority's name draws calls for its director",
        unit="log per log", low=0.0, high=4.0)]
    settled_years: Annotated[float, parameter(
        2.0, "years in post after which a director is at home there, and may be called elsewhere",
        unit="years", low=1.0, high=3.0, role="fixed")]
    from_elsewhere: Annotated[float, parameter(
        0.2, "appointments of a director for which authorities first look to those elsewhere",
        unit="share", low=0.05, high=0.5, evidence="derived", source="governance L06",
        note="19 of 21 came from the tier below; 7 to 11 of some 50 were directors elsewhere.")]
    calls: Annotated[float, parameter(
        2.0, "directors elsewhere who are called before an authority looks at home", unit="count",
        low=1, high=5, role="fixed", note="Who is not settled declines.")]
    first_post_skill: Annotated[float, parameter(
        0.95, "skill in a first directorship until settled, against later", unit="ratio", low=0.85,
        high=1.0, note="No effect of hiring experience was found for chief executives "
        "(governance L15).")]
    interim_share: Annotated[float, parameter(
        0.35, "directors who leave by themselves and for whom somebody stands in", unit="share",
        low=0.1, high=0.7, evidence="derived", source="governance L04",
        note="19 to 28 interims a year, after some 50 changes, and after every removal.")]
    interim_months: Annotated[float, parameter(
        8.0, "mean time for which somebody stands in for a director", unit="months", low=4,
        high=14, evidence="published", source="governance L05")]
    interim_skill: Annotated[float, parameter(
        0.9, "skill of whoever stands in for a director, against the usual", unit="ratio", low=0.7,
        high=1.1)]
    fresh_eyes: Annotated[float, parameter(
        0.5, "way that a chief executive's belief goes to what a new director has found",
        unit="share", low=0.0, high=1.0)]
    director_removed: Annotated[float, parameter(
        0.5, "chance that a blaming chief executive removes the director after a failure",
        unit="share", low=0.1, high=0.9, evidence="derived", source="governance L10")]
    chief_exit: Annotated[float, parameter(
        0.12, "chief executives who leave", unit="per year", low=0.07, high=0.21,
        evidence="derived", source="governance L16, governance L17")]
    blaming_share: Annotated[float, parameter(
        0.5, "chief executives who answer failure with blame", unit="share", low=0.2, high=0.8)]
    leader_spread: Annotated[float, parameter(
        0.15, "spread of directors' skill", unit="ratio", low=0.0, high=0.3)]
    director_effect: Annotated[float, parameter(
        0.3, "supervision gained by a director twice as good as usual", unit="level", low=0.0,
        high=0.6, note="Losing a good one harms, replacing a poor one helps.")]
    disruption_years: Annotated[float, parameter(
        0.5, "time in which a change of director unsettles", unit="years", low=0.2, high=1.0,
        evidence="derived", source="governance L13")]
    disruption: Annotated[float, parameter(
        0.15, "supervision lost at a change of director", unit="level", low=0.0, high=0.4)]
    gaming: Annotated[float, parameter(
        0.2, "of what indicators fall short by, the part that gaming hides where they carry full "
        "weight", unit="share", low=0.0, high=0.3, evidence="derived", source="governance B67",
        note="Published inflation is of levels, not of shortfalls: this is the low reading.")]
    indicator_weight: Annotated[float, parameter(
        0.5, "reputation that indicators carry", unit="level", low=0.0, high=1.0, role="lever",
        price="stated: other returns, about £10k a year in each authority")]
    improvement: Annotated[float, parameter(
        0.3, "supervision gained by full attention", unit="level", low=0.0, high=0.6)]
    alarm_years: Annotated[float, parameter(
        1.0, "time in which a publicised incident is forgotten by those at the top", unit="years",
        low=0.3, high=3.0)]
    word_of_inadequate: Annotated[float, parameter(
        0.3, "practice that an inadequate judgement is taken to mean", unit="level", low=0.1,
        high=0.5, role="fixed")]
    word_of_requires_improvement: Annotated[float, parameter(
        0.5, "practice that requires improvement to be good is taken to mean", unit="level",
        low=0.3, high=0.7, role="fixed")]
    word_of_good: Annotated[float, parameter(
        0.7, "practice that a good judgement is taken to mean", unit="level", low=0.5, high=0.9,
        role="fixed")]
    word_of_outstanding: Annotated[float, parameter(
        0.9, "practice that an outstanding judgement is taken to mean", unit="level", low=0.7,
        high=1.0, role="fixed")]
    usual_word: Annotated[float, parameter(
        0.91, "what indicators say in the base year", unit="level", low=0.5, high=1.0,
        role="fixed", note="Its mean there; stands in for them where false comfort is off.")]
    usual_judgement: Annotated[float, parameter(
        0.56, "what judgements say in the base year", unit="level", low=0.3, high=0.9,
        role="fixed", note="Its mean there; stands in for them where their loop is off.")]
    usual_alarm: Annotated[float, parameter(
        0.04, "memory of publicised incidents in the base year", unit="level", low=0.0, high=0.5,
        role="fixed", note="Its mean there.")]
