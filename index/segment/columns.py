"""What is known of some articles, as columns in memory: what a segment is written from, and what merging reads back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from index.segment.term_codes import Flags, Numbers
from index.segment.text import Tokens


@dataclass(slots=True)
class KeyNumbers:
    """Numbers the keys of terms from 1 on, in the order in which they come."""

    keys: list[str] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)

    def number(self, key: str) -> int:
        found = self._numbers.get(key)
        if found is None:
            self.keys.append(key)
            found = self._numbers[key] = len(self.keys)
        return found


@dataclass(frozen=True, slots=True)
class Columns:
    """Some articles in order.

    ``names`` is a text whose articles are the quotations, in order, with the fields speaker and role. ``facts`` has a
    value an article under each name; ``quotations`` the number of each article's quotations, ``spans`` the tokens
    ``[begin, end)`` of ``text`` that each holds; ``stored`` the bytes of each article.
    """

    text: Tokens
    names: Tokens
    facts: Mapping[str, Sequence[str | None]]
    quotations: Numbers
    spans: Numbers
    stored: Sequence[bytes]


def joined(parts: Sequence[Columns]) -> Columns:
    """The articles of several parts, one behind the other."""
    if len(parts) == 1:
        return parts[0]
    ends = np.cumsum([0, *(len(part.text.terms) for part in parts)]).tolist()
    return Columns(
        _joined_tokens([part.text for part in parts]),
        _joined_tokens([part.names for part in parts]),
        {name: [value for part in parts for value in part.facts[name]] for name in parts[0].facts},
        np.concatenate([part.quotations for part in parts]),
        np.concatenate([part.spans + end for part, end in zip(parts, ends, strict=False)]),
        [content for part in parts for content in part.stored],
    )


def _joined_tokens(parts: Sequence[Tokens]) -> Tokens:
    """Several texts as one; those whose keys are the same list have the same numbers already."""
    if all(part.keys is parts[0].keys for part in parts):
        keys, terms = parts[0].keys, [part.terms for part in parts]
    else:
        numbers = KeyNumbers()
        terms = [np.array([0, *map(numbers.number, part.keys)], np.uint32).take(part.terms) for part in parts]
        keys = numbers.keys
    return Tokens(
        keys,
        np.concatenate(terms),
        np.concatenate([part.joints for part in parts]),
        np.concatenate([part.lengths for part in parts]),
    )


def kept(columns: Columns, keep: Flags) -> Columns:
    """Only those articles for which ``keep`` says so, with their quotations."""
    if keep.all():
        return columns
    quotations_kept = np.repeat(keep, columns.quotations)
    tokens_kept = np.repeat(keep, columns.text.lengths.sum(axis=1))
    before = np.concatenate(([0], np.cumsum(tokens_kept)))
    chosen = np.flatnonzero(keep).tolist()
    return replace(
        columns,
        text=_kept_tokens(columns.text, keep, tokens_kept),
        names=_kept_tokens(
            columns.names, quotations_kept, np.repeat(quotations_kept, columns.names.lengths.sum(axis=1))
        ),
        facts={name: [values[at] for at in chosen] for name, values in columns.facts.items()},
        quotations=columns.quotations[keep],
        spans=before[columns.spans[quotations_kept]],
        stored=[columns.stored[at] for at in chosen],
    )


def _kept_tokens(tokens: Tokens, keep: Flags, tokens_kept: Flags) -> Tokens:
    return Tokens(tokens.keys, tokens.terms[tokens_kept], tokens.joints[tokens_kept], tokens.lengths[keep])
