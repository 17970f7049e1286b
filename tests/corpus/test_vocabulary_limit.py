"""A file of words without end is no text, however it is parted."""

from __future__ import annotations

import json
from pathlib import Path
from unittest.mock import patch

import pytest

from corpus import vocabulary_limit
from corpus.errors import TooManyWordsError
from tests.corpus.reading import read


@pytest.mark.parametrize("parted", [" ", ",", "\n"])
def test_more_words_than_any_text_has_are_refused(tmp_path: Path, parted: str) -> None:
    """An article of more different words than the limit is named and left out; the others of its file are read."""
    many = {"id": "a", "title": "Từ", "text": parted.join(f"từ{at}" for at in range(200))}
    few = {"id": "b", "title": "Từ", "text": parted.join(f"từ{at % 20}" for at in range(200))}
    (tmp_path / "a.jsonl").write_text(f"{json.dumps(many)}\n{json.dumps(few)}\n", "utf-8")
    with patch.object(vocabulary_limit, "MOST_WORDS", 100):
        articles, skipped = read(tmp_path)
    assert [article.id for article in articles] == ["b"]
    assert [type(each.error) for each in skipped] == [TooManyWordsError]
