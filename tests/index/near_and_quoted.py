"""Random conditions on nearness, ways of writing and quotations, and what they give by going through an article."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import permutations, product

from corpus.article import Article, Quotation, QuotationKind
from index.plan import All, Any, Condition, Near, Not, Quoted, Row, Slot, Spoken, Ways, Whole
from index.schema import TEXT_FIELDS
from index.syllables import keys
from index.units import field_texts

SPEAKERS = ("Trần Văn Bảy", "Trần Thị Bay", "Nguyễn Văn A", None)

Spot = tuple[int, int, int, int]
"""A place: field, unit, begin, end."""

Fits = Callable[[str, Slot | None], bool]


def quotations(dice: random.Random, lead: str | None, paragraphs: tuple[str, ...]) -> tuple[Quotation, ...]:
    """Some stretches of words of an article, some of them over two paragraphs and some inside others."""
    found = []
    texts: list[tuple[int | None, str]] = [(None, lead or ""), *enumerate(paragraphs)]
    for paragraph, text in texts:
        words = text.split()
        for _ in range(dice.randrange(3) if words else 0):
            first = dice.randrange(len(words))
            last, ending = dice.randrange(first, len(words)), paragraph
            behind = paragraphs[paragraph + 1].split() if paragraph is not None and paragraph + 2 < len(texts) else []
            words_there = words
            if behind and dice.random() < 0.3 and paragraph is not None:
                last, ending, words_there = dice.randrange(len(behind)), paragraph + 1, behind
            start, end = len(" ".join([*words[:first], ""])), len(" ".join(words_there[: last + 1]))
            kind, said = QuotationKind.SPEECH, dice.choice(SPEAKERS)
            found.append(Quotation("", kind, said, None, paragraph, start, end, ending))
    return tuple(found)


def near_spots(article: Article, near: Near, fits: Fits) -> Iterator[Spot]:
    """The shortest stretches that hold all slots, by trying every stretch and every choice of places in it."""
    for field in near.fields:
        for unit, text in enumerate(field_texts(article, field)):
            found = keys(text)
            holding = {
                (begin, end)
                for begin in range(len(found))
                for end in range(begin + 1, min(begin + len(near.slots) + near.within, len(found)) + 1)
                if _holds(found[begin:end], near.slots, fits)
            }
            for begin, end in holding:
                if not {(begin + 1, end), (begin, end - 1)} & holding:
                    yield TEXT_FIELDS.index(field), unit, begin, end


def asked_edges(whole: Whole, begin: int, end: int) -> set[int]:
    """Where words have to meet, for what stands between two tokens."""
    return {at for at, end_of in ((begin, Whole.BEGIN), (end, Whole.END)) if end_of in whole}


def ways_spots(article: Article, ways: Ways, fits: Fits, edges_of: Callable[[str], set[int]]) -> Iterator[Spot]:
    """Every choice of a way for each stretch, looked for as one row; ``edges_of`` gives where words of a text meet."""
    for chosen in product(*ways.stretches):
        slots = [slot for row in chosen for slot in row.slots]
        for field in ways.fields:
            for unit, text in enumerate(field_texts(article, field)):
                found = keys(text)
                edges = edges_of(text) if ways.whole else set()
                for at in range(len(found) - len(slots) + 1):
                    behind = at + len(slots)
                    if all(map(fits, found[at:], slots)) and asked_edges(ways.whole, at, behind) <= edges:
                        yield TEXT_FIELDS.index(field), unit, at, behind


def _holds(found: tuple[str, ...], slots: tuple[Slot, ...], fits: Fits) -> bool:
    choices = permutations(found, len(slots))
    return any(all(map(fits, chosen, slots)) for chosen in choices)


def spoken_spots(article: Article, speakers: Condition | None, fits: Fits) -> Iterator[Spot]:
    """Each quotation of such speakers; the break behind a unit that it runs over counts as a syllable."""
    for quote in article.quotes:
        if speakers is None or is_named(quote.speaker, speakers, fits):
            field = TEXT_FIELDS.index("lead" if quote.paragraph is None else "body")
            units = field_texts(article, TEXT_FIELDS[field])
            first, last = quote.paragraph or 0, quote.last_paragraph or 0
            over = sum(len(keys(text)) + 1 for text in units[first:last])
            yield field, first, len(keys(units[first][: quote.start])), over + len(keys(units[last][: quote.end]))


def clipped(article: Article, spot: Spot) -> Spot:
    """A place up to the end of its unit."""
    field, unit, begin, end = spot
    return field, unit, begin, min(end, len(keys(field_texts(article, TEXT_FIELDS[field])[unit])))


def is_inside(article: Article, spot: Spot, quoted: Spot) -> bool:
    """Whether a place lies in a quotation."""
    field, unit, begin, end = quoted
    over = 0
    for number, text in enumerate(field_texts(article, TEXT_FIELDS[field])[unit:], unit):
        if spot[:2] == (field, number):
            return begin <= spot[2] + over and spot[3] + over <= end
        over += len(keys(text)) + 1
    return False


def is_named(speaker: str | None, speakers: Condition, fits: Fits) -> bool:
    """Whether a name is one that is asked for."""
    match speakers:
        case Row(slots):
            name = keys(speaker or "")
            starts = range(len(name) - len(slots) + 1)
            return any(all(fits(name[at + turn], slot) for turn, slot in enumerate(slots)) for at in starts)
        case All(parts):
            return all(is_named(speaker, part, fits) for part in parts)
        case Any(parts):
            return any(is_named(speaker, part, fits) for part in parts)
        case Not(part):
            return speaker is not None and not is_named(speaker, part, fits)
    raise TypeError(speakers)


def random_speakers(dice: random.Random) -> Condition:
    """Names to ask for."""
    name = dice.choice(("trần", "văn", "bảy", "bay", "a", "không"))
    row = Row((Slot(name),) if name != "bay" else (Slot(name, any_accents=True),))
    kind = dice.random()
    if kind < 0.6:
        return row
    return Not(row) if kind < 0.7 else (All if kind < 0.85 else Any)((row, random_speakers(dice)))


def random_near(dice: random.Random, row: Row) -> Near:
    """The slots of a row, three of them at the most, in any order."""
    slots = tuple(slot for slot in row.slots if slot is not None)[:3]
    return Near(slots, dice.choice((0, 0, 1, 2, 5)), row.fields)


def random_whole(dice: random.Random, chance: float) -> Whole:
    """With such a chance one or both ends."""
    return Whole(dice.randrange(1, 4)) if dice.random() < chance else Whole.NEITHER


def random_ways(dice: random.Random, row: Row, words: Sequence[str]) -> Ways:
    """The slots of a row in some ways, cut into stretches."""
    stretches: list[tuple[Row, ...]] = []
    slots = list(row.slots)
    while slots and len(stretches) < 3:
        length = dice.choice((1, 1, 2, 3))
        others = [dice.choices(words, k=dice.choice((1, 2, 3))) for _ in range(dice.randrange(3))]
        ways = [tuple(slots[:length]), *(tuple(map(Slot, other)) for other in others)]
        slots = slots[length:]
        stretches.append(tuple(Row(way, row.fields) for way in ways if any(way)))
    return Ways(tuple(ways for ways in stretches if ways) or ((row,),), row.fields, random_whole(dice, 0.3))


def random_quoted(dice: random.Random, row: Row, words: Sequence[str]) -> Quoted | Spoken:
    """A row, what is near or written in several ways, in a quotation; or quotations."""
    if dice.random() < 0.3:
        return Spoken(random_speakers(dice))
    part = dice.choice((row, row, random_near(dice, row), random_ways(dice, row, words)))
    return Quoted(part, random_speakers(dice) if dice.random() < 0.5 else None)
