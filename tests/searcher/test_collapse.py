"""Reprints are folded under the best of them that matches: in the library, on the screen and in pipes."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from searcher import Archive
from tests.conftest import Folder
from tests.program import Run

SYLLABLES = [start + end for start in ("b", "ch", "đ", "kh", "ng", "th", "tr", "x") for end in ("ai", "ân", "ế", "uộc")]


def _text(seed: int, length: int = 80) -> str:
    return " ".join(random.Random(seed).choices(SYLLABLES, k=length))


STORY = "Đoàn thuyền về bến. " + _text(1)
OTHERS = [f"Thuyền về muộn. {_text(seed)}" for seed in range(2, 7)]


def _records(folder: Folder, bodies: Sequence[str], dates: Sequence[str] = ()) -> Folder:
    """Indexes bodies under the ids a, b, …, with dates where there are any."""
    days = [*dates, *[None] * (len(bodies) - len(dates))]
    named = zip("abcdefghijklmnopqrstuvwxyz", bodies, days, strict=False)
    folder.records("a.jsonl", *({"id": name, "body": body, "date": day} for name, body, day in named))
    folder.update()
    return folder


def _shown(archive: Archive, *query: str, **options: object) -> dict[str, tuple[str, ...]]:
    found = archive.search(query, **options)  # type: ignore[arg-type]
    assert [hit.rank for hit in found.hits] == list(range(found.hits[0].rank, found.hits[0].rank + len(found.hits)))
    return {hit.article.id: hit.duplicates for hit in found.hits}


def test_the_best_is_shown_and_the_others_named(folder: Folder) -> None:
    """A copy with another tail and one with another head stand under the one that speaks most of what was asked."""
    _records(folder, [STORY + " Theo báo bạn.", "Thuyền thuyền. " + STORY, OTHERS[0], "Tin trong ngày. " + STORY])
    with folder.open() as archive:
        assert _shown(archive, "thuyền") == {"b": ("a", "d"), "c": ()}
        found = archive.search("thuyền")
        assert (found.total, found.occurrences) == (4, 6)
        assert _shown(archive, "thuyền", collapse=False).keys() == set("abcd")
        assert not any(_shown(archive, "thuyền", collapse=False).values())


def test_only_what_matches_is_folded(folder: Folder) -> None:
    """A copy without the word that was asked for is not named under one that has it."""
    _records(folder, [STORY, STORY.replace("thuyền", "ghe"), STORY + " thuyền"])
    with folder.open() as archive:
        assert _shown(archive, "thuyền") == {"c": ("a",)}
        assert _shown(archive, "bến").popitem()[1] != ()


@pytest.mark.parametrize(("order", "first", "others"), [("newest", "b", "ac"), ("oldest", "c", "ab")])
def test_by_date_the_first_in_that_order_is_shown(folder: Folder, order: str, first: str, others: str) -> None:
    """The newest or the oldest of some copies, whatever its score."""
    _records(folder, ["thuyền thuyền " + STORY, STORY, STORY], ["2019-05-02", "2019-05-03", "2019-05-01"])
    with folder.open() as archive:
        assert _shown(archive, "thuyền", order=order) == {first: tuple(others)}


def test_pages_count_what_is_shown(folder: Folder) -> None:
    """Limit and offset pass over folded articles: one page after the other gives what all at once gives."""
    _records(folder, [STORY, OTHERS[0], STORY + " a", OTHERS[1], OTHERS[1] + " a", OTHERS[2], OTHERS[2]])
    with folder.open() as archive:
        whole = _shown(archive, "thuyền", limit=None)
        assert len(whole) == 4
        assert sum(map(len, whole.values())) == 3
        pages: dict[str, tuple[str, ...]] = {}
        for offset in range(4):
            pages |= _shown(archive, "thuyền", limit=1, offset=offset)
        assert list(pages.items()) == list(whole.items())
        assert archive.search("thuyền", offset=4).hits == archive.search("thuyền", limit=0).hits == ()


@pytest.mark.parametrize("order", ["relevance", "newest"])
def test_many_copies_do_not_hide_the_rest(folder: Folder, order: str) -> None:
    """However many of the best articles are one text, as many others are shown as were asked for."""
    bodies = [f"thuyền thuyền thuyền {STORY}"] * 40 + OTHERS
    folder.articles(*bodies)
    with folder.open() as archive:
        found = archive.search("thuyền", order=order, limit=4)
        assert sorted(len(hit.duplicates) for hit in found.hits)[-1] in (0, 39)
        assert len(found.hits) == 4
        whole = archive.search("thuyền", order=order, limit=20)
        assert [len(hit.duplicates) for hit in whole.hits].count(39) == 1
        assert len(whole.hits) == 6
        assert whole.hits[:4] == found.hits


def test_words_near_together_are_folded_too(folder: Folder) -> None:
    """Where a phrase stands nowhere, the articles with its words are."""
    _records(folder, [STORY, STORY, OTHERS[0] + " bến"])
    with folder.open() as archive:
        assert archive.search("bến thuyền").loose
        assert _shown(archive, "bến thuyền") == {"a": ("b",), "c": ()}


def test_columns_of_two_days_and_titles_are_not_folded(folder: Folder) -> None:
    """Figures of another day in the same words are another article, and so is a title with a line below it."""
    lines = [
        f"giá {kind} ở chợ {{}} đồng một cân, hôm qua {{}} đồng" for kind in ("cá", "tôm", "mực", "ghẹ", "sò", "ốc")
    ]
    days = [". ".join(lines).format(*range(day, day + 12)) for day in (100, 200, 300)]
    _records(folder, [*days, "Giá mới, xem ảnh.", "Giá mới, xem ảnh."])
    with folder.open() as archive:
        assert _shown(archive, "giá").keys() == set("abcde")


def test_folding_is_seen_on_the_screen_and_in_pipes(folder: Folder) -> None:
    """The screen counts them and names the first, JSON names all, ids and table leave them out; a notice says so."""
    index = _records(folder, [OTHERS[0], STORY, STORY, STORY, STORY, "thuyền " + STORY]).index
    people = Run("search", "--format", "human", "thuyền", index=index)
    assert "+4 reprints: b, c, d, …" in people.out
    assert "6 articles, 7 places." in people.err
    assert "4 reprints folded under these" in people.err
    one = Run("search", "--format", "human", "--from", "2030", "thuyền", index=index)
    assert "reprint" not in one.out + one.err
    vietnamese = Run("search", "--format", "human", "thuyền", index=index, env={"LANG": "vi_VN.UTF-8"})
    assert "+4 bản trùng: b, c, d, …" in vietnamese.out
    assert "Gộp 4 bản trùng" in vietnamese.err
    objects = Run("search", "--format", "jsonl", "thuyền", index=index).objects
    assert {str(hit["id"]): hit["duplicates"] for hit in objects} == {"f": ["b", "c", "d", "e"], "a": []}
    assert Run("search", "-l", "thuyền", index=index).out.split() == ["f", "a"]
    assert len(Run("search", "thuyền", index=index).out.splitlines()) == 2
    assert Run("search", "-c", "thuyền", index=index).out == Run("count", "thuyền", index=index).out
    apart = Run("search", "--no-collapse", "--format", "jsonl", "thuyền", index=index)
    assert [hit["duplicates"] for hit in apart.objects] == [[]] * 6
    assert "folded" not in apart.err


def test_a_sample_says_how_many_it_shows(folder: Folder) -> None:
    """Reprints that are folded under what was taken by chance are no part of the sample."""
    _records(folder, [STORY, STORY + " Hết.", "Tin. " + STORY, *OTHERS])
    for seed in range(8):
        run = Run("search", "--sample", "2", "--seed", str(seed), "-l", "thuyền", index=folder.index)
        assert len(run.out.splitlines()) == 2
        assert "Shown: 2 of these, by chance." in run.err


def test_a_fall_back_is_said_in_json_and_not_proposed_again(folder: Folder) -> None:
    """Articles that only hold the words of a phrase are marked as such, and the same words are no suggestion."""
    _records(folder, ["bến thuyền", "thuyền về bến"])
    loose = Run("search", "--format", "jsonl", "về thuyền", index=folder.index)
    assert [each["loose"] for each in loose.objects] == [True]
    assert "All the words" not in loose.err
    assert "loose" not in Run("search", "--format", "jsonl", "bến thuyền", index=folder.index).objects[0]


def test_a_timeline_names_no_reprints(folder: Folder) -> None:
    """The titles of a period are of different stories, the best print of each; another period has its own."""
    copies = [f"{STORY} {'thuyền ' * at}" for at in range(14)]
    _records(folder, [*copies, OTHERS[0], OTHERS[1], STORY], ["2019-05-01"] * 16 + ["2020-05-01"])
    with folder.open() as archive:
        named = {
            period.key: [name for name, _ in period.titles] for period in archive.timeline("thuyền", per="year").periods
        }
        assert len(named["2019"]) == 3
        assert {"o", "p"} < set(named["2019"])
        assert named["2020"] == ["q"]
