"""An article of usual length is looked at as a whole; of one without end only the beginning is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.quotations import quotations
from corpus.speech import measure
from corpus.speech.measure import within_measure

SAID = "“Thôn đã họp rồi đấy”, ông Trần Văn Đào nói."


@given(st.lists(st.text("“”\"' aB.", max_size=30), max_size=8), st.integers(0, 20), st.integers(1, 60))
def test_what_is_looked_at_is_the_beginning(texts: list[str], marks: int, characters: int) -> None:
    """The texts in order, the last one cut off, with no more marks, texts or characters than there may be."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(measure, "MOST_MARKS", marks)
        patch.setattr(measure, "MOST_TEXTS", 5)
        patch.setattr(measure, "MOST_CHARACTERS", characters * 10)
        seen = within_measure(texts)
    assert all(text.startswith(part) for text, part in zip(texts, seen, strict=False))
    if len(texts) <= 5 and sum(map(len, texts)) <= marks:
        assert seen == texts
    else:
        assert len(seen) <= 5
        assert sum(map(len, seen)) <= characters * 10
        assert sum(mark in "“”\"'" for text in seen for mark in text) <= marks


def test_quotations_without_end_are_told_as_far_as_they_are_looked_at() -> None:
    """Of tens of thousands the first are told, as they are where nothing follows them."""
    first = quotations(None, (SAID,) * 20)
    found = quotations(None, (SAID,) * 6_000)
    assert found[:20] == first
    assert len(found) == measure.MOST_MARKS // 2


def test_a_long_paragraph_is_looked_at_as_far_as_any() -> None:
    """Marks and spaces without end in one paragraph, which would be looked at again from each mark on, take no time."""
    assert quotations(None, ("' " * 2_000_000, SAID)) == ()
