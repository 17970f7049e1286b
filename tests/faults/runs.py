"""The runs that are disturbed: a first index, an article more, replaced or removed, segments joined, a long run, a new
index in the place of an old one. Each begins with an index as it was and pages that have changed since.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from index import batch
from index.check import check
from index.errors import MissingIndexError
from index.report import Report
from index.snapshot import Snapshot
from index.store import open_generation
from index.stored import article_bytes, digest
from index.update import update
from index.words import SyllableSegmenter
from searcher import Archive
from searcher.indexing import Pages

Texts = Sequence[str]
WORDS = ("bản", "đồi", "sông", "mới")


@dataclass(frozen=True, slots=True)
class State:
    """What an index holds: a digest for each article, and how often some words are found."""

    articles: Mapping[str, bytes]
    counts: Sequence[tuple[int, int]]


NOTHING = State({}, ((0, 0),) * len(WORDS))
"""No index, or an empty one."""


def state(index: Path) -> State:
    """What an index holds. Raises what opening it and searching in it raise, but for one that is not there."""
    try:
        with Snapshot(index) as snapshot:
            numbers = list(snapshot.numbers())
            articles = [snapshot.article(number) for number in numbers]
            archive = Archive(snapshot)
            counts = [archive.count(word, match="phrase") for word in WORDS]
    except MissingIndexError:
        return NOTHING
    found = {article.id: digest(article_bytes(article)) for article in articles}
    assert len(found) == len(articles), "an article stands there twice"
    return State(found, tuple((count.articles, count.occurrences) for count in counts))


@dataclass(frozen=True, slots=True)
class Run:
    """A run over the pages below ``pages``; ``before`` is what was indexed, a data set each time, and by how many runs.

    The folder with the index as it was is ``template``, and ``small`` makes a run commit after a few articles.
    """

    name: str
    pages: Path
    template: Path
    tops: tuple[str, ...]
    rebuild: bool = False
    small: bool = False

    def __call__(self, folder: Path) -> Report:
        """Brings the index in a folder in step."""
        with _commits_of(3 if self.small else batch.HELD_BACK, 12 if self.small else batch.FULL_SEGMENT):
            return update(folder / "index", self.tops, Pages(0), segmenter=SyllableSegmenter(), rebuild=self.rebuild)

    def laid_out(self, folder: Path) -> Path:
        """A new folder with the index as it was before."""
        shutil.copytree(self.template, folder)
        return folder


@contextmanager
def _commits_of(held_back: int, full: int) -> Iterator[None]:
    with patch.object(batch, "HELD_BACK", held_back), patch.object(batch, "FULL_SEGMENT", full):
        yield


FEW = [f"bản số {at} bên sông" for at in range(8)]
QUOTING = "Bản ở trên đồi. Ông Nguyễn Văn Nam nói: “Con sông này có bản, có đồi mới”."
MANY = [f"bản số {at} trên đồi, bên con sông nhỏ" for at in range(16)]


def _first(run: _Making) -> Run:
    return run.made({"a": FEW})


def _add(run: _Making) -> Run:
    run.indexed({"a": MANY})
    return run.made({"a": MANY, "b": ["một bản mới"]})


def _replace(run: _Making) -> Run:
    run.indexed({"a": MANY})
    return run.made({"a": [*MANY[:-1], "đồi mới"]})


def _remove(run: _Making) -> Run:
    run.indexed({"a": MANY, "b": ["một bản mới"]})
    return run.made({"a": MANY})


def _join(run: _Making) -> Run:
    run.indexed({"a": MANY})
    run.indexed({"a": MANY, "b": FEW})
    return run.made({"a": MANY[1:], "b": [*FEW[:2], "đồi mới"], "c": [*MANY, *FEW]})


def _long(run: _Making) -> Run:
    run.indexed({"a": FEW})
    return run.made({"a": FEW[:5], "b": [f"{text} mới" for text in FEW]}, small=True)


def _rebuild(run: _Making) -> Run:
    """Of two data sets one has changed, and the other is away with its disk and carried over."""
    run.indexed({"a": FEW, "elsewhere": ["một bản mới", "đồi mới"]})
    return run.made({"a": [*FEW[:4], "đồi mới"]}, tops="a", rebuild=True, small=True)


MAKERS: Mapping[str, Callable[[_Making], Run]]


class _Making:
    """A folder in which the pages and the index of a run are made."""

    def __init__(self, name: str, folder: Path) -> None:
        self._name, self._pages, self._template = name, folder / "pages", folder / "before"
        self._pages.mkdir(parents=True)
        self._template.mkdir()

    def indexed(self, sets: Mapping[str, Texts]) -> None:
        """Indexes some data sets, as a run before did."""
        self._write(sets)
        Run(self._name, self._pages, self._template, (str(self._pages),))(self._template)

    def made(self, sets: Mapping[str, Texts], *, tops: str = "", rebuild: bool = False, small: bool = False) -> Run:
        """The run over the data sets as they are now."""
        self._write(sets)
        top = self._pages / f"{tops}.jsonl" if tops else self._pages
        return Run(self._name, self._pages, self._template, (str(top),), rebuild, small)

    def _write(self, sets: Mapping[str, Texts]) -> None:
        for page in self._pages.iterdir():
            page.unlink()
        for name, texts in sets.items():
            facts = {"source": "Báo Bản", "date": "2024-05-06"}
            rows = (
                {"id": f"{name}{at}", "title": f"Tin {name}{at}", "body": text, **facts}
                for at, text in enumerate(texts)
            )
            lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            (self._pages / f"{name}.jsonl").write_text(lines, "utf-8")


MAKERS = {
    "first index": _first,
    "add": _add,
    "replace": _replace,
    "remove": _remove,
    "join segments": _join,
    "long run": _long,
    "rebuild": _rebuild,
}


def made(name: str, folder: Path) -> Run:
    """One of the runs, its pages and the index before it below a new folder."""
    return MAKERS[name](_Making(name, folder / name.replace(" ", "-")))


def made_small(folder: Path) -> Run:
    """A rebuild that finds nothing new, over an index of very few articles, one of them with a quotation."""
    run = _Making("small", folder)
    run.indexed({"a": [FEW[0], QUOTING]})
    return run.made({"a": [FEW[0], QUOTING]}, rebuild=True)


def made_large(folder: Path, articles: int) -> Run:
    """A rebuild over an index of so many articles of three hundred syllables each, as often as syllables are used."""
    dice = random.Random(1)
    syllables = [
        f"{begin}{middle}{end}" for begin in "bcdghklmnrstvx" for middle in "aăâeêioôơuư" for end in ("", *"cmnpt")
    ]
    weights = [1 / rank for rank in range(1, len(syllables) + 1)]
    texts = []
    for number in range(articles):
        words = dice.choices(syllables, weights, k=300)
        lines = [" ".join(words[begin : begin + 60]) for begin in range(0, 300, 60)]
        texts.append("\n".join((*lines, QUOTING, MANY[number % len(MANY)])))
    run = _Making("large", folder)
    run.indexed({"a": texts})
    return run.made({"a": texts}, rebuild=True)


def stray_files(folder: Path) -> list[str]:
    """What lies beside and in an index and belongs to no state of it."""
    index = folder / "index"
    wanted = {"index", *(f"index/{name}" for name in (*open_generation(index).files(), "MAIN_WRITELOCK"))}
    return sorted({str(path.relative_to(folder)) for path in folder.rglob("*")} - wanted)


def faults_after(run: Run, folder: Path, allowed: Sequence[State], wanted: State) -> Iterator[str]:
    """What is wrong with an index after a run was disturbed: it is to be sound and in one of the ``allowed`` states,
    and the same run, made again, ends in the state that is ``wanted`` and leaves nothing behind.
    """
    index = folder / "index"
    try:
        found = state(index)
        if found not in allowed:
            yield f"holds {len(found.articles)} articles, as no state before or after did"
        if found is not NOTHING and (faults := list(check(index))):
            yield f"is not sound: {faults[0].file}: {faults[0].what}"
        run(folder)
        if state(index) != wanted:
            yield "is not in the wanted state after another run"
        if faults := list(check(index)):
            yield f"is not sound after another run: {faults[0].file}: {faults[0].what}"
        if strays := stray_files(folder):
            yield f"has files left over: {' '.join(strays)}"
    except Exception as error:  # whatever it is, it is what we look for
        yield f"raises {type(error).__name__}: {error}"
