"""A timeline drawn and as a page: what is in it, that it is laid out well, and that nothing in it is live."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searcher.messages import choose
from searcher.printers.markup import markup
from searcher.printers.scale import named_periods, round_marks
from searcher.printers.terminal import cut_right
from searcher.printers.timeline_html import html
from searcher.printers.timeline_svg import svg
from searcher.results.over_time import Apart, Period, Timeline
from tests.conftest import Folder
from tests.program import Run

SVG = "{http://www.w3.org/2000/svg}"
ATTACKS = (
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>",
    "</svg><svg onload=alert(1)>",
    "</style><style>*{background:url(//x.example)}</style>",
    "<![CDATA[<a href='javascript:alert(1)'>]]>",
    "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "--><iframe src=//x.example></iframe><!--",
    "&lt;script&gt; &#60;script&#62; &amp;",
    "<?xml-stylesheet href='//x.example'?>",
    "<details open ontoggle=alert(1)>",
    "\u202egnp.exe\u2066\u200f",
    "\x00\x07\x1b[31m\x9b31m\x7f\ud800\ufffe\uffff",
    "một\r\nhai\u2028ba",
    "{rate} {0} %s",
    "\"'<&>" * 100,
)
NO_TAGS = frozenset(
    ("script", "iframe", "object", "embed", "img", "image", "a", "link", "use", "foreignobject", "base", "form")
)
LIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


class _Page(HTMLParser):
    """The elements and the texts of a page as a browser reads them, each element with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def _timeline(*articles: int, text: str = "cải cách", keys: tuple[str, ...] = (), per: str = "year") -> Timeline:
    """A timeline of years from 2001 on or of some keys, all of whose texts are this one."""
    periods = tuple(
        Period(keys[at] if keys else str(2001 + at), many, 2 * many, 3 * many + 1, ((text, text),) * min(many, 3))
        for at, many in enumerate(articles)
    )
    total = sum(articles)
    return Timeline(per, periods, Apart(3, 4), Apart(1, 1), total + 4, 2 * total + 5, text, (("source", text),))


def _drawn(found: Timeline) -> ElementTree.Element:
    return ElementTree.fromstring("\n".join(svg(found)))


def _texts(drawn: ElementTree.Element, kind: str) -> list[str]:
    return [each.text or "" for each in drawn.iter(f"{SVG}text") if each.get("class") == kind]


def _assert_harmless(elements: list[tuple[str, dict[str, str | None]]]) -> None:
    for tag, attributes in elements:
        assert tag.lower().removeprefix(SVG.lower()) not in NO_TAGS, tag
        for name, value in attributes.items():
            assert not name.lower().startswith("on"), name
            assert name.lower().rpartition("}")[2] not in ("href", "src", "style", "srcset", "action"), name
            assert name == "xmlns" or "//" not in (value or ""), value


@pytest.mark.parametrize("text", ATTACKS)
def test_texts_of_others_are_texts_in_a_drawing(text: str) -> None:
    """Whatever a query, a title or a source holds, an XML parser finds it as text, in the elements that are ours."""
    drawn, plain = _drawn(_timeline(3, 0, 1, text=text)), _drawn(_timeline(3, 0, 1))
    assert [each.tag for each in drawn.iter()] == [each.tag for each in plain.iter()]
    _assert_harmless([(each.tag, dict(each.attrib)) for each in drawn.iter()])
    assert not any(LIVE.search(each.text or "") for each in drawn.iter())
    assert _texts(drawn, "query") == [cut_right(_read(text), 84)]


def _read(text: str) -> str:
    """What a parser makes of a text that was written as markup."""
    return ElementTree.fromstring(f"<x>{markup(text)}</x>").text or ""


@pytest.mark.parametrize("text", ATTACKS)
def test_texts_of_others_are_texts_in_a_page(text: str) -> None:
    """The same of a page and an HTML parser; and all elements are closed in their order."""
    page, plain = (_Page("\n".join(html(_timeline(3, 0, 1, text=each)))) for each in (text, "cải cách"))
    assert [tag for tag, _ in page.elements] == [tag for tag, _ in plain.elements]
    assert not page.open
    _assert_harmless(page.elements)
    assert not any(LIVE.search(each) for each in page.texts)


