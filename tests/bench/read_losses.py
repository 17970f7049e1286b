"""What is lost where articles of a data set are read as pages: ``make read-losses DATA=articles.jsonl``.

    python -m tests.bench.read_losses DATA... [--every N] [--show N]

A rule that finds what belongs to a page's template may find it in an article, too. Here every line is an article's own
or known not to be: the articles, or fifty of every so many fifties, are printed as pages of text in the layouts below,
with other articles' titles as links, and read again. Each line of the article has to come back as its title, its lead,
a paragraph or a caption (or its author, where it is a name), and no link may.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.article import Article
from corpus.errors import CorpusError
from corpus.pages import PageFile
from corpus.readers import read_share
from corpus.text.page import read_text_page
from corpus.turns import Share
from corpus.walk import find_pages

SEED = 11
MENU = ("Trang chủ", "Thời sự", "Thế giới", "Kinh tế", "Giáo dục", "Thể thao", "Giải trí", "Pháp luật", "Sức khỏe")
DATE = "Thứ ba, 19/3/2019 | 08:15 (GMT+7)"


@dataclass(frozen=True, slots=True)
class Printed:
    """An article's own lines, with or without a lead, and other pages' titles round it."""

    title: str
    lead: str | None
    paragraphs: Sequence[str]
    links: Sequence[str]

    @property
    def text(self) -> list[str]:
        return [*([self.lead] if self.lead else []), *self.paragraphs]


def _plain(page: Printed) -> Iterator[str]:
    """Title, day and text with blank lines between, as most scrapers leave a page."""
    yield from (page.title, "", "19/03/2019 08:15", "")
    for line in page.text:
        yield from (line, "")
    yield from ("Chia sẻ", "Bình luận", "Tin liên quan", *page.links)


def _whole(page: Printed) -> Iterator[str]:
    """A whole site's lines without any blank one: menu, path, day above the title, links behind the text."""
    yield from ("Báo Điện Tử Miền Quê", *MENU, "Trang chủ", "Thời sự", DATE, page.title, *page.text)
    yield from ("Chia sẻ", "In bài", "TIN MỚI HƠN", *page.links, "© Báo Miền Quê")


def _signed(page: Printed) -> Iterator[str]:
    """A path in one line, controls below the day, the author below the text, tags and comments behind him."""
    yield from ("Trang chủ > Thời sự", "", page.title, "", DATE, "Chia sẻ", "A- A A+", "")
    for line in page.text:
        yield from (line, "")
    yield from (
        "Lâm Khê Vân",
        "",
        "Từ khóa: miền quê, mùa màng",
        "",
        "Ý kiến bạn đọc (0)",
        "",
        "Tin khác",
        *page.links,
    )


def _boxed(page: Printed) -> Iterator[str]:
    """Links under their heading in the middle of the text, controls and a count of readers at its end."""
    yield from ("Thời sự", "", page.title, f"Cập nhật: {DATE}", "")
    middle = len(page.text) // 2
    for line in page.text[:middle]:
        yield from (line, "")
    yield from ("Tin liên quan", *page.links[:2], "")
    for line in page.text[middle:]:
        yield from (line, "")
    yield from ("Lượt xem: 1.204", "In trang", "Các tin khác", *page.links)


LAYOUTS: Mapping[str, Callable[[Printed], Iterator[str]]] = {
    "plain": _plain,
    "whole": _whole,
    "signed": _signed,
    "boxed": _boxed,
}
COLUMNS = (
    "pages",
    "titles",
    "leads found",
    "leads",
    "false leads",
    "no leads",
    "lines",
    "lost",
    "as captions",
    "links",
)


def printed(articles: Sequence[Article]) -> Iterator[Printed]:
    """What is printed of each article, of every second one without its lead."""
    for number, article in enumerate(articles):
        links = [articles[(number + step) % len(articles)].title for step in range(1, 6)]
        yield Printed(article.title, article.lead if number % 2 else None, article.paragraphs, links)


@dataclass(slots=True)
class Losses:
    """The counts of one layout, by the names of ``COLUMNS``, and examples of each fault."""

    counts: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def add(self, page: Printed, text: str) -> None:
        """Reads a page that was printed so, and counts what came back of it."""
        self.counts["pages"] += 1
        try:
            article = read_text_page(text, "page", "page")
        except CorpusError as error:
            self._note("refused", f"{error.kind}: {page.title}")
            return
        if _same(article.title) == _same(page.title):
            self.counts["titles"] += 1
        else:
            self._note("titles", f"{page.title} | {article.title}")
        if page.lead is None:
            self.counts["no leads"] += 1
            self.counts["false leads"] += article.lead is not None
        else:
            self.counts["leads"] += 1
            self.counts["leads found"] += _same(article.lead or "") == _same(page.lead)
        self._add_lines(page, article)

    def _add_lines(self, page: Printed, article: Article) -> None:
        lead = _same(article.lead or "")
        kept = {_same(article.title), lead, *map(_same, article.paragraphs)}
        captions = "\n".join(map(_same, article.captions))
        names = {_same(article.author or ""), _same(article.source or "")}
        own = list(filter(None, map(_same, page.paragraphs)))
        self.counts["lines"] += len(own)
        for line in own:
            if line in kept or (lead and line.endswith(lead)):  # an agency's name in front is cut off
                continue
            if line in captions:
                self.counts["as captions"] += 1
            elif line not in names:
                self.counts["lost"] += 1
                self._note("lost", line)
        for link in {*map(_same, page.links)} - {*own, _same(page.title)}:
            if link in kept or link in captions:
                self.counts["links"] += 1
                self._note("links", link)

    def _note(self, fault: str, example: str) -> None:
        self.examples.setdefault(fault, []).append(example)


def _same(text: str) -> str:
    return " ".join(text.split())


def _some(data: Sequence[str], every: int) -> Iterator[Article]:
    """The articles of one turn in so many, of which the others are not read."""
    for page in find_pages(data):
        for item in read_share(page, Share(0, every)) if isinstance(page, PageFile) else ():
            if isinstance(item, Article) and item.title and len(item.paragraphs) > 1:
                yield item


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("data", nargs="+")
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--show", type=int, default=20)
    asked = options.parse_args()
    losses = {name: Losses() for name in LAYOUTS}
    for page in printed(list(_some(asked.data, asked.every))):
        for name, layout in LAYOUTS.items():
            losses[name].add(page, "\n".join(layout(page)))
    chance = random.Random(SEED)
    for name, found in losses.items():
        for fault, examples in found.examples.items():
            print(f"\n{name}, {fault}: {len(examples)}")
            for example in chance.sample(examples, min(asked.show, len(examples))):
                print(f"  {example:.150}")
    print("\n" + " ".join(f"{column:>11}" for column in ("layout", *COLUMNS)))
    for name, found in losses.items():
        print(" ".join(f"{value:>11}" for value in (name, *(found.counts[column] for column in COLUMNS))))


if __name__ == "__main__":
    main()
