"""Tokens by arrays, against tokens one by one."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.bulk_tokens import BulkTokens
from index.normal_form import normal_form
from index.segment.columns import KeyNumbers
from index.segmentation.pieces import PIECE, undressed
from index.segmentation.run_numbers import LETTERS, MARKS
from index.syllables import syllables
from index.words import LONGEST_WORD, ModelSegmenter, Segmenter, SyllableSegmenter

IN_BULK = BulkTokens(None, 1)
MODEL = ModelSegmenter()


def _columns(segmenter: Segmenter | BulkTokens, texts: list[str]) -> tuple[list[str], list[int], list[int]]:
    numbers = KeyNumbers()
    found = segmenter.tokens(texts, numbers)
    assert not found.joints.any()
    keys = ["", *numbers.keys]
    return [keys[term] for term in found.terms], found.starts.tolist(), found.lengths.tolist()


PARTS = st.sampled_from(
    [*LETTERS, *LETTERS.upper(), *MARKS, *"0127 .,-_'\n\0²ʼßİſﬁðĲǰK😀\u00ad\u200b\u0302\ud800\u3000"]
)


@settings(max_examples=500)
@given(st.lists(st.lists(PARTS, max_size=30).map("".join), max_size=4))
@example(
    ["Covid19 COVID-19 covid19", "", "abcdefg abcdefgh Abcdefg ABCDEFGH", "NGHIÊNG nghiêng Nghie\u0302ng NGHIE\u0302NG"]
)
def test_runs_between_tokens_have_the_tokens_that_they_have_one_by_one(texts: list[str]) -> None:
    """However letters are capitalized and marks written, in whatever order runs are met."""
    assert _columns(IN_BULK, texts) == _columns(SyllableSegmenter(), texts)


@given(st.lists(PARTS, max_size=18).map("".join))
def test_plain_letters_have_their_normal_form(text: str) -> None:
    """The short way to the key of a token leads to its normal form."""
    tokens = syllables(text)
    spans = zip(tokens.starts, tokens.ends, strict=True)
    assert list(tokens.keys) == [normal_form(text[start:end]) for start, end in spans]


DRESS = st.lists(
    st.sampled_from([*'"“‘(,;:!?)”’…%.@-/>=_1ÁaZđpPs', "Tp", "Mr", "ThS", "a://", "a@b.c", "M\u00adr"]), max_size=9
)


@settings(max_examples=1000)
@given(DRESS.map("".join))
@example('("a://b,")')
def test_marks_round_a_core_are_pieces_by_themselves(run: str) -> None:
    """A run's pieces are the marks that it opens with, those of its core, and the marks that close it."""
    opening, core, closing = undressed(run)
    assert opening + core + closing == run
    assert [*opening, *PIECE.findall(core), *closing] == PIECE.findall(run)


ODD = st.lists(
    st.sampled_from([*'"(.,”%A1S s\u00ad\u200b\u0301\u0323\u0338a=>\u212a', "học", "sinh", "Mr", " ", "a@b.c"]),
    max_size=20,
)


@settings(max_examples=300)
@given(st.lists(ODD.map("".join), min_size=1, max_size=3))
@example(["Mr\u00ad. Ho\u0323c sinh. s\u0323. \u212a."])
def test_words_of_odd_texts_are_those_of_one_text(texts: list[str]) -> None:
    """Text that looks otherwise than it is written has its words in bulk, too."""
    numbers = KeyNumbers()
    found = MODEL._in_bulk.tokens(texts, numbers)
    sizes: list[int] = []
    for text in texts:
        sizes += (*MODEL.word_lengths(text, syllables(text)), 1)
    assert [joint for size in sizes for joint in (False, *[True] * (size - 1))] == found.joints.tolist()
    assert max(sizes) <= LONGEST_WORD
