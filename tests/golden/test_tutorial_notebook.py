"""The tutorial notebook runs from top to bottom, and shows what it promises."""

import json
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from sim.scenario.find import HOME

NOTEBOOK = HOME / "TUTORIAL.ipynb"
SECONDS = 600


@pytest.fixture(scope="module")
def cells(tmp_path_factory):
    """The cells that hold code, after they have been run one after another."""
    folder = tmp_path_factory.mktemp("notebook")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CPSIM_CACHE", str(folder / "cache"))
        patch.setenv("PYTHONPATH", str(HOME))
        patch.setenv("JUPYTER_PLATFORM_DIRS", "1")
        patch.setenv("IPYTHONDIR", str(folder / "ipython"))
        client = NotebookClient(
            notebook, timeout=SECONDS, kernel_name="python3",
            resources={"metadata": {"path": str(folder)}},
        )  # fmt: skip
        client.execute()
    assert Path(folder / "results").is_dir()
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def shown(cells, beginning):
    """What the cell that begins so gives back, in every form."""
    (cell,) = (one for one in cells if one.source.startswith(beginning))
    texts = [
        *(one.get("text", "") for one in cell.outputs),
        *(text for one in cell.outputs for text in one.get("data", {}).values()),
    ]
    return "\n".join(texts)


def test_no_cell_ends_in_an_error_or_a_warning(cells):
    kinds = {(one.output_type, one.get("name")) for cell in cells for one in cell.outputs}
    assert kinds <= {("execute_result", None), ("stream", "stdout")}


def test_the_policy_is_told_in_words_and_a_mistake_with_a_way_out(cells):
    assert "workforce.posts_funded: multiplied by 1.2" in shown(cells, "tiny = ")
    assert "E302" in shown(cells, "try:")


def test_tables_and_figures_are_shown(cells):
    assert "turnover" in shown(cells, "effects = ")
    assert "<svg" in shown(cells, "results.plot.effects()")
    assert "2024-25 Q4" in shown(cells, "results.quarterly")
    assert "report.html" in shown(cells, "results.report()")


def test_the_same_money_is_told_for_each_policy(cells):
    told = shown(cells, "equal = ").splitlines()
    assert [line.split()[0] for line in told if line] == ["posts", "pay"]


def test_it_is_kept_without_what_it_gave(request):
    kept = json.loads(NOTEBOOK.read_text("utf-8"))["cells"]
    assert not any(cell.get("outputs") for cell in kept)
