"""The words that keep company with a query: counted against going through the articles, measured against the papers."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate, pairwise
from math import log, log2
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Quotation, QuotationKind
from index import terms_at, windows
from index.plan import Row, Slot, Spoken, leaves
from index.snapshot import Snapshot
from index.syllables import syllables
from index.units import field_texts
from index.words import ModelSegmenter
from searcher import Archive
from searcher.figures.collocations import Measure, Ranking, log_dice, log_likelihood
from tests.conftest import Folder
from tests.index.random_archives import Random, RandomWords, archive, random_tree, write
from tests.program import Run

__all__ = ["archive"]

Words = list[tuple[str, int, int]]
"""The words of a unit, each with its first syllable and the one behind its last."""


def _words(text: str, segmenter: RandomWords | ModelSegmenter) -> Words:
    tokens = syllables(text)
    ends = list(accumulate(segmenter.word_lengths(text, tokens)))
    return [(" ".join(tokens.keys[begin:end]), begin, end) for begin, end in pairwise((0, *ends))]


def _near(words: Words, places: Iterable[tuple[int, int]], window: int) -> list[str]:
    """The words of a unit in the windows round some places, going through them."""
    inside: set[int] = set()
    chosen: set[int] = set()
    for begin, end in places:
        touched = [at for at, (_, first, behind) in enumerate(words) if first < end and begin < behind]
        inside |= set(touched)
        chosen |= set(range(max(touched[0] - window, 0), min(touched[-1] + window + 1, len(words))))
    return [words[at][0] for at in sorted(chosen - inside)]


@pytest.mark.parametrize("cut", [True, False])
def test_company_is_what_going_through_the_articles_counts(
    archive: Random, cut: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Random trees over a random archive with deletions and words of several syllables, from the stored articles and
    from the lists: every count of every word, in the windows and in all articles."""
    monkeypatch.setattr(terms_at, "TOKENS_TO_CUT", 0 if cut else 1 << 40)
    monkeypatch.setattr(terms_at, "ARTICLES_TO_READ", 0)
    monkeypatch.setattr(windows, "_AT_ONCE", 60)
    dice = random.Random(5)
    folder, expected = archive
    everything = Counter(
        word
        for article in expected.values()
        for name in ("title", "lead", "body", "caption")
        for text in field_texts(article, name)
        for word, _, _ in _words(text, RandomWords())
    )
    with Snapshot(folder) as snapshot:
        assert snapshot.vocabulary.size == everything.total()
        for word in (*everything, "không đâu có"):
            assert snapshot.vocabulary.count(word.split(" ")) == everything[word]
        for _ in range(40):
            tree = random_tree(dice, 2)
            if any(isinstance(leaf, Spoken) for leaf in leaves(tree)):
                continue
            window = dice.choice((1, 2, 5))
            counted: Counter[str] = Counter()
            for number in snapshot.evaluate(tree).numbers.tolist():
                article = snapshot.article(number)
                places = snapshot.places(tree, number, article)
                for field, unit in {(place.field_name, place.unit) for place in places}:
                    here = [(at.begin, at.end) for at in places if (at.field_name, at.unit) == (field, unit)]
                    counted.update(_near(_words(field_texts(article, field)[unit], RandomWords()), here, window))
            assert snapshot.vocabulary.company(tree, window) == counted, tree