@given(st.text(min_size=1))
def test_any_text_reads_as_itself(text: str) -> None:
    """In markup a text has a character for each of its own, in an attribute as well; harmless ones are the same."""
    read = _read(text)
    assert ElementTree.fromstring(f"<x y='{markup(text)}'/>").get("y") == read
    assert len(read) == len(text)
    assert all(now == was or LIVE.match(was) or was.isspace() for now, was in zip(read, text, strict=True))


def test_a_page_lets_nothing_in_but_its_own_style() -> None:
    """The policy names the style by its digest; no element has a style of its own, and there is no other address."""
    text = "\n".join(html(_timeline(3, 0, 1)))
    page = _Page(text)
    policy = next(each["content"] for each in page.named("meta") if each.get("http-equiv") == "Content-Security-Policy")
    style = re.findall("<style>(.*?)</style>", text, re.DOTALL)
    assert len(style) == 1
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert set(re.findall(r"\w+://[^\s\"']+", text)) == {"http://www.w3.org/2000/svg"}
    assert "@import" not in text
    assert "url(" not in text
    assert "prefers-color-scheme: dark" in text


def test_a_page_has_the_figures_of_its_drawing() -> None:
    """A row of the table for each period, with its figures and titles; what is apart and the sum stand under them."""
    page = _Page("\n".join(html(_timeline(1200, 0, 1))))
    shown = " ".join(" ".join(page.texts).split())
    assert "Year Articles Places All articles Per 1,000 Best articles" in shown
    assert "2001 1,200 2,400 3,601 333 3 titles cải cách cải cách" in shown
    assert "2002 0 0 1 0 2003 1 2 4 250 1 title" in shown
    assert "dated less precisely 3 4 without a date 1 1 in all 1,205 2,407" in shown
    assert len(page.named("details")) == 2
    assert page.named("html") == [{"lang": "en"}]
    assert {each.get("scope") for each in page.named("th")} == {"col", "row"}


@pytest.fixture
def vietnamese() -> Iterator[None]:
    choose("vi")
    yield
    choose(None)


@pytest.mark.usefixtures("vietnamese")
def test_a_page_speaks_the_readers_language() -> None:
    """In Vietnamese the page says that it is, and figures are parted as there."""
    page = _Page("\n".join(html(_timeline(1200, 0, 1))))
    shown = " ".join(" ".join(page.texts).split())
    assert page.named("html") == [{"lang": "vi"}]
    assert "Năm Số bài Số chỗ Tất cả bài Mỗi 1.000 Bài khớp nhất" in shown
    assert "2001 1.200 2.400" in shown
    assert "Không có ngày đăng" in shown


def test_a_drawing_tells_each_period() -> None:
    """A column for each period names its figures and titles; one without a match has no bar, and is told as well."""
    drawn = _drawn(_timeline(3, 0, 1))
    columns = [each for each in drawn.iter(f"{SVG}g") if each.get("class") == "period"]
    told = [next(each.iter(f"{SVG}title")).text for each in columns]
    assert told[0] == "2001: 3 articles, 6 places\n300 per 1,000 of 10 articles\n" + "\n".join(["• cải cách"] * 3)
    assert told[1] == "2002: 0 articles, 0 places\n0 per 1,000 of 1 article"
    kinds = [[each.get("class") for each in column.iter(f"{SVG}rect")] for column in columns]
    assert kinds == [["under", "articles", "places", "rate"], ["under"], ["under", "articles", "places", "rate"]]
    notes = [each.text for each in drawn.iter(f"{SVG}text")]
    assert "Dated less precisely, in no period: 3 articles, 4 places." in notes
    assert "7 articles" not in " ".join(filter(None, notes))
    assert _texts(drawn, "query") == ["cải cách"]


def test_bars_are_as_high_as_their_figures() -> None:
    """On each scale a bar is to the highest mark what its figure is to that mark, and none leaves its panel."""
    found = _timeline(40, 10, 1, 0, 37)
    drawn = _drawn(found)
    for kind, figures in (
        ("articles", [period.articles for period in found.periods]),
        ("places", [period.occurrences for period in found.periods]),
        ("rate", [period.per_thousand for period in found.periods]),
    ):
        heights = [float(each.get("height", "")) for each in drawn.iter(f"{SVG}rect") if each.get("class") == kind]
        wanted = [figure for figure in figures if figure]
        scale = max(heights) / max(wanted)
        assert heights == [pytest.approx(max(figure * scale, 1), abs=0.2) for figure in wanted]
        assert max(heights) <= 190


