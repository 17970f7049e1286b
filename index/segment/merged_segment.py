"""Several segments become one file, of each only the articles that are live."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from index.segment.array_file import ArrayFileWriter, smallest
from index.segment.exact_values import write_exact_values
from index.segment.merged_text import Part, write_merged_text
from index.segment.segment import FACTS, Segment
from index.segment.tokens import Array, Flags, Numbers

Live = tuple[Segment, Flags]
"""A segment, and which of its articles are live."""

_COPIED_AT_ONCE = 1 << 20


def write_merged(path: Path, parts: Sequence[Live]) -> None:
    """Writes a new file of all live articles, one part behind the other; returns when it is on the disk.

    Raises ``ValueError`` where a part is not as it was written, and ``OverflowError`` for too many articles.
    """
    with ArrayFileWriter(path) as file:
        texts = [Part(segment.text, live) for segment, live in parts]
        write_merged_text(file, "text", texts)
        file.add("quotations.counts", smallest(np.concatenate([_quotations(segment)[live] for segment, live in parts])))
        for name in ("begins", "lengths"):
            file.add(f"quotations.{name}", _of_quotations(name, parts))
        del texts
        names = [Part(segment.names, np.repeat(live, _quotations(segment))) for segment, live in parts]
        write_merged_text(file, "names", names)
        file.add("sketches", np.concatenate([segment.sketches[:, live] for segment, live in parts], axis=1))
        for name in FACTS:
            write_exact_values(file, f"facts.{name}", [value for part in parts for value in _values(name, *part)])
        sizes = [np.diff(segment.stored_ends(), prepend=0)[live] for segment, live in parts]
        file.add("stored.ends", smallest(np.cumsum(np.concatenate(sizes))))
        file.add_parts("stored.bytes", (piece for part in parts for piece in _stored(*part)))


def _quotations(segment: Segment) -> Numbers:
    """How many quotations each article has."""
    return np.diff(segment.quotation_edges)


def _of_quotations(name: str, parts: Sequence[Live]) -> Array:
    """What is kept of the quotations of the live articles, which is the same wherever these stand."""
    kept = [segment.file[f"quotations.{name}"][np.repeat(live, _quotations(segment))] for segment, live in parts]
    return smallest(np.concatenate(kept).astype(np.int64))


def _values(name: str, segment: Segment, live: Flags) -> Iterator[str | None]:
    """A fact of the live articles."""
    values = segment.fact(name)
    found = [None, *values]
    return (found[number] for number in values.numbers[live].tolist())


def _stored(segment: Segment, live: Flags) -> Iterator[Array]:
    """The live articles as they were given, end to end, in pieces."""
    ends = segment.stored_ends()
    edges = np.diff(np.concatenate(([False], live, [False])).astype(np.int8)).nonzero()[0].reshape(-1, 2)
    for first, behind in edges.tolist():
        begin, end = int(ends[first - 1]) if first else 0, int(ends[behind - 1])
        for at in range(begin, end, _COPIED_AT_ONCE):
            yield segment.stored_bytes(at, min(at + _COPIED_AT_ONCE, end))
            segment.file.forget()
