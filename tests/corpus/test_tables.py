"""Tables: whatever parts their cells, a row is an article, and a bad row spoils itself alone."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import tables
from corpus.article import Article
from tests.corpus.reading import faults, read

NAMES = ("id", "title", "lead", "body", "date", "author", "source", "section", "url")
WORDS = st.text("aăâbcdđe ,;|\t\"'“”0", min_size=1, max_size=20).map(str.strip).filter(bool)
CELLS = st.fixed_dictionaries(
    {
        "title": WORDS,
        "lead": WORDS,
        "body": st.lists(WORDS, min_size=1, max_size=4).map("\n".join),
        "date": st.dates(date(1971, 1, 1)).map(lambda day: f"{day.day}/{day.month}/{day.year:04}"),
        "author": WORDS,
        "source": WORDS,
        "section": WORDS,
        "url": WORDS,
    }
)


def _write(path: Path, rows: list[dict[str, str]], delimiter: str, quoting: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, NAMES, delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]
        writer.writeheader()
        writer.writerows(rows)


def _same(articles: list[Article]) -> list[Article]:
    return [replace(article, path="") for article in articles]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cells=st.lists(CELLS, min_size=1, max_size=4),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_a_table_is_the_data_set_of_its_rows(
    tmp_path: Path, cells: list[dict[str, str]], delimiter: str, quoting: int
) -> None:
    """The same records as a table, as JSON lines and as a list in a JSON document are the same articles."""
    rows = [{"id": f"n{at}", **row} for at, row in enumerate(cells)]
    table = tmp_path / ("d.tsv" if delimiter == "\t" else "d.csv")
    _write(table, rows, delimiter, quoting)
    (tmp_path / "d.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    (tmp_path / "d.json").write_text(json.dumps(rows, indent=1), "utf-8")
    articles, skipped = read(table)
    assert not skipped
    assert _same(articles) == _same(read(tmp_path / "d.jsonl")[0]) == _same(read(tmp_path / "d.json")[0])


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("d.csv", "Mã bài,Tiêu đề,Sapo,Nội dung,Ngày đăng,Tác giả,Nguồn,Chuyên mục"),
        ("d.csv", "ma_bai;TieuDe;mota;noidung;ngaydang;tacgia;nguon;chuyenmuc"),
        ("d.tsv", "news_id\ttieu_de\tmo_ta\tnoi_dung\tpub_date_\ttac_gia\tnguon_tin\tchuyen_muc"),
        ("d.csv", "_id|headline|Summary|fullText|publishedAt|By-line|site name|category"),
    ],
)
def test_names_of_fields_in_both_languages(tmp_path: Path, name: str, header: str) -> None:
    """Accents, underscores, capitals and spaces do not matter, and the header tells what parts the cells."""
    mark = next(mark for mark in ",;\t|" if mark in header)
    row = mark.join(("7", "Đường mới", "Đã thông xe.", "Bà con góp công.", "19/01/2021", "Hà An", "Báo Quê", "Xã hội"))
    (tmp_path / name).write_bytes(f"\ufeff{header}\r\n{row}\r\n".encode())
    (article,), skipped = read(tmp_path / name)
    assert not skipped
    assert (article.id, article.title, article.lead) == ("7", "Đường mới", "Đã thông xe.")
    assert (article.paragraphs, article.published) == (("Bà con góp công.",), "2021-01-19")
    assert (article.author, article.source, article.section) == ("Hà An", "Báo Quê", "Xã hội")


def test_when_a_page_was_fetched_is_not_when_it_was_published(tmp_path: Path) -> None:
    """Only fields that speak of the article give its date, and of them the first that holds one."""
    (tmp_path / "d.csv").write_text(
        "id,body,crawled_at,crawled,date,created_at\n1,a,2022-02-02,2022-02-02,,\n2,b,x,x,hôm qua,2021-05-06\n", "utf-8"
    )
    assert [article.published for article in read(tmp_path)[0]] == [None, "2021-05-06"]


def test_rows_are_named_by_their_first_line(tmp_path: Path) -> None:
    """Cells may go over lines and blank lines may stand between rows: ids and faults count the lines of the file."""
    (tmp_path / "d.csv").write_text('title,body\n\nA,"một\nhai\n\nba"\nB\nC,bốn\n', "utf-8")
    articles, skipped = read(tmp_path / "d.csv")
    assert [(a.id, a.paragraphs) for a in articles] == [("d.csv#3", ("một", "hai", "ba")), ("d.csv#8", ("bốn",))]
    assert faults(skipped, tmp_path) == [("d.csv, line 7", "broken-row")]


@pytest.mark.parametrize(
    ("row", "kinds"),
    [
        (b'B,"open', ["broken-row"]),
        (b'B,"open\nC,still open', ["broken-row"]),
        (b'B,"a" b', ["broken-row"]),
        (b"B,b,c", ["broken-row"]),
        (b"B", ["broken-row"]),
        (b"B,\xff\xfe", ["encoding"]),
        (b'B,"a\nb\xff"', ["encoding"]),
        (b"B,a\0b", ["binary"]),
        (b"B,a" + "\u0301".encode() * 100, ["garbled"]),
        (b'\x1b[31m,""', []),
    ],
)
def test_a_bad_row_is_named_and_the_next_one_read(tmp_path: Path, row: bytes, kinds: list[str]) -> None:
    """Whatever a row holds, its fault has a kind and the line where the row begins, and the rows round it are there."""
    (tmp_path / "d.csv").write_bytes(b"title,body\nA,first\n" + row + b'\nZ,"last"\nY,end\n')
    articles, skipped = read(tmp_path / "d.csv")
    assert {article.title for article in articles} >= {"A", "Z", "Y"}
    assert [fault.error.kind for fault in skipped] == kinds
    assert all(fault.where.endswith("d.csv, line 3") for fault in skipped)


def test_cells_beyond_the_header_may_be_empty(tmp_path: Path) -> None:
    """Spreadsheets fill rows up with empty cells."""
    (tmp_path / "d.csv").write_text("title,body\nA,a,,\n,\n,,,\n", "utf-8")
    articles, skipped = read(tmp_path)
    assert ([article.title for article in articles], skipped) == (["A"], [])


def test_tabs_without_quoting(tmp_path: Path) -> None:
    """Where tabs part the cells, a quotation mark may be the author's own, at the beginning of a cell too."""
    rows = ['"Dân biết" là gì\tmột', '"Mở mà không đóng\thai', 'Ba\t"Đóng" và hết']
    (tmp_path / "d.tsv").write_text("title\tbody\n" + "\n".join(rows) + "\n", "utf-8")
    articles, skipped = read(tmp_path)
    assert not skipped
    assert [f"{article.title}\t{article.paragraphs[0]}" for article in articles] == rows


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"a,b\n1,2\n", "no-text-field"),
        (b'"title,body\n1,2\n', "broken-row"),
        (b"\0\0\0", "binary"),
        (b"title,b\xffdy\n", "encoding"),
    ],
)
def test_a_header_that_names_no_text_is_one_fault(tmp_path: Path, content: bytes, kind: str) -> None:
    """Without names for the cells no row can be read, and that is said once."""
    (tmp_path / "d.csv").write_bytes(content)
    articles, skipped = read(tmp_path)
    assert (articles, [fault.error.kind for fault in skipped]) == ([], [kind])


def test_long_rows_and_long_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell may be longer than Python's own limit; a row beyond ours is passed over, and the next one read."""
    long = "chữ " * 50_000
    (tmp_path / "d.csv").write_text(f"title,body\nA,{long}\n", "utf-8")
    assert len(read(tmp_path)[0][0].paragraphs[0]) == len(long) - 1
    monkeypatch.setattr(tables, "LARGEST_RECORD", 100)
    (tmp_path / "d.csv").write_text("title,body\nA," + "x" * 500 + "\nB,b\n" + 'C,"' + "x\n" * 100 + "D,d\n", "utf-8")
    articles, skipped = read(tmp_path)
    assert [article.title for article in articles] == ["B", "D"]
    assert [fault.error.kind for fault in skipped][:2] == ["oversized", "oversized"]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.text('a,"\n\r;é\x85\u2028', max_size=60))
def test_no_table_is_read_out_of_step(tmp_path: Path, content: str) -> None:
    """Whatever stands above it, a row behind a blank line and a plain line is read."""
    (tmp_path / "d.csv").write_bytes(f"title,body\n{content}\n\nX,x\nlast,row\n".encode())
    articles, _ = read(tmp_path)
    assert articles[-1].title == "last"
