"""The schema works in an editor: over the language server's own protocol."""

import pytest

from sim.parameters.registry import registry
from sim.scenario.find import HOME, ROOMS, files
from tests.editor import Editor, missing

# The server comes from npm (`make editor`), which not every machine has. The same schema is held
# without it in test_schema.py.
pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())
SHIPPED = sorted({file for room in ROOMS for file in files(room)})
MODELINE = "# yaml-language-server: $schema={}/scenarios/schema/{}.json\n"
SCENARIO = MODELINE.format(HOME, "scenario") + "scenario: mine\nextends: baseline\n"


@pytest.fixture(scope="module")
def editor():
    found = Editor(HOME)
    yield found
    found.close()


def test_no_shipped_file_is_underlined(editor):
    found = {file.stem: editor.open(file) for file in SHIPPED}
    assert {name: said for name, said in found.items() if said} == {}


def test_mistakes_are_underlined_while_they_are_typed(editor, tmp_path):
    text = (HOME / "tests/golden/mistakes/one-file-many-mistakes.yaml").read_text("utf-8")
    text = SCENARIO + text.split("extends: baseline\n")[1]
    said = editor.open(tmp_path / "mine.yaml", text)
    lines = {one["range"]["start"]["line"]: one["message"] for one in said}
    written = text.splitlines()
    for number, words in lines.items():
        assert words, written[number]
    wrong = {written[number].strip().split(":")[0] for number in lines}
    assert wrong >= {
        "warm_up", "workforce.pay_suplement", "loops", "where", "- turnovr falls",
        "change", "- action",
    }  # fmt: skip


def test_hovering_over_a_parameter_tells_what_it_is(editor, tmp_path):
    file = tmp_path / "hovered.yaml"
    editor.open(file, SCENARIO + "parameters:\n  allocation.caseload_cap: 16 cases\n")
    told = str(editor.at("hover", file, 4, 6)["contents"])
    assert registry()["allocation.caseload_cap"].label[1:] in told
    assert "Default" in told
    assert "Lever" in told


def offered(editor, file, text, line, column):
    editor.open(file, text)
    found = editor.at("completion", file, line, column)
    return {one["label"] for one in found["items"]}


def test_every_parameter_is_offered_by_name(editor, tmp_path):
    text = SCENARIO + "parameters:\n  \n"
    names = offered(editor, tmp_path / "offered.yaml", text, 4, 2)
    assert names >= {name for name in registry() if name.split(".")[0] not in SWITCHED}


def test_only_levers_are_offered_to_an_action(editor, tmp_path):
    text = SCENARIO + "actions:\n  - action: a\n    from: 2026-04\n    change:\n      \n"
    names = offered(editor, tmp_path / "levers.yaml", text, 7, 6)
    assert names == {name for name, one in registry().items() if one.role == "lever"}


SWITCHED = ("loops", "couplings")