@pytest.mark.parametrize("cut", [True, False])
@pytest.mark.parametrize("query", ["dân", "xã", "dân biết", "ủy ban nhân dân"])
def test_words_are_those_of_the_model(
    sample_index: Path, sample: Archive, query: str, cut: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the sample archive, whose words the model tells: every word, with its count near the query and in all."""
    monkeypatch.setattr(terms_at, "TOKENS_TO_CUT", 0 if cut else 1 << 40)
    segmenter = ModelSegmenter()
    near: Counter[str] = Counter()
    everything: Counter[str] = Counter()
    with Snapshot(sample_index) as snapshot:
        articles = [snapshot.article(number) for number in snapshot.numbers()]
    for article in articles:
        marked = {(at.field, at.number): at.places for at in sample.marked(article.id, query, aliases=None)}
        for field in ("title", "lead", "body", "caption"):
            for unit, text in enumerate(field_texts(article, field)):
                words = _words(text, segmenter)
                everything.update(word for word, _, _ in words)
                near.update(_near(words, marked.get((field, unit), ()), 3))
    found = sample.terms(query, window=3, order="count", limit=None, least=1, aliases=None)
    assert Counter({_key(word.term): word.count for word in found.words}) == Counter(
        {word: count for word, count in near.items() if any(map(str.isalpha, word))}
    )
    assert all(word.total == everything[_key(word.term)] for word in found.words)


def _key(term: str) -> str:
    return " ".join(syllables(term).keys)


def _indexed(tmp_path: Path, *paragraphs: str) -> Path:
    """An index of one article whose words are the model's."""
    article = Article(id="1", path="/p", title="", paragraphs=paragraphs)
    write(tmp_path / "index", [article], segmenter=ModelSegmenter())
    return tmp_path / "index"


def test_windows_end_with_the_paragraph_and_count_once(folder: Folder) -> None:
    """Two matches side by side have one window, no paragraph's words are another's, and no match keeps company."""
    folder.articles(["một hai ghe ba ghe bốn năm", "sáu ghe", "bảy"])
    with Snapshot(folder.index) as snapshot:
        assert snapshot.vocabulary.company(Row((Slot("ghe"),)), 1) == {"hai": 1, "ba": 1, "bốn": 1, "sáu": 1}
        assert snapshot.vocabulary.company(Row((Slot("ghe"),)), 9) == Counter("một hai ba bốn năm sáu".split())
        assert not snapshot.vocabulary.company(Row((Slot("bảy"),)), 9)


def test_a_word_that_is_matched_in_part_keeps_no_company(tmp_path: Path) -> None:
    """``dân`` inside ``nhân dân`` is beside no ``nhân``."""
    with Snapshot(_indexed(tmp_path, "Ý kiến nhân dân xã")) as snapshot:
        assert snapshot.vocabulary.company(Row((Slot("dân"),)), 2) == {"ý kiến": 1, "xã": 1}


def test_what_was_said_over_two_paragraphs_has_company_at_both_ends(tmp_path: Path) -> None:
    """A quotation that goes on in the next paragraph has words before its beginning and behind its end."""
    said = Quotation("nước về\nlúa tốt", QuotationKind.SPEECH, "Sáu", None, 0, 9, 7, 1)
    article = Article(id="1", path="/p", title="", paragraphs=("Ông nói: nước về", "lúa tốt lắm"), quotes=(said,))
    write(tmp_path / "index", [article])
    with Snapshot(tmp_path / "index") as snapshot:
        spoken = Spoken(Row((Slot("sáu"),)))
        assert snapshot.vocabulary.company(spoken, 1) == {"nói": 1, "lắm": 1}
        assert snapshot.vocabulary.company(spoken, 5) == {"ông": 1, "nói": 1, "lắm": 1}


def test_numbers_are_no_company_and_forms_are_the_authors(tmp_path: Path) -> None:
    """``2021`` is left out; ``Hà Nội`` has its capitals, ``kỹ thuật`` its y, and a sentence's first word is small."""
    folder = _indexed(
        tmp_path, "Hà Nội cho biết kỹ thuật", "Hà Nội cho biết 2021", "Kỹ thuật cho biết", "Đó là kỹ thuật"
    )
    with Archive.open(folder) as opened:
        found = opened.terms("cho biết", order="count", least=1)
        assert [(word.term, word.count, word.total) for word in found.words] == [("Hà Nội", 2, 2), ("kỹ thuật", 2, 3)]
        assert (found.articles, found.occurrences, found.reading) == (1, 3, '"cho biết"')


def test_the_likelihood_is_the_papers() -> None:
    """G² of a table by its definition, twice the sum of O · ln(O / E) over its four cells; none of an even spread."""
    table = {(1, 1): 110, (1, 0): 29004 - 110, (0, 1): 2552 - 110, (0, 0): 1000000 - 29004 - 2552 + 110}
    rows, columns = {1: 29004, 0: 1000000 - 29004}, {1: 2552, 0: 1000000 - 2552}
    by_hand = 2 * sum(seen * log(seen / (rows[i] * columns[j] / 1000000)) for (i, j), seen in table.items())
    assert log_likelihood(110, 2552, 29004, 1000000) == pytest.approx(by_hand)
    assert log_likelihood(5, 50, 100, 1000) == pytest.approx(0)
    assert log_likelihood(3, 3, 3, 3) == pytest.approx(0)


def test_log_dice_is_the_papers() -> None:
    """14 for what always stands together, one less for half as strong, whatever else is in the archive."""
    assert log_dice(8, 8, 8) == 14
    assert log_dice(4, 8, 8) == 13
    assert log_dice(3, 20, 10) == pytest.approx(14 + log2(6 / 30))


@given(
    counts=st.lists(st.tuples(st.integers(1, 30), st.integers(0, 300)), min_size=1, max_size=30),
    places=st.integers(1, 200),
    limit=st.integers(1, 8),
    by=st.sampled_from([Measure.LIKELIHOOD, Measure.DICE]),
)
def test_words_that_are_not_counted_could_not_come_first(
    counts: list[tuple[int, int]], places: int, limit: int, by: Measure
) -> None:
    """Whatever the counts, the first few are those of all words measured and sorted."""
    near = sum(count for count, _ in counts)
    together = {f"w{at}": count for at, (count, _) in enumerate(counts)}
    total = {f"w{at}": count + more for at, (count, more) in enumerate(counts)}
    ranking = Ranking(by, places, near, near + sum(more for _, more in counts) + 50)
    every = [ranking.collocate(word, together[word], total[word]) for word in together]
    drawn = sorted(filter(ranking.is_drawn, every), key=lambda each: (-ranking.measure(each), each.term))
    assert ranking.first(together, total.__getitem__, limit) == drawn[:limit]
    assert ranking.first(together, total.__getitem__, None) == drawn


def test_the_command_prints_a_table(sample_index: Path) -> None:
    """A word a line with its counts and measures, the totals on standard error."""
    run = Run("terms", "-n", "3", "--window", "4", "dân biết, dân bàn", index=sample_index)
    rows = [line.split("\t") for line in run.out.splitlines()]
    assert run.status == 0
    assert len(rows) == 3
    assert all(len(row) == 5 for row in rows)
    assert "term\tcount\ttotal\tlog_likelihood\tlog_dice" in run.err
    assert "6 articles, 7 places." in run.err


def test_the_command_prints_objects(sample_index: Path) -> None:
    """JSON has the schema's members, and the same words as the table in every order."""
    for order in ("likelihood", "dice", "count"):
        run = Run("terms", "--sort", order, "--format", "jsonl", "dân", index=sample_index)
        assert list(run.objects[0]) == ["schema", "term", "count", "total", "log_likelihood", "log_dice"]
        table = Run("terms", "--sort", order, "dân", index=sample_index)
        assert [each["term"] for each in run.objects] == [line.split("\t")[0] for line in table.out.splitlines()]
        name = {"likelihood": "log_likelihood", "dice": "log_dice", "count": "count"}[order]
        figures = [each[name] for each in run.objects]
        assert figures == sorted(figures, reverse=True)  # type: ignore[type-var]


def test_the_command_for_people(sample_index: Path) -> None:
    """Aligned figures under a heading, in either language; the word stands last."""
    run = Run("terms", "--format", "human", "-n", "4", "dân", index=sample_index)
    heading, *lines = run.out.splitlines()
    assert heading.split() == ["likelihood", "logDice", "near", "in", "all"]
    assert len(lines) == 4
    terms = [line.split("\t")[0] for line in Run("terms", "-n", "4", "dân", index=sample_index).out.splitlines()]
    assert [line[len(heading) :] for line in lines] == [f"  {term}" for term in terms]
    vietnamese = Run("terms", "--format", "human", "-n", "1", "dân", index=sample_index, env={"LC_ALL": "vi_VN.UTF-8"})
    assert vietnamese.out.splitlines()[0].split()[-2:] == ["tổng", "số"]
    figures = [each.split()[0] for each in (lines[0], vietnamese.out.splitlines()[1])]
    assert figures[1] == figures[0].translate(str.maketrans(",.", ".,")) != figures[0]


def test_no_company_is_no_match(sample_index: Path) -> None:
    """A query that matches nothing, and one near which no word stands so often, end with the status of no match."""
    nothing = Run("terms", "không đâu có chữ này", index=sample_index)
    assert (nothing.status, nothing.out) == (1, "")
    seldom = Run("terms", "--min-count", "1000", "dân", index=sample_index)
    assert (seldom.status, seldom.out) == (1, "")
    assert "No word stands near it 1,000 times or more" in seldom.err
