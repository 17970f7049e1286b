"""Files to articles: every suffix, every compression, and what happens to files that are not what they seem."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from corpus import json_lines
from corpus.article import Article
from corpus.errors import CorpusError, NoSuchPathError
from corpus.pages import Skipped
from corpus.readers import read_paths
from tests.corpus.encodings.written import NOTICE, tcvn3, vni, windows_1258

PAGE = "Đường mới vào thôn\n\nBà con góp ngày công, xã góp xi măng, và ai cũng được xem sổ thu chi.\n"
PACKERS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".xz": lzma.compress,
    ".zst": lambda content: zstandard.ZstdCompressor().compress(content),
    ".bz2": bz2.compress,
}


def _read(*paths: Path) -> tuple[list[Article], list[Skipped]]:
    found = list(read_paths([str(path) for path in paths]))
    return [item for item in found if isinstance(item, Article)], [item for item in found if isinstance(item, Skipped)]


def _records(count: int) -> bytes:
    rows = ({"id": str(at), "title": f"Bài {at}", "body": f"{at} " + os.urandom(40).hex()} for at in range(count))
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


@pytest.mark.parametrize("suffix", PACKERS)
def test_compressed_files_read_as_plain_ones(tmp_path: Path, suffix: str) -> None:
    """Pages and data sets come out of every compression as they went in."""
    (tmp_path / "a.txt").write_text(PAGE, "utf-8")
    (tmp_path / f"b.txt{suffix}").write_bytes(PACKERS[suffix](PAGE.encode()))
    (tmp_path / f"c.jsonl{suffix}").write_bytes(PACKERS[suffix](_records(300)))
    articles, skipped = _read(tmp_path)
    assert not skipped
    assert len(articles) == 302
    assert articles[0].title == articles[1].title == "Đường mới vào thôn"


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_file_that_is_cut_short_gives_what_it_holds_and_is_named(tmp_path: Path, suffix: str) -> None:
    """The articles before the cut are read, and the cut is said."""
    packed = PACKERS[suffix](_records(20_000))
    page = tmp_path / f"c.jsonl{suffix}"
    page.write_bytes(packed[: len(packed) // 2])
    articles, skipped = _read(page)
    assert len(articles) < 20_000
    assert skipped[-1].error.kind == "broken-archive"
    page.write_bytes(packed[:30] + b"garbage" + packed[40:])
    assert _read(page)[1][-1].error.kind in ("broken-archive", "broken-record")


def test_several_frames_in_one_file_are_read_through(tmp_path: Path) -> None:
    """Files that were compressed apart and joined are one file."""
    for suffix, pack in PACKERS.items():
        (tmp_path / f"c.jsonl{suffix}").write_bytes(
            pack(b'{"id": "1", "body": "a"}\n') + pack(b'{"id": "2", "body": "b"}\n')
        )
        articles, skipped = _read(tmp_path / f"c.jsonl{suffix}")
        assert ([article.id for article in articles], skipped) == (["1", "2"], [])


def test_field_names_of_many_data_sets(tmp_path: Path) -> None:
    """The usual names of each fact are known, whatever the case of their letters; lists are lines."""
    rows = [
        {"Title": "T", "text": "một\nhai", "abstract": "L", "date": "5/6/2019", "category": "S", "publisher": "P"},
        {
            "headline": "T",
            "content": ["một", "hai"],
            "sapo": "L",
            "published": "2019-06-05",
            "section": "S",
            "source": "P",
        },
        {"title": "T", "body": "một\n\nhai", "summary": "L", "published_at": "2019-06-05", "topic": "S", "site": "P"},
    ]
    (tmp_path / "d.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    articles, _ = _read(tmp_path)
    facts = {(a.title, a.paragraphs, a.lead, a.published, a.section, a.source) for a in articles}
    assert facts == {("T", ("một", "hai"), "L", "2019-06-05", "S", "P")}
    assert [article.id for article in articles] == [f"{tmp_path.name}/d.jsonl#{line}" for line in (1, 2, 3)]


def test_pages_and_lines_in_the_encodings_of_old(tmp_path: Path) -> None:
    """A page and the lines of a data set are read each in its own encoding, which the article names."""
    record = json.dumps({"id": "x", "title": "Đường mới", "body": NOTICE}, ensure_ascii=False)
    (tmp_path / "a.txt").write_bytes(tcvn3(NOTICE))
    (tmp_path / "b.jsonl").write_bytes(b"\n".join((vni(record), record.encode(), windows_1258(record))))
    articles, skipped = _read(tmp_path)
    assert not skipped
    assert [article.encoding for article in articles] == ["TCVN3", "VNI", None, "windows-1258"]
    assert {article.title for article in articles[1:]} == {"Đường mới"}
    assert len({article.paragraphs for article in articles[1:]}) == 1
    assert articles[0].title == NOTICE.partition("\n")[0]


def test_half_characters_of_json_can_be_stored(tmp_path: Path) -> None:
    """A lone surrogate, which JSON can write, becomes a replacement character."""
    (tmp_path / "d.jsonl").write_text('{"id": "1", "body": "a \\ud800 b \\ud83d\\ude00"}\n', "utf-8")
    (article,), _ = _read(tmp_path)
    assert article.paragraphs == ("a \ufffd b 😀",)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (b"{", "broken-record"),
        (b"[1, 2]", "broken-record"),
        (b"null", "broken-record"),
        (b"[" * 100_000, "broken-record"),
        (b'{"id": ' + b"9" * 5000 + b', "body": "x"}', "broken-record"),
        (b'{"id": 1, "title": "x"}', "no-text-field"),
        (b'{"body": {"a": 1}}', "wrong-field"),
        (b'{"id": "a\\u001b[31m", "body": "x"}', "wrong-field"),
        (b'{"id": "' + b"x" * 600 + b'", "body": "x"}', "wrong-field"),
        (b'{"body": "\xff"}', "encoding"),
        (b'{"body": "\0"}', "binary"),
        (b'{"body": "a' + b"\\u0301\\u0323" * 100_000 + b'"}', "garbled"),
        (b'{"body": " "}', "empty"),
    ],
)
def test_a_bad_line_is_named_and_the_next_one_read(tmp_path: Path, line: bytes, kind: str) -> None:
    """Whatever a line holds, its fault has a kind, and the article behind it is there."""
    (tmp_path / "d.jsonl").write_bytes(line + b'\n{"id": "good", "body": "x"}\n')
    articles, skipped = _read(tmp_path)
    assert [article.id for article in articles] == ["good"]
    assert [fault.error.kind for fault in skipped] == [kind]
    assert skipped[0].where.endswith("d.jsonl, line 1")


def test_odd_file_names_become_ids_that_can_be_typed_and_shown(tmp_path: Path) -> None:
    """Bytes that are no text, line feeds and escapes in names are replaced in ids, and the pages are read."""
    for name in (b"b\xff\xfe.txt", b"line\nfeed.txt", b"esc\x1b[31m.txt", "có dấu cách.txt".encode()):
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_text(PAGE, "utf-8")
    articles, skipped = _read(tmp_path)
    assert not skipped
    assert len({article.id for article in articles}) == 4
    assert all(article.id.isprintable() and article.path.isprintable() for article in articles)


def test_links_pipes_and_loops(tmp_path: Path) -> None:
    """Links to files are read, links to folders and pipes are named, hidden files passed over, loops not entered."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "a.txt").write_text(PAGE, "utf-8")
    (tmp_path / "pages" / "link.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "pages" / "loop").symlink_to(tmp_path / "pages")
    (tmp_path / "pages" / "gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "pages" / ".hidden.txt").write_text(PAGE, "utf-8")
    os.mkfifo(tmp_path / "pages" / "pipe.txt")
    articles, skipped = _read(tmp_path / "pages")
    assert [Path(article.path).name for article in articles] == ["link.txt"]
    assert sorted((Path(fault.where).name, fault.error.kind) for fault in skipped) == [
        ("gone.txt", "unopened"),
        ("loop", "linked-folder"),
        ("pipe.txt", "not-a-file"),
    ]


def test_sockets_and_devices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has no end and what waits for an answer is named and not opened, also where it is asked for by name."""
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as waiting:
        waiting.bind("waiting.jsonl")
        os.mkfifo("pipe.zip")
        (tmp_path / "zero.csv").symlink_to("/dev/zero")
        articles, skipped = _read(tmp_path, Path("/dev/zero"))
    assert not articles
    assert sorted((Path(fault.where).name, fault.error.kind) for fault in skipped) == [
        ("pipe.zip", "not-a-file"),
        ("waiting.jsonl", "not-a-file"),
        ("zero", "not-a-file"),
        ("zero.csv", "not-a-file"),
    ]


def test_each_file_once_and_in_order(tmp_path: Path) -> None:
    """A file below two of the paths is read once; folders go by name."""
    for name in ("b/2.txt", "a/1.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE, "utf-8")
    articles, _ = _read(tmp_path, tmp_path / "a", tmp_path / "c.txt")
    assert [Path(article.path).relative_to(tmp_path).as_posix() for article in articles] == [
        "c.txt",
        "a/1.txt",
        "b/2.txt",
    ]


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """A spelling mistake is said before anything is read."""
    with pytest.raises(NoSuchPathError):
        _read(tmp_path, tmp_path / "nothing")
    assert issubclass(NoSuchPathError, CorpusError)


def test_an_overlong_line_is_one_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line beyond the limit is passed over whole, and the lines behind it keep their numbers."""
    monkeypatch.setattr(json_lines, "LONGEST_LINE", 60)
    (tmp_path / "d.jsonl").write_text('{"body": "' + "x" * 500 + '"}\n{"body": "y"}\n', "utf-8")
    articles, skipped = _read(tmp_path / "d.jsonl")
    assert [(fault.where.rpartition(", ")[2], fault.error.kind) for fault in skipped] == [("line 1", "oversized")]
    assert [article.id for article in articles] == ["d.jsonl#2"]
