"""Web pages beside their peers: the text that trafilatura gives, the days that htmldate gives, and the time it takes.

python -m tests.bench.web_pages
"""

from __future__ import annotations

import json
import re
import time

from corpus.html.headline import find_headline
from corpus.html.main_box import find_main_box
from corpus.html.metadata import metadata
from corpus.html.published import find_published
from corpus.html.shown import shown
from corpus.html.source import parse
from corpus.html.text import read_text
from corpus.html_page import read_html_page
from corpus.quotations import quotations
from tests.corpus.test_html_pages import FOLDER, PAGES

_ROUNDS = 5
_ITEM = (
    '<li class="item item-{0} level1"><a href="/muc/{0}.html" title="Mục {0}"><i></i><span>Mục số {0}</span></a></li>'
)
_TEASER = (
    '<div class="side"><a href="/{0}"><img data-src="{0}.jpg"></a><h4><a href="/{0}">Đầu đề cột bên {0}</a></h4></div>'
)


def main() -> None:
    """Prints both tables."""
    pages = [page.read_text("utf-8") for page in PAGES]
    expected = [json.loads(page.with_suffix(".json").read_text("utf-8")) for page in PAGES]
    _compare(pages, expected)
    _measure([_heavier(page) for page in pages])


def _compare(pages: list[str], expected: list[dict[str, list[str]]]) -> None:
    import htmldate
    import trafilatura

    wanted = found = given = ours = our_given = days = our_days = 0
    for page, facts in zip(pages, expected, strict=True):
        lines = (trafilatura.extract(page) or "").splitlines()
        theirs = [line.removeprefix("- ").strip() for line in lines if line.strip()]
        article = read_html_page(page, "", "")
        wanted += len(facts["paragraphs"])
        found += sum(paragraph in theirs for paragraph in facts["paragraphs"])
        given += len(theirs)
        ours += sum(paragraph in article.paragraphs for paragraph in facts["paragraphs"])
        our_given += len(article.paragraphs)
        day = str(facts["published"])[:10]
        days += htmldate.find_date(page, original_date=True, extensive_search=False) == day
        our_days += str(article.published)[:10] == day
    lists = [page.read_text("utf-8") for page in (FOLDER / "without_article").iterdir()]
    texts = sum(len(trafilatura.extract(page) or "") > 500 for page in lists)
    print(f"{len(pages)} pages, {wanted} paragraphs")
    print(f"  timbao       {ours} as they stand, {our_given} lines given, {our_days} days")
    print(
        f"  trafilatura  {found} as they stand, {given} lines given, a text for {texts} of {len(lists)} without article"
    )
    print(f"  htmldate     {days} days")


def _measure(pages: list[str]) -> None:
    steps = dict.fromkeys(
        ("parse", "metadata", "shown", "main box", "headline", "text", "published", "quotations"), 0.0
    )
    before = 0.0

    def done(step: str) -> None:
        nonlocal before
        now = time.process_time()
        steps[step] += now - before
        before = now

    began = time.process_time()
    for page in pages * _ROUNDS:
        read_html_page(page, "", "")
    whole = time.process_time() - began
    for page in pages * _ROUNDS:
        before = time.process_time()
        root = parse(page)
        done("parse")
        meta = metadata(root)
        done("metadata")
        lines = shown(root)
        done("shown")
        box = find_main_box(lines)
        done("main box")
        headline = find_headline(lines, box, meta)
        done("headline")
        if headline is not None:
            body = read_text(lines, box, headline, meta)
            done("text")
            find_published(lines, box, headline, meta)
            done("published")
            quotations(body.lead, tuple(body.paragraphs))
            done("quotations")
    size = sum(len(page.encode()) for page in pages) / len(pages)
    count = len(pages) * _ROUNDS
    print(f"{size / 1000:.0f} kB a page: {60 * count / whole:.0f} pages a minute and core")
    for step, seconds in steps.items():
        print(f"  {step:10} {100 * seconds / sum(steps.values()):3.0f} %  {1000 * seconds / count:.2f} ms")


def _heavier(page: str) -> str:
    """A page with the menus, side boxes and scripts that sites have round an article."""
    menu = "<div class='mega-menu'><ul>" + "".join(_ITEM.format(number) for number in range(350)) + "</ul></div>"
    side = (
        "<div>"
        + "".join(_TEASER.format(number) for number in range(60))
        + "</div><script>"
        + "x=1;" * 6000
        + "</script>"
    )
    opened = re.sub(r"(<body[^>]*>)", lambda body: body[1] + menu, page, count=1, flags=re.IGNORECASE)
    return re.sub(r"</body>", lambda body: side + body[0], opened, count=1, flags=re.IGNORECASE)


if __name__ == "__main__":
    main()
