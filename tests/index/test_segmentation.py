"""pyvi's segmentation, against pyvi itself."""

from __future__ import annotations

import itertools
import random
import unicodedata
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.readers import read_paths
from index import segmentation, word_model
from index.errors import MissingModelError
from index.segmentation import PieceSegmenter
from index.word_model import load_model
from tests.conftest import SAMPLE

MODEL = load_model()
SEGMENTER = PieceSegmenter(MODEL)


@pytest.fixture(scope="module")
def oracle() -> Callable[[str], str]:
    """pyvi's own ``tokenize``."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its model was pickled by an older scikit-learn, which warns each time
        from pyvi.ViTokenizer import tokenize
    return tokenize


HOSTILE = [
    "",
    " ",
    "\n",
    "...",
    "a",
    "A.",
    "ThS. Tp. TP.HCM",
    "==> -> >> ==>>",
    "x@y.vn https://a.vn/b_c?d=e,f",
    "1.000,5_6 7.",
    "A" * 5000,
    "\0",
    "a\0b \0",
    "_ __ a_b _a",
    "\u0301a",
    "a\u0301",
    "É E\u0301",
    "😀 học 😀 sinh",
    "ΑΣ ΑΣ Σ",
    "İ ı ﬁ Ⅷ ² ½",
    "học\u00a0sinh\u3000giỏi\tlớp\r\nmột",
    "HỌC SINH Học Sinh học Sinh",
    "học sinh " * 500,
    "12 học 3 sinh",
    '(học) "sinh" , .',
    "ông Nguyễn Văn A. và bà B.",
    "http:// a:// ://",
    "a@b a@b. a@b.c.",
    "1,2.3_4 1..2",
    "học sinh học sinh học",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_segmented_as_pyvi_does(oracle: Callable[[str], str], text: str) -> None:
    """Empty text, addresses, arrows, NULs, odd letters and endless repetition give pyvi's own answer."""
    assert SEGMENTER.tokenize(text) == oracle(text)


def test_the_sample_archive_is_segmented_as_pyvi_does(oracle: Callable[[str], str]) -> None:
    """Every article of the sample archive, whole, to the last word."""
    texts = [
        "\n".join((found.title, *found.paragraphs)) for found in read_paths([str(SAMPLE)]) if isinstance(found, Article)
    ]
    assert len(texts) > 30
    for text in texts:
        assert SEGMENTER.tokenize(text) == oracle(text)


def test_repeated_syllables_are_segmented_as_pyvi_does(oracle: Callable[[str], str]) -> None:
    """Rows of few syllables many times over, where decisions are nearest to ties."""
    dice = random.Random(3)
    syllables = "học sinh hợp tác xã hội dân bàn biết nhà máy công an Nguyễn Văn A TP. HCM 12 ... , ->".split()
    for _ in range(300):
        text = " ".join(dice.choices(syllables, k=dice.choice((1, 2, 3, 4))) * dice.randrange(1, 30))
        assert SEGMENTER.tokenize(text) == oracle(text)


ALPHABET = st.sampled_from("học sinh Nguyễn VĂN TP. xã hội ThS. 1.000 ... -> a@b.vn x://y".split()) | st.sampled_from(
    "   aâđ.,_-@/:\"'0😀\u0301\u00ad\0\nİΣ"
)


@settings(max_examples=300, deadline=None)
@given(st.lists(ALPHABET, max_size=40).map("".join) | st.text(st.characters(codec="utf-8"), max_size=60))
@example("học sinh\0học sinh")
def test_any_text_is_segmented_as_pyvi_does(oracle: Callable[[str], str], text: str) -> None:
    """Whatever the text, the answer is pyvi's."""
    assert SEGMENTER.tokenize(text) == oracle(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(ALPHABET, max_size=25).map("".join))
def test_sums_and_exact_additions_agree(text: str) -> None:
    """The quick sums and CRFsuite's own order of additions give the same labels."""
    pieces = [piece for run in segmentation._RUN.findall(text) for piece in SEGMENTER._run(run).pieces]
    labels = SEGMENTER._labels(SEGMENTER._scores(pieces)) if pieces else []
    exact = segmentation._exact_labels(MODEL, [piece.text for piece in pieces]) if pieces else []
    assert labels is None or labels == exact


@given(st.lists(ALPHABET, max_size=40).map("".join) | st.text(st.characters(codec="utf-8"), max_size=60))
def test_runs_hold_the_pieces_of_the_whole(text: str) -> None:
    """Pieces looked for in each run of characters are those of pyvi's expression over the whole text."""
    composed = unicodedata.normalize("NFC", text)
    starts, joints = SEGMENTER.pieces(composed)
    assert starts == [found.start() for found in segmentation._PIECE.finditer(composed)]
    assert len(joints) == len(starts)


def test_a_tie_is_decided_by_exact_additions(oracle: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where everything counts as a tie, every text is done the exact way, and still right."""
    monkeypatch.setattr(segmentation, "TIE", 1e9)
    for text in itertools.islice(filter(str.strip, HOSTILE), 20):
        assert SEGMENTER.tokenize(text) == oracle(text)


def test_half_characters_are_segmented_where_pyvi_fails() -> None:
    """A lone surrogate is a piece like any other."""
    assert SEGMENTER.tokenize("học \ud800 sinh") == "học \ud800 sinh"


def test_a_missing_or_changed_model_is_said_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without pyvi, and with another file in the place of its model, the error is ours."""
    monkeypatch.setattr(word_model, "find_spec", lambda _: None)
    with pytest.raises(MissingModelError, match="not installed"):
        load_model()
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "words.txt").write_text("", "utf-8")

    class Spec:
        submodule_search_locations = (str(tmp_path),)

    monkeypatch.setattr(word_model, "find_spec", lambda _: Spec)
    for content in (b"", b"cos\nsystem\n(S'true'\ntR.", b"\x80\x04}."):
        (tmp_path / "models" / "pyvi3.pkl").write_bytes(content)
        with pytest.raises(MissingModelError):
            load_model()
