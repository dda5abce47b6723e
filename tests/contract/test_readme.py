"""What the page about scenarios shows can be written so."""

import re

import pytest

from sim.kernel.errors import InputError
from sim.scenario.check import check_files
from sim.scenario.find import HOME

PAGE = (HOME / "scenarios/README.md").read_text("utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda text: text.split("\n", 1)[0])
def test_every_file_on_the_page_is_as_it_should_be(block, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shown.yaml").write_text(block, encoding="utf-8")
    try:
        check_files(["shown.yaml"])
    except InputError as wrong:
        pytest.fail(str(wrong))


def test_the_page_shows_each_kind_of_file():
    first = {block.split(":", 1)[0] for block in BLOCKS}
    assert first >= {"scenario", "place", "experiment"}
