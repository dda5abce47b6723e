"""What we assume about managers: supervision, second looks and truth upwards."""

from typing import NamedTuple

from sim.parameters.section import Annotated, Values, parameter


class Management(NamedTuple):
    """Managers supervise, sign, and pass bad news up or not."""

    span: Annotated[Values, parameter(
        6.0, "social workers to a team manager", unit="count", low=3, high=10, role="lever", evidence="derived",
        source="workforce W027")]
    supervision_time: Annotated[Values, parameter(
        150.0, "hours a year a team manager has for supervision", unit="hours", low=80, high=400,
        note="With six workers about 24 hours each.")]
    reflective_share: Annotated[Values, parameter(
        0.5, "supervision that is reflective rather than a check of tasks", unit="share", low=0.0, high=1.0,
        role="lever")]
    skill_spread: Annotated[Values, parameter(
        0.15, "spread of managers' skill", unit="ratio", low=0.0, high=0.3)]
    manager_exit: Annotated[Values, parameter(
        0.14, "team managers who leave", unit="per year", low=0.08, high=0.2)]
    safety_usual: Annotated[Values, parameter(
        0.5, "psychological safety without blame", unit="level", low=0.3, high=0.8)]
    safety_of_blame: Annotated[Values, parameter(
        0.6, "safety lost in a week of full blame", unit="level", low=0.2, high=1.0, note="Times 0.1.")]
    safety_months: Annotated[Values, parameter(
        24.0, "time in which safety comes back", unit="months", low=18, high=36)]
    just_culture: Annotated[Values, parameter(
        0.0, "how far the employer answers error with learning and shields its staff", unit="level", low=0.0, high=1.0,
        role="lever")]
    shield: Annotated[Values, parameter(
        0.6, "share of blame that a full just culture keeps from staff", unit="share", low=0.2, high=0.9,
        evidence="derived", source="governance B63", note="Disciplinary cases fell by 85% in one trust, uncontrolled.")]
    honesty_least: Annotated[Values, parameter(
        0.1, "problems passed up one level without safety", unit="share", low=0.0, high=0.3)]
    honesty_gain: Annotated[Values, parameter(
        0.6, "more of them passed up with full safety", unit="share", low=0.3, high=0.8, evidence="derived",
        source="governance B65")]
    audit_files: Annotated[Values, parameter(
        6.0, "files a team manager audits in a quarter", unit="count", low=0, high=20)]
    audit_discrimination: Annotated[Values, parameter(
        0.8, "how well an audit tells harm from its file and a call", unit="d′", low=0.3, high=1.5)]
    correction: Annotated[Values, parameter(
        0.15, "rise of supervision for each share of problems heard of", unit="level", low=0.0, high=0.4)]
