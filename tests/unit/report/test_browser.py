"""The page in a browser: everybody can read it, on a screen, a telephone and paper, offline."""

import re

import pytest

from tests.accessible import OPEN_ALL, violations

SCREENS = {"desktop": 1280, "telephone": 390}
PAPER = 703  # an A4 page less its margins, in pixels
FEWEST_LETTERS = 40
BLACK_AND_WHITE = "html { filter: grayscale(1); }"
FOCUSABLE = "a[href], summary, [tabindex='0'], button, input, select, textarea"


@pytest.fixture(scope="module")
def reports(folder, busy):
    from sim.report import write

    return {"few": write(folder), "many": write(busy)}


@pytest.fixture
def opened(chromium, reports):
    """Open a report with the network cut, and note every request that it makes."""
    pages = []

    def open_it(which="few", width=SCREENS["desktop"], **settings):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, offline=True, **settings
        )
        page = context.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(reports[which].as_uri())
        pages.append(context)
        return page

    yield open_it
    for context in pages:
        context.close()


@pytest.mark.parametrize(
    ("which", "screen"), [("few", "desktop"), ("few", "telephone"), ("many", "desktop")]
)
def test_axe_finds_no_violation(opened, which, screen):
    page = opened(which, SCREENS[screen])
    if which == "few":
        page.evaluate(OPEN_ALL)
    assert violations(page) == []


OVERLAPS = """() => [...document.querySelectorAll('.picture svg')].filter(
    svg => svg.checkVisibility()).flatMap(svg => {
        const texts = [...svg.querySelectorAll('text')].filter(one => one.textContent.trim())
            .map(one => [one.textContent.trim(), one.getBoundingClientRect()]);
        const page = svg.getBoundingClientRect();
        const found = texts.filter(([_, box]) => box.left < page.left - 1
            || box.right > page.right + 1 || box.bottom > page.bottom + 1 || box.top < page.top - 1
        ).map(([text, _]) => ['cut off', text]);
        texts.forEach(([text, a], n) => texts.slice(n + 1).forEach(([other, b]) => {
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (across > 1.5 && down > 4.5) found.push([text, other]);
        }));
        return found;
    })"""


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("which", ["few", "many"])
def test_no_text_of_a_figure_overlaps_another_or_is_cut_off(opened, which, screen):
    assert opened(which, SCREENS[screen]).evaluate(OVERLAPS) == []


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("which", ["few", "many"])
def test_nothing_scrolls_sideways_but_wide_tables_in_their_own_frame(opened, which, screen):
    page = opened(which, SCREENS[screen])
    assert page.evaluate("document.documentElement.scrollWidth") <= SCREENS[screen]
    outside = page.evaluate(
        """width => [...document.querySelectorAll('body *')].filter(one =>
            !one.closest('.wide') && !one.closest('svg') && one.checkVisibility()
            && one.getBoundingClientRect().right > width + 1).map(one => one.outerHTML.slice(0, 80))
        """,
        SCREENS[screen],
    )
    assert outside == []


def test_text_of_figures_is_never_tiny_on_a_screen(opened):
    for width in SCREENS.values():
        page = opened("few", width)
        smallest = page.evaluate(
            """() => Math.min(...[...document.querySelectorAll('.picture svg')].filter(
                one => one.checkVisibility()).map(one =>
                one.getBoundingClientRect().width / one.viewBox.baseVal.width))"""
        )
        points = 9.5 * smallest  # a unit of the drawing is a point
        assert points * 72 / 96 >= 8.0 * 72 / 96


def test_no_request_leaves_the_machine(opened):
    page = opened()
    assert len(page.asked) == 1
    assert page.asked[0].startswith("file://")


def test_the_keyboard_goes_through_the_page_from_top_to_bottom(opened):
    page = opened()
    stops = page.evaluate(
        """selector => [...document.querySelectorAll(selector)].map(
            (one, at) => one.checkVisibility() ? at : -1).filter(at => at >= 0)""",
        FOCUSABLE,
    )
    places = []
    for _ in stops:
        page.keyboard.press("Tab")
        places.append(page.evaluate(
            """selector => {
                const one = document.activeElement;
                return [[...document.querySelectorAll(selector)].indexOf(one),
                        getComputedStyle(one).outlineStyle];
            }""",
            FOCUSABLE,
        ))  # fmt: skip
    assert [at for at, _ in places] == stops
    assert all(outline != "none" for _, outline in places)


def test_every_figure_opens_its_table_by_keyboard(opened):
    page = opened()
    summary = page.locator("summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details").first.evaluate("one => one.open")


def test_tables_fit_on_paper(opened):
    for which in ("few", "many"):
        page = opened(which, PAPER)
        page.emulate_media(media="print")
        wide = page.evaluate(
            """() => [...document.querySelectorAll('.wide')].filter(one => one.checkVisibility())
                .filter(one => one.scrollWidth > one.clientWidth + 1)
                .map(one => one.getAttribute('aria-label'))"""
        )
        assert wide == []


@pytest.mark.parametrize("which", ["few", "many"])
def test_printed_pages_are_whole(opened, which):
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    page = opened(which)
    first_words = page.evaluate(
        """() => [...document.querySelectorAll('figure')].map(one => [
            one.querySelector('h3').textContent.split(':')[0] + ':',
            [...one.querySelectorAll('.on-page svg')[0].querySelectorAll('text')]
                .map(text => text.textContent.trim()).sort((a, b) => b.length - a.length)[0]])"""
    )
    with pdfium.PdfDocument(page.pdf(format="A4", prefer_css_page_size=True)) as paper:
        texts = [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in paper]
    assert all(len(text) > FEWEST_LETTERS for text in texts)
    for heading, word in first_words:
        on = [text for text in texts if re.search(rf"{heading} ", text)]
        assert any(" ".join(word.split()) in text for text in on), (heading, word)


def test_it_reads_without_colour(opened):
    """What is marked by colour is also told in words, and every line has its own dash."""
    page = opened()
    page.add_style_tag(content=BLACK_AND_WHITE)
    told = page.evaluate("() => [...document.querySelectorAll('.missed')].map(x => x.textContent)")
    assert told
    assert all(re.search(r"\b(out|not met|not run)\b", text) for text in told)
    unclear = page.evaluate(
        "() => [...document.querySelectorAll('td.unclear')].map(one => one.textContent)"
    )
    assert unclear
    words = ("not clear", "no change that matters", "no difference")
    assert all(any(one in text for one in words) for text in unclear)
