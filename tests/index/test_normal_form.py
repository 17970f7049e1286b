"""When two spellings are the same syllable, and when they are not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.normal_form import LOSSY, SAFE, fold, looks_as_written, normal_form, written

SAME_TEXT = [
    ("việt", "vie\u0302\u0323t", "NFD, circumflex first"),
    ("việt", "vie\u0323\u0302t", "NFD, dot first"),
    ("việt", "vi\u1eb9\u0302t", "half composed"),
    ("ế", "e\u0301\u0302", "the tone typed before the circumflex"),
    ("ố", "ó\u0302", "a composed tone, then the circumflex"),
    ("giá", "giá\u0301", "one mark twice"),
    ("à", "a\u0340", "the old combining grave"),
    ("á", "a\u0341", "the old combining acute"),
    ("đảng", "ĐẢNG", "capitals"),
    ("đảng", "Ðảng", "Icelandic eth, capital"),
    ("đảng", "ðảng", "Icelandic eth"),
    ("đảng", "Ɖảng", "African d"),
    ("dân", "dâ\u00adn", "soft hyphen"),
    ("dân", "dâ\u200bn", "zero-width space"),
    ("dân", "d\u200dân\ufeff", "joiner and byte order mark"),
    ("2", "²", "raised digit"),
    ("abc", "ａｂｃ", "full width"),
]
SAME_WORD = [
    ("hòa", "hoà"), ("thủy", "thuỷ"), ("khỏe", "khoẻ"), ("ủy", "uỷ"), ("tụy", "tuỵ"), ("việt", "vịêt"),
    ("thuyến", "thuýên"), ("lượng", "lựơng"), ("quý", "qúy"), ("già", "gìa"), ("hoàn", "hòan"),
    ("kỹ", "kĩ"), ("lý", "lí"), ("mỹ", "mĩ"), ("sỹ", "sĩ"), ("tỷ", "tỉ"), ("hy", "hi"), ("quy", "qui"), ("quý", "quí"),
]  # fmt: skip
DIFFERENT = [
    ("ban", "bán"), ("bàn", "bán"), ("bạn", "bản"), ("dân", "dan"), ("dành", "giành"), ("thúy", "thúi"), ("tay", "tai"),
    ("đường", "dương"), ("cày", "cài"), ("ma", "mà"), ("o", "ô"), ("ô", "ơ"), ("ý", "í"),
]  # fmt: skip
UNTOUCHED = ["hoàn", "quá", "gì", "giếng", "khuỷu", "già", "quốc", "nghĩa", "thuở", "huýt", "ngoéo", "café", "résumé"]


@pytest.mark.parametrize(("one", "other", "why"), SAME_TEXT)
def test_the_same_text_in_other_bytes_is_one_key(one: str, other: str, why: str) -> None:
    """Spellings that differ in bytes only are one key."""
    assert normal_form(one) == normal_form(other), why


@pytest.mark.parametrize(("one", "other"), SAME_WORD)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_variants_of_one_word_are_one_key(one: str, other: str, form: str) -> None:
    """Where the tone mark is put, and i or y where both are right, makes no other word."""
    assert normal_form(unicodedata.normalize(form, one)) == normal_form(unicodedata.normalize(form, other))  # type: ignore[arg-type]
    assert normal_form(one.upper()) == normal_form(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_words_stay_apart(one: str, other: str) -> None:
    """No accent is dropped and no letter swapped blindly."""
    assert normal_form(one) != normal_form(other)


@pytest.mark.parametrize("word", UNTOUCHED)
def test_right_spellings_are_left_alone(word: str) -> None:
    """A syllable whose tone stands where it belongs, and a foreign word, keep their spelling."""
    assert normal_form(word) == word


@pytest.mark.parametrize(
    ("key", "bare"), [("đường", "duong"), ("biết", "biet"), ("ưỡn", "uon"), ("café", "cafe"), ("a1", "a1")]
)
def test_fold_takes_every_mark_off(key: str, bare: str) -> None:
    """The folded form is what a person types who types no accents; đ is d."""
    assert fold(key) == bare


def test_written_keeps_case_and_spelling() -> None:
    """What a segmenter is given looks as the author wrote it."""
    assert written("Ho\u0300a") == "Hòa"
    assert written("KỸ") == "KỸ"
    assert written("hoà\u200b") == "hoà"


def test_lossy_steps_stand_apart_from_safe_ones() -> None:
    """A step that a reader could object to is in a list of its own."""
    assert not set(SAFE) & set(LOSSY)
    assert [step.__name__ for step in LOSSY] == ["tone_in_place", "one_i"]


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_normal_form_is_idempotent(token: str) -> None:
    """The key of a key is the key, for any text at all."""
    key = normal_form(token)
    assert normal_form(key) == key


@given(
    st.text(
        st.sampled_from("aăâeêioôơuưyàáảãạấầộợựỹýđĐÐbcghklmnpqrstvxAEIOUY\u0300\u0301\u0302\u0323\u031b\u00ad"),
        max_size=12,
    )
)
def test_normal_forms_of_canonical_equivalents_are_equal(token: str) -> None:
    """Composed or decomposed, upper or lower, a text has one key, and its look is its own look."""
    assert normal_form(unicodedata.normalize("NFD", token)) == normal_form(unicodedata.normalize("NFC", token))
    if looks_as_written(token):
        assert written(token) == token


def test_long_words_differ_to_the_end_of_their_keys() -> None:
    """Sixty-four characters are looked at, and no more."""
    assert normal_form("a" * 63 + "b") != normal_form("a" * 63 + "c")
    assert normal_form("a" * 64 + "b") == normal_form("a" * 64 + "c") == "a" * 64
