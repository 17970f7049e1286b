"""How well are pages read? Facts, quotations, kinds and speakers against what a person reads on them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.article import Article

PAGES = Path(__file__).parent / "text_pages"
FACTS = ("title", "published", "author", "source", "section", "lead", "paragraphs", "captions")


@dataclass(slots=True)
class Share:
    """How many were right of how many found and how many wanted."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.wanted, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(self.found + self.wanted, 1)


@dataclass(slots=True)
class Score:
    """The figures of some pages, and what went wrong: kind of error, page, what was wanted, what was found."""

    pages: int = 0
    facts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FACTS, 0))
    quotations: Share = field(default_factory=Share)
    speech: Share = field(default_factory=Share)
    speakers: Share = field(default_factory=Share)
    kinds: Share = field(default_factory=Share)
    errors: list[tuple[str, str, object, object]] = field(default_factory=list)

    @property
    def fields(self) -> float:
        """The share of right facts over all facts of all pages."""
        return sum(self.facts.values()) / max(self.pages * len(FACTS), 1)

    def add(self, page: str, article: Article, wanted: Mapping[str, Any]) -> None:
        """Counts one page, facts and quotations."""
        self.pages += 1
        for fact in FACTS:
            value = getattr(article, fact)
            got, want = _comparable(list(value) if isinstance(value, tuple) else value), _comparable(wanted[fact])
            self.facts[fact] += got == want
            if got != want:
                self.errors.append((fact, page, want, got))
        self.add_quotations(page, article, wanted["quotes"], wanted["paragraphs"])

    def add_quotations(
        self, page: str, article: Article, wanted: Sequence[Mapping[str, Any]], wanted_paragraphs: Sequence[str]
    ) -> None:
        """Counts the quotations of one article; a passage is found where its text and its paragraph's text agree.

        What number the paragraph has does not count here: a line too many above is an error of the paragraphs.
        """
        texts, paragraphs = _comparable(list(article.paragraphs)), _comparable(list(wanted_paragraphs))
        found = [
            (None if quote.paragraph is None else texts[quote.paragraph], _comparable(quote.text), quote)
            for quote in article.quotes
        ]
        self.quotations.wanted += len(wanted)
        self.quotations.found += len(found)
        self.speech.wanted += sum(want["kind"] == "speech" for want in wanted)
        self.speech.found += sum(quote.kind == "speech" for _, _, quote in found)
        self.speakers.wanted += sum(want["speaker"] is not None for want in wanted)
        self.speakers.found += sum(quote.speaker is not None for _, _, quote in found)
        for want in wanted:
            key = (None if want["paragraph"] is None else paragraphs[want["paragraph"]], _comparable(want["text"]))
            at = next((at for at, (paragraph, text, _) in enumerate(found) if (paragraph, text) == key), None)
            if at is None:
                self.errors.append(("missed", page, want["text"], None))
                continue
            quote = found.pop(at)[2]
            self.quotations.right += 1
            self.kinds.wanted += 1
            self.kinds.right += quote.kind == want["kind"]
            self.speech.right += quote.kind == want["kind"] == "speech"
            speaker = _comparable(want["speaker"])
            if quote.kind != want["kind"]:
                self.errors.append(("kind", page, (want["kind"], want["text"]), quote.kind))
            elif quote.speaker != speaker:
                self.errors.append(("speaker", page, (speaker, want["text"]), quote.speaker))
            self.speakers.right += speaker is not None and quote.speaker == speaker
        self.errors += [("extra", page, None, text) for _, text, _ in found]


def _comparable(value: Any) -> Any:
    """A text composed and with single spaces: where a column breaks its lines is no difference."""
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    return [_comparable(each) for each in value] if isinstance(value, list) else value


def expectations(folder: Path = PAGES) -> Iterable[tuple[Path, Mapping[str, Any]]]:
    """The pages of a folder, each with what a person reads on it."""
    for facts in sorted(folder.glob("*.json")):
        yield facts.with_suffix(".txt"), json.loads(facts.read_text("utf-8"))
