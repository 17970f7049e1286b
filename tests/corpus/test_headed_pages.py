"""Files of many articles, each behind a block that says what it is: where they are cut, and whose word counts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import headed_pages
from tests.corpus.reading import faults, read

FIRST = "Bà con góp ngày công, xã góp xi măng, và ai cũng được xem sổ thu chi của con đường."
SECOND = "Đường dài hai cây số, đi qua ba xóm, và mùa mưa này học trò không còn phải lội bùn."
FILE = f"""# id = 17
# title = Đường mới vào thôn
# date = 19/01/2021
# url = https://lang.example/17
# pages = 3

{FIRST}

{SECOND}

# id = 18
# title = Bếp ăn của trường

{SECOND}
"""


def _read(tmp_path: Path, content: str, name: str = "d.txt") -> list[tuple[str, str, tuple[str, ...]]]:
    (tmp_path / name).write_text(content, "utf-8", newline="")
    articles, skipped = read(tmp_path / name)
    assert not skipped
    return [(article.id, article.title, article.paragraphs) for article in articles]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("before", ["", "\ufeff", "\n \n"])
def test_each_block_begins_an_article(tmp_path: Path, end: str, before: str) -> None:
    """A file that begins with a block is many articles, with the facts of their blocks."""
    (tmp_path / "d.txt").write_text((before + FILE).replace("\n", end), "utf-8", newline="")
    (one, other), skipped = read(tmp_path / "d.txt")
    assert not skipped
    assert (one.id, one.title, one.published) == ("17", "Đường mới vào thôn", "2021-01-19")
    assert (one.url, one.paragraphs) == ("https://lang.example/17", (FIRST, SECOND))
    assert (other.id, other.title, other.paragraphs) == ("18", "Bếp ăn của trường", (SECOND,))


@pytest.mark.parametrize(
    "inside",
    [
        "# a = b",
        "# nguồn = báo\n# mục = làng",
        f"{SECOND}\n# id = 99",
        f"{SECOND}\n# title = x\n# id = 99",
        "# title = x",
        "#id=",
        "## id = 99",
        "# id 99",
    ],
)
def test_a_line_like_a_block_cuts_no_article(tmp_path: Path, inside: str) -> None:
    """Only a block like the first one begins an article; any other line of that form is the author's text."""
    content = FILE.replace(f"{FIRST}\n", f"{FIRST}\n\n{inside}\n" if inside[0] == "#" else f"{FIRST}\n{inside}\n")
    if inside == "#id=":
        content = content.replace("#id=", "# number = 3")
    assert [article[0] for article in _read(tmp_path, content)] == ["17", "18"]


@pytest.mark.parametrize(
    "block",
    ["# id = 18", "# ID=18\n# Tiêu đề = x", "# url = https://x.example\n# id = 18", "#title = x\n#id = 18\n#mục = y"],
)
def test_blocks_may_differ(tmp_path: Path, block: str) -> None:
    """A later block may give fewer facts or others, in another order or case."""
    content = f"# id = 17\n# title = Một\n\n{FIRST}\n\n{block}\n\nTựa của bài\n\n{SECOND}\n"
    assert [article[0] for article in _read(tmp_path, content)] == ["17", "18"]


def test_blocks_without_blank_lines_round_them(tmp_path: Path) -> None:
    """A block of several lines that begins as the first one did needs no blank line before or behind it."""
    content = f"# id = 1\n# title = Một\n{FIRST}\n# id = 2\n# title = Hai\n{SECOND}\n"
    assert _read(tmp_path, content) == [("1", "Một", (FIRST,)), ("2", "Hai", (SECOND,))]


def test_what_a_block_does_not_give_is_looked_for_in_the_text(tmp_path: Path) -> None:
    """Without a title in the block the text is taken apart as a page, and the block's facts count before the page's."""
    page = f"Đường mới vào thôn\n19/01/2021 08:30\n\n{FIRST}\n\n{SECOND}\n\nHà An\n"
    (tmp_path / "d.txt").write_text(f"# url = a\n\n{page}\n\n# url = b\n# author = Lê Bình\n\n{page}", "utf-8")
    (one, other), skipped = read(tmp_path / "d.txt")
    assert not skipped
    assert (one.title, one.published, one.author, one.url) == ("Đường mới vào thôn", "2021-01-19T08:30", "Hà An", "a")
    assert (other.title, other.published, other.author, other.url) == (one.title, one.published, "Lê Bình", "b")
    assert (one.id, other.id) == ("d.txt#1", "d.txt#13")
    assert one.paragraphs == other.paragraphs == (FIRST, SECOND)


