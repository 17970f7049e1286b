"""Which accented syllables may a bare one stand for? The index's own spellings, by their folded form.

Stored as the field ``stored`` of the one document of kind ``vocabulary``. Version 1: a zstandard frame over JSON, a map
from each folded key to the list of the other keys that fold to it. It may hold keys whose last article is gone: they
have no postings, and cost nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from index.normal_form import fold
from index.stored import compress, decompress


@dataclass(slots=True)
class Vocabulary:
    """The accented keys of an index by their folded form."""

    _accentings: dict[str, set[str]] = field(default_factory=dict)

    def add(self, keys: Iterable[str]) -> None:
        """Notes keys that occur; bare ones need no note."""
        for key in keys:
            if not key.isascii() and (bare := fold(key)) != key:
                self._accentings.setdefault(bare, set()).add(key)

    def accentings(self, bare: str) -> tuple[str, ...]:
        """The bare key itself, then every key that folds to it, in alphabetical order."""
        return (bare, *sorted(self._accentings.get(bare, ())))

    def to_bytes(self) -> bytes:
        content = {bare: sorted(keys) for bare, keys in sorted(self._accentings.items())}
        return compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())

    @classmethod
    def from_bytes(cls, stored: bytes) -> Vocabulary:
        return cls({bare: set(keys) for bare, keys in json.loads(decompress(stored)).items()})
