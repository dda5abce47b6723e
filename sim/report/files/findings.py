"""Findings: what the page says, as a file that machines can read."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sim.report.comparison import Comparison
from sim.report.foretold import NOT_MET
from sim.report.words.sentences import verdict

FINDINGS = "findings.json"


def found(comparison: Comparison, said: Mapping[str, Any]) -> str:
    """Write the answer, the titles of the figures and the verdict on every headline change."""
    content = {
        "question": comparison.experiment.question,
        "answer": said["answer"],
        "before_you_use_this": said["caveats"],
        "figures": [
            {"name": one.figure.name, "title": one.figure.title, "subtitle": one.figure.subtitle}
            for one in said["figures"]
        ],
        "effects": [
            {**asdict(effect), "verdict": verdict(effect, comparison.subject(effect.measure))}
            for effect in comparison.effects
        ],
        "serious_incidents_that_could_show": [asdict(one) for one in said["incidents"]],
        "expectations": [asdict(one) for one in said["foretold"]],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def ruled_out(folder: Path) -> list[str]:
    """Say which expectations the runs of a reported folder rule out: whose verdict is not met."""
    said = json.loads((folder / FINDINGS).read_text(encoding="utf-8"))
    return [
        f"{one['policy']}: expected “{one['text']}”, found {one['found']}."
        for one in said["expectations"]
        if one["verdict"] == NOT_MET
    ]