def test_a_title_is_not_said_twice(tmp_path: Path) -> None:
    """A text that opens with the title of its block has it as title, not as paragraph."""
    content = f"# id = 1\n# title = Đường mới\n\nĐường mới\n\n{FIRST}\n"
    assert _read(tmp_path, content) == [("1", "Đường mới", (FIRST,))]


def test_a_lead_in_the_block_drops_nothing_of_the_text(tmp_path: Path) -> None:
    """Where both block and text have a lead, the block's counts and the text's stays as a paragraph."""
    content = f"# id = 1\n# title = T\n# lead = Ngắn gọn.\n\nĐường vào thôn…\n\n{FIRST}\n"
    (tmp_path / "d.txt").write_text(content, "utf-8")
    (article,), _ = read(tmp_path)
    assert (article.lead, article.paragraphs) == ("Ngắn gọn.", ("Đường vào thôn…", FIRST))


@pytest.mark.parametrize(
    "content", [f"# Đường mới\n\n{FIRST}\n", f"# a = b\n\n{FIRST}\n", f"Tựa\n\n# id = 1\n\n{FIRST}\n"]
)
def test_other_pages_stay_pages(tmp_path: Path, content: str) -> None:
    """A page that does not begin with a block that names an article is one article."""
    assert len(_read(tmp_path, content)) == 1


def test_bad_articles_are_named_by_their_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article that cannot be read is named with the line of its block, and those round it are there."""
    monkeypatch.setattr(headed_pages, "LARGEST_PAGE", 300)
    good = f"# id = %d\n# title = T\n\n{FIRST}\n\n"
    bad = ["x" * 200 + "\n\n" + "y" * 200, "z" * 5000, "", "a\0b", "a\xff"]
    parts = [good % 0] + [f"# id = {n}\n# title = T\n\n{text}\n\n" + good % (n + 100) for n, text in enumerate(bad, 1)]
    (tmp_path / "d.txt").write_bytes("".join(parts).encode().replace("\xff".encode(), b"\xff"))
    articles, skipped = read(tmp_path)
    assert [article.id for article in articles] == ["0", "101", "102", "103", "104", "105"]
    kinds = [fault.error.kind for fault in skipped]
    assert kinds == ["oversized", "oversized", "no-text-field", "binary", "encoding"]
    assert skipped[0].where == f"{tmp_path}/d.txt, line 6"


WORDS = st.lists(st.sampled_from("dân biết bàn làm kiểm tra giám sát thụ hưởng nhà đường".split()), min_size=12).map(
    lambda words: " ".join(words) + "."
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.fixed_dictionaries(
            {
                "title": st.sampled_from(["Đường mới", "12", "Trang chủ > Xã hội", "Ngày 1/2/2020"]),
                "body": st.lists(WORDS, min_size=1, max_size=3, unique=True).map("\n\n".join),
                "date": st.dates(date(1971, 1, 1)).map(lambda day: f"{day.day}/{day.month}/{day.year:04}"),
                "author": st.sampled_from(["Hà An", "Lê Bình"]),
                "source": st.just("Báo Quê"),
                "lead": WORDS,
            }
        ),
        min_size=1,
        max_size=4,
    )
)
def test_headed_pages_are_the_data_set_of_their_blocks(tmp_path: Path, rows: list[dict[str, str]]) -> None:
    """Records written as headed pages and as JSON lines are the same articles."""
    records = [{"id": f"n{at}", **row} for at, row in enumerate(rows)]
    heads = (
        "\n".join(f"# {key} = {row[key]}" for key in row if key != "body") + f"\n\n{row['body']}" for row in records
    )
    (tmp_path / "d.txt").write_text("\n\n".join(heads) + "\n", "utf-8")
    (tmp_path / "d.jsonl").write_text("".join(json.dumps(row) + "\n" for row in records), "utf-8")
    articles, skipped = read(tmp_path / "d.txt")
    assert not skipped
    assert [replace(article, path="") for article in articles] == [
        replace(article, path="") for article in read(tmp_path / "d.jsonl")[0]
    ]


def test_an_id_that_cannot_be_shown_is_a_fault(tmp_path: Path) -> None:
    """A header with an id that cannot be shown is a fault of that article alone."""
    (tmp_path / "d.txt").write_text(
        f"# id = a\x1b[31m\n# title = T\n\n{FIRST}\n\n# id = 2\n\nTựa\n\n{FIRST}\n", "utf-8"
    )
    articles, skipped = read(tmp_path)
    assert [article.id for article in articles] == ["2"]
    assert faults(skipped, tmp_path) == [("d.txt, line 1", "wrong-field")]
