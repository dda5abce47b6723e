"""The report: what a reader must find on the page, and what must never be there."""

import json
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

import pandas as pd
import pytest

from sim.report import write
from sim.report.comparison import Comparison
from sim.report.figures.figure import shown
from sim.report.figures.precision import precision
from sim.report.page import FIGURES
from sim.study.store import open_results

REQUESTS = re.compile(
    r"""(?:src|href|action|data|poster|srcset)\s*=\s*["'](?!#)|url\((?!#)|@import"""
)
EMPTY = {"meta", "link", "br", "img", "hr", "input"}


class Page(HTMLParser):
    """Read the tags of a page, refusing any that is not closed in order."""

    def __init__(self, text):
        super().__init__()
        self.headings, self.open, self.ids, self.tags, self.texts = [], [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append((self.open[-1] if self.open else "", data))


@pytest.fixture(scope="module")
def page(report):
    return Page(report)


def test_no_request_leaves_the_page(report):
    assert not REQUESTS.search(report)
    assert "://" not in report
    assert "default-src 'none'" in report


def test_nothing_needs_a_script(page):
    assert "script" not in {tag for tag, _ in page.tags}
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)


def test_tags_are_closed_and_names_are_used_once(page):
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))


def test_links_within_the_page_lead_somewhere(page):
    targets = {attributes["href"][1:] for tag, attributes in page.tags if tag == "a"}
    assert targets
    assert targets <= set(page.ids)


def test_headings_are_in_order(page):
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(
        after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False)
    )


def test_language_is_british_english(page):
    assert ("html", {"lang": "en-GB"}) in page.tags


def test_the_first_screen_holds_question_banner_answer_and_weakness(report):
    order = [
        "Does a cap on caseloads find more harm?", "Simulated results, not forecasts", "The answer",
        "Headline results", "Before you use this", "Findings", "Money", "How well the model fits",
        "Assumptions that matter", "Limits", "How to reproduce", "Definitions",
    ]  # fmt: skip
    places = [report.index(f"{words}", report.index("<body>")) for words in order[:2]]
    places += [report.index(f">{words}</h2>") for words in order[2:]]
    assert places == sorted(places)


def test_a_quick_look_says_so(report, make_results, tmp_path):
    made = make_results(tmp_path / "quick", names=("baseline",), replicates=2, quick=True)
    assert "<strong>Quick look.</strong>" in write(made).read_text(encoding="utf-8")
    assert "Quick look" not in report


def test_every_figure_has_a_finding_alt_text_description_table_and_files(report, folder):
    stems = re.findall(r"figure: <code>figures/(\d\d-[\w-]+)\.csv</code>", report)
    labels = re.findall(r'role="img" aria-label="([^"]+)"', report)
    pictures = [one for one in labels if not one.endswith("described above.")]
    titles = re.findall(r"<h3[^>]*>Figure \d+: (.+?)</h3>", report)
    subtitles = re.findall(r'<p class="subtitle">(.+?)</p>', report)
    assert len(stems) == len(pictures) == len(titles) == len(subtitles) >= 8
    assert all(len(text) > 40 for text in (*pictures, *subtitles))
    assert len(
        re.findall(r"<summary>Table and description for figure \d+</summary>", report)
    ) == len(stems)
    for stem in stems:
        assert len(pd.read_csv(folder / FIGURES / f"{stem}.csv")) > 1
        assert (folder / FIGURES / f"{stem}.png").stat().st_size > 5000
        ElementTree.parse(folder / FIGURES / f"{stem}.svg")


def test_alt_text_is_made_from_the_data(report):
    alts = re.findall(r'role="img" aria-label="([^"]+)"', report)
    assert any("of 15 changes are clear" in text for text in alts)
    assert all(re.search(r"\d", text) for text in alts)


def test_clear_and_unclear_changes_are_told_in_words(report):
    assert "(not clear)" in report
    assert "adjusted for the 15 comparisons in this table (Holm)" in report


def test_misses_of_the_calibration_table_are_red_and_in_words(report):
    cells = re.findall(r'<td class="missed">(.+?)</td>', report.split('id="fit"')[1])
    assert cells
    assert all(text.startswith("out") for text in cells)
    assert re.search(r"\.missed \{[^}]*color: var\(--red\)", report)
    assert re.search(r"<td>in</td>", report)


def test_minus_signs_are_true(page):
    shown = [text for tag, text in page.texts if tag not in ("style", "code", "svg", "text")]
    assert not any(re.search(r"(?<![\w-])-\d", text) for text in shown)


def test_how_to_reproduce_names_seed_and_hashes(report):
    assert re.search(r"Seed</th><td>7</td>", report)
    assert "0" * 64 in report


def test_levers_and_shocks_are_told_with_dates_and_prices(report):
    assert "none → 16 cases" in report
    assert "£2.0 million to set up and £400,000 a year (2025-26 prices)" in report
    assert "publicised death, 6 October 2025, in one authority drawn at random" in report


def test_the_same_results_give_the_same_page(report, folder):
    files = [*(folder / FIGURES).iterdir(), folder / "report.xlsx", folder / "official.csv"]
    first = {path: path.read_bytes() for path in files}
    assert write(folder).read_text(encoding="utf-8") == report
    assert {path: path.read_bytes() for path in files} == first
    assert set((folder / FIGURES).iterdir()) <= set(files)


def test_one_scenario_alone_is_reported_without_comparisons(make_results, tmp_path):
    made = make_results(tmp_path / "alone", names=("baseline",), replicates=2)
    text = write(made).read_text(encoding="utf-8")
    assert "nothing is compared" in text
    assert "Figure 1: Harm recognised within 52 weeks: 37." in text


def test_tables_that_are_missing_leave_their_figures_out(make_results, tmp_path):
    made = make_results(tmp_path / "less", names=("baseline", "cap"), replicates=3)
    for name in ("jobs", "spells"):
        (made / f"{name}.parquet").unlink()
    text = write(made).read_text(encoding="utf-8")
    assert "Staff still in post" not in text
    assert "Clear changes among" in text


def test_two_replicates_and_two_scenarios_are_enough(make_results, tmp_path):
    made = make_results(tmp_path / "two", names=("baseline", "cap"), replicates=2)
    assert "Simulated results" in write(made).read_text(encoding="utf-8")


def test_a_policy_that_differs_in_nothing_says_so(report):
    assert "No lever and no fact differs." in report


def test_expectations_are_shown_with_their_verdicts(report):
    assert '<td class="missed">not met</td>' in report
    assert "these runs lack the measure, or the scenario to compare with" in report


def test_the_spreadsheet_holds_the_tables(folder, report):
    assert report
    with zipfile.ZipFile(folder / "report.xlsx") as book:
        sheets = book.read("xl/workbook.xml").decode()
        text = book.read("xl/sharedStrings.xml").decode()
        tables = [name for name in book.namelist() if name.startswith("xl/tables/")]
    for name in ("Cover", "Contents", "Notes", "Headline", "Policies", "Official layout"):
        assert f'name="{name}"' in sheets
    assert "Simulated results, not forecasts" in text
    assert len(tables) >= 12


def test_findings_can_be_read_by_machines(folder, report):
    said = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
    assert said["answer"] in report.replace("&#39;", "'")
    assert {one["verdict"] for one in said["effects"]} <= {
        "clear", "clear but small", "no change that matters", "not clear",
    }  # fmt: skip


def test_a_figure_can_be_shown_on_another_page(folder):
    drawn = shown(precision(Comparison(open_results(folder))))
    page = Page(drawn)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert not REQUESTS.search(drawn)
