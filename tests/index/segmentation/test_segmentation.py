"""pyvi's segmentation, against pyvi itself."""

from __future__ import annotations

import itertools
import random
import unicodedata
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.readers import read_paths
from index.errors import MissingModelError
from index.segmentation import many_texts, one_text, runs, word_model
from index.segmentation.exact import exact_labels
from index.segmentation.many_texts import BulkSegmenter, blocks
from index.segmentation.one_text import PieceSegmenter
from index.segmentation.pieces import PIECE, pieces_of
from index.segmentation.word_model import load_model
from tests.conftest import SAMPLE

MODEL = load_model()
ONE_BY_ONE = PieceSegmenter(MODEL)
IN_BULK = BulkSegmenter(MODEL)

Oracle = Callable[[str], str]


@pytest.fixture(scope="module")
def oracle() -> Oracle:
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
    "giáo nhập",  # hangs on nothing being added to a text's first piece
    "thiết giảm",
    "a.b-c@d.vn, ....@x -- a.b-c@d a-b.c+d_e",
    "." * 5000 + "-" * 5000,
    "học sinh học sinh học",
]


def _agree(oracle: Oracle, texts: Sequence[str]) -> None:
    """Both ways give pyvi's answer for each of the texts."""
    wanted = [oracle(text) for text in texts]
    assert [ONE_BY_ONE.tokenize(text) for text in texts] == wanted
    assert IN_BULK.tokenize(texts) == wanted


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_segmented_as_pyvi_does(oracle: Oracle, text: str) -> None:
    """Empty text, addresses, arrows, NULs, odd letters and endless repetition give pyvi's own answer."""
    _agree(oracle, [text])


def test_the_sample_archive_is_segmented_as_pyvi_does(oracle: Oracle) -> None:
    """Every article of the sample archive, whole, to the last word."""
    texts = [
        "\n".join((found.title, *found.paragraphs)) for found in read_paths([str(SAMPLE)]) if isinstance(found, Article)
    ]
    assert len(texts) > 30
    _agree(oracle, texts)


def test_repeated_syllables_are_segmented_as_pyvi_does(oracle: Oracle) -> None:
    """Rows of few syllables many times over, where decisions are nearest to ties."""
    dice = random.Random(3)
    syllables = "học sinh hợp tác xã hội dân bàn biết nhà máy công an Nguyễn Văn A TP. HCM 12 ... , ->".split()
    _agree(
        oracle,
        [" ".join(dice.choices(syllables, k=dice.choice((1, 2, 3, 4))) * dice.randrange(1, 30)) for _ in range(400)],
    )


ALPHABET = st.sampled_from("học sinh Nguyễn VĂN TP. xã hội ThS. 1.000 ... -> a@b.vn x://y nghiêngngả".split()) | (
    st.sampled_from("   aâđ.,_-@/:\"'0😀\u0301\u00ad\0\n\u2028İΣ")
)
ANY_TEXT = st.lists(ALPHABET, max_size=40).map("".join) | st.text(st.characters(codec="utf-8"), max_size=60)


@settings(max_examples=300)
@given(st.lists(ANY_TEXT, max_size=4))
@example(["học sinh\0học sinh"])
@example(["", "\n", "học", "", "sinh", " "])
@example(["học sinh", "", "học sinh giỏi", "", ""])
def test_any_texts_are_segmented_as_pyvi_does(oracle: Oracle, texts: list[str]) -> None:
    """Whatever the texts, the answers are pyvi's, and no text tells on its neighbours."""
    _agree(oracle, texts)


def test_small_blocks_give_the_same(oracle: Oracle, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever blocks end, and however often what was learned is forgotten."""
    monkeypatch.setattr(runs, "_RUNS_KEPT", 3)
    wanted = [oracle(text) for text in HOSTILE]
    segmenter = BulkSegmenter(MODEL)
    for size in (1, 7, 40, 10_000):
        monkeypatch.setattr(many_texts, "BLOCK", size)
        assert segmenter.tokenize(HOSTILE) == wanted
        assert [text for block in blocks(HOSTILE) for text in block] == HOSTILE
        assert all(len(block) == 1 or sum(map(len, block)) <= size for block in blocks(HOSTILE))


@settings(max_examples=500)
@given(st.text(st.sampled_from("aĐ1@@..-+_:/,>="), max_size=25))
@example("a.b@c,a.b@c.d@e.f.g@h")
def test_addresses_are_looked_for_as_pyvi_does(run: str) -> None:
    """Not looking for an address twice in one name finds what pyvi's expression finds."""
    assert pieces_of(run) == PIECE.findall(run)


def test_no_run_takes_quadratic_time() -> None:
    """Where dots, dashes and capitals go on for long beside an address; from each of them it could be looked for."""
    for part in ("-", ".", "A.", "Mr.", "a.", "a@", "a@b", "a.b@"):
        for end in ("", "@", "@b.c", "@@a@b.vn"):
            run = part * 100_000 + end
            assert "".join(pieces_of(run)) == run


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long runs are forgotten sooner than short ones."""
    monkeypatch.setattr(runs, "_CHARACTERS_KEPT", 10_000)
    segmenter = BulkSegmenter(MODEL)
    for at in range(20):
        assert segmenter.tokenize(["!" * 3000 + str(at)])[0].endswith(f"! {at}")
        assert segmenter.runs._characters < 15_000


@given(ANY_TEXT)
def test_runs_hold_the_pieces_of_the_whole(text: str) -> None:
    """Pieces looked for in each run of characters are those of pyvi's expression over the whole text."""
    composed = unicodedata.normalize("NFC", text)
    wanted = [found.start() for found in PIECE.finditer(composed)]
    starts, joints = ONE_BY_ONE.pieces(composed)
    assert starts == wanted
    row = IN_BULK.row([composed, composed])
    for first, end in zip(row.edges, row.edges[1:], strict=False):
        assert (row.starts[first + 1 : end] - row.starts[first] - 1).tolist() == wanted
        assert row.joints[first + 1 : end].tolist() == joints


@settings(max_examples=150)
@given(st.lists(ALPHABET, max_size=25).map("".join))
def test_sums_and_exact_additions_agree(text: str) -> None:
    """The quick sums and CRFsuite's own order of additions join the same pieces, where neither is near a tie."""
    composed = unicodedata.normalize("NFC", text)
    pieces = PIECE.findall(composed)
    if pieces:
        known = [piece for run in one_text._RUN.findall(composed) for piece in ONE_BY_ONE._runs[run]]
        labels = ONE_BY_ONE._labels(ONE_BY_ONE._scores(known))
        assert labels is None or labels == exact_labels(MODEL, pieces)


def test_a_tie_is_decided_by_exact_additions(oracle: Oracle, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where everything counts as a tie, every text is done the exact way, and still right."""
    done = []

    def noted(model: word_model.WordModel, pieces: Sequence[str]) -> list[bool]:
        done.append(len(pieces))
        return exact_labels(model, pieces)

    texts = list(itertools.islice(filter(str.strip, HOSTILE), 20))
    for module in (one_text, many_texts):
        monkeypatch.setattr(module, "tie", lambda _: 1e6)
        monkeypatch.setattr(module, "exact_labels", noted)
    _agree(oracle, texts)
    assert len(done) == 2 * len(texts)


def test_half_characters_are_segmented_where_pyvi_fails() -> None:
    """A lone surrogate is a piece like any other."""
    assert ONE_BY_ONE.tokenize("học \ud800 sinh") == "học \ud800 sinh"
    assert IN_BULK.tokenize(["học \ud800 sinh", "học sinh"]) == ["học \ud800 sinh", "học_sinh"]


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
