"""What axe-core finds wrong with a page in a browser."""

import pytest

OPEN_ALL = "document.querySelectorAll('details').forEach(one => one.open = true)"


def violations(page):
    """Rules that a page breaks, each with the first place where it does."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe-core")
    found = axe.Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:90]) for one in found]
