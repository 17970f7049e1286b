"""How near the words of a phrase stand together."""

from __future__ import annotations

from index.places import Place
from searcher.nearness import APART, narrowest


def test_the_narrowest_stretch_in_one_paragraph_counts() -> None:
    """The width is from the first word to the last, in whatever order; words of different paragraphs are apart."""

    def at(field: int, *begins: int, unit: int = 0) -> list[Place]:
        return [Place(field, unit, begin, begin + 1) for begin in begins]

    assert narrowest([at(2, 0, 50), at(2, 9, 47)]) == 4
    assert narrowest([at(2, 5), at(2, 6), at(2, 4)]) == 3
    assert narrowest([at(0, 5), at(2, 6)]) == APART
    assert narrowest([at(2, 5), at(2, 6, unit=1)]) == APART
    assert narrowest([at(2, 0), at(2, 500)]) == APART
    assert narrowest([at(2, 0), []]) == APART