def test_what_has_no_places_or_no_periods_is_drawn_all_the_same() -> None:
    """A query of facts alone has no panel of places; where no article has a date, or none was found, this is said."""
    facts = Timeline("year", (Period("2019", 2, 0, 2),), Apart(0, 0), Apart(0, 0), 2, 0, "date:2019")
    assert _texts(_drawn(facts), "panel") == ["Articles", "Per 1,000 articles"]
    for found, said in (
        (Timeline("year", (), Apart(0, 0), Apart(2, 3), 2, 3, "x"), "No article that was found has such a date."),
        (Timeline("year", (), Apart(0, 0), Apart(0, 0), 0, 0, "x"), "Nothing found."),
    ):
        assert said in [each.text for each in _drawn(found).iter(f"{SVG}text")]
        assert said in "\n".join(html(found))


def test_a_drawing_of_very_many_days_is_bounded_by_its_matches() -> None:
    """Of more periods than a screen has columns, those without a match are left out."""
    keys = tuple(f"{year:04}" for year in range(5000))
    drawn = _drawn(_timeline(5, *[0] * 4998, 7, keys=keys))
    assert len([each for each in drawn.iter(f"{SVG}g") if each.get("class") == "period"]) == 2
    assert len(list(drawn.iter())) < 100


@given(
    st.floats(0, 1e9, allow_subnormal=False).filter(lambda value: value == 0 or value > 1e-4),
    st.integers(2, 6),
    st.booleans(),
)
def test_marks_are_round_and_reach_over_the_highest(highest: float, most: int, whole: bool) -> None:
    """Marks begin at 0, 1, 2 or 5 of some power of ten apart, and only the last one is not below the highest."""
    marks = round_marks(highest, most, whole=whole)
    step = marks[1]
    assert marks[0] == 0
    assert 2 <= len(marks) <= most + 1
    assert marks[-1] >= highest * (1 - 1e-6) - 1e-9
    assert len(marks) == 2 or marks[-2] < highest
    assert float(f"{step:e}".split("e")[0]) in (1, 2, 5)
    assert not whole or all(mark == int(mark) for mark in marks)


@pytest.mark.parametrize("count", [1, 3, 12, 30, 60, 100, 400, 2000, 20_000])
@pytest.mark.parametrize("per", ["year", "month", "day"])
def test_names_of_periods_do_not_touch(count: int, per: str) -> None:
    """However many periods there are, some are named, and between two names there is room for both."""
    from searcher.figures.timeline import Per, _named

    first = {"year": 1900, "month": 1990 * 12 + 4, "day": 727_000}[per]
    if per == "year" and count > 8000:
        return
    keys = [_named(first + at, Per(per)) for at in range(count)]
    names = named_periods(keys, 856)
    assert names
    assert all(keys[at].startswith(name) for at, name in names)
    assert len(names) == count or count > 10
    step = 856 / count
    for (at, name), (behind, _) in pairwise(names):
        assert (behind - at) * step >= len(name) * 7


def test_the_program_draws_what_articles_say(folder: Folder, tmp_path: Path) -> None:
    """Run as a person runs it, over articles with hostile titles: both files parse, and name the titles as text."""
    titles = [f"{attack} cảng" for attack in ATTACKS if "\ud800" not in attack]
    folder.records(
        "a.jsonl",
        *(
            {"id": str(at), "title": escape(title), "body": "cảng cá", "published": f"20{at:02}"}
            for at, title in enumerate(titles)
        ),
    )
    folder.update()
    drawing, page = tmp_path / "t.svg", tmp_path / "t.html"
    run = Run("timeline", "cảng cá", "--svg", str(drawing), "--html", str(page), index=folder.index)
    assert run.status == 0
    drawn = ElementTree.fromstring(drawing.read_bytes())
    _assert_harmless([(each.tag, dict(each.attrib)) for each in drawn.iter()])
    assert "<script>alert(1)</script>" in "".join(drawn.itertext())
    read = _Page(page.read_text("utf-8"))
    _assert_harmless(read.elements)
    assert "<script>alert(1)</script>" in "".join(read.texts)
