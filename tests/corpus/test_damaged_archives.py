"""Archives that are cut, damaged or made to harm: what is whole is read, all else is named, and nothing runs away."""

from __future__ import annotations

import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import archives, unpack
from tests.corpus.packing import MAKERS, PACKERS, PAGE, Files, streamed, tar, zipped
from tests.corpus.reading import read


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(sorted(MAKERS)), part=st.floats(0, 1))
def test_a_cut_archive_gives_what_stands_before_the_cut(tmp_path: Path, name: str, part: float) -> None:
    """Wherever an archive breaks off, the articles that come out of it are whole, and the fault is named."""
    files = {f"{at}.txt": PAGE + os.urandom(300).hex().encode() for at in range(6)}
    content = MAKERS[name](files)
    (tmp_path / name).write_bytes(content[: int(part * (len(content) - 1100))])
    articles, skipped = read(tmp_path / name)
    whole = [f"{name}/{at}.txt" for at in range(6)]
    assert [article.id for article in articles] == whole[: len(articles)]
    assert all(article.paragraphs for article in articles)
    assert skipped


@pytest.mark.parametrize("make", [zipped, streamed, tar])
def test_articles_before_a_cut_are_kept(tmp_path: Path, make: Callable[[Files], bytes]) -> None:
    """Half an archive gives about half of its articles, also where a zip's directory is lost with the end."""
    content = make({f"{at}.txt": PAGE for at in range(40)})
    page = tmp_path / ("a.tar" if make is tar else "a.zip")
    page.write_bytes(content[: len(content) // 2])
    articles, skipped = read(page)
    assert 10 < len(articles) < 30
    assert {fault.error.kind for fault in skipped} == {"broken-archive"}


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(["a.zip", "d.zip", "g.tar", "h.tar", "k.tgz"]),
    spoilt=st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8)), min_size=1, max_size=4),
)
def test_damage_is_only_ever_named(tmp_path: Path, name: str, spoilt: list[tuple[float, bytes]]) -> None:
    """Whatever bytes are overwritten, nothing is raised, and nothing is called by a name that cannot be shown."""
    content = bytearray(
        MAKERS[name]({"a.txt": PAGE, "b/c.jsonl": b'{"id": "1", "body": "x"}\n', f"{'d/' * 60}e.txt": PAGE})
    )
    for part, marks in spoilt:
        at = int(part * (len(content) - 1))
        content[at : at + len(marks)] = marks
    (tmp_path / name).write_bytes(content)
    articles, _ = read(tmp_path / name)
    assert all(article.id.isprintable() for article in articles)


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.zip.xz", "a.tar.zst", "a.tbz2"])
@pytest.mark.parametrize(
    "content", [b"", b"no archive", PAGE * 40, b"PK\5\6", b"PK\3\4" + b"\xff" * 600, b"\xff" * 5000]
)
def test_what_is_no_archive_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    """A file that is an archive by its name alone is one fault."""
    (tmp_path / name).write_bytes(content)
    articles, skipped = read(tmp_path)
    assert (articles, [fault.error.kind for fault in skipped]) == ([], ["broken-archive"])


def test_members_that_lie_over_one_another_are_refused(tmp_path: Path) -> None:
    """Of an archive whose entries share their content, so that a small one can hold a flood, nothing is read."""
    content = zipped({"a.txt": PAGE})
    at, end = content.index(b"PK\1\2"), content.index(b"PK\5\6")
    entries = content[at:end] * 1000
    record = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1000, 1000, len(entries), at, 0)
    (tmp_path / "a.zip").write_bytes(content[:at] + entries + record)
    articles, skipped = read(tmp_path)
    assert not articles
    assert [(fault.error.kind, fault.error.details["reason"]) for fault in skipped] == [
        ("broken-archive", "its members lie over one another")
    ]


@pytest.mark.parametrize(
    ("place", "value", "is_member"),
    [
        (24, struct.pack("<L", 5), True),  # the size of a member
        (24, struct.pack("<L", 1 << 30), True),
        (20, struct.pack("<L", 5), True),  # its packed size
        (20, struct.pack("<L", 1 << 30), False),
        (16, b"\0\0\0\0", True),  # its sum
        (42, struct.pack("<L", 7), False),  # its place
        (42, struct.pack("<L", 1 << 31), False),
        (46, b"x", True),  # its name
        (28, b"\xff\xff", False),  # the length of the name
        (0, b"PKPK", False),
    ],
)
def test_a_directory_that_lies_is_not_believed(tmp_path: Path, place: int, value: bytes, is_member: bool) -> None:
    """What the directory says is held against what is there: the member is named, or else the archive."""
    content = bytearray(zipped({"a.txt": PAGE * 20}))
    at = content.index(b"PK\1\2") + place
    content[at : at + len(value)] = value
    (tmp_path / "a.zip").write_bytes(content)
    articles, skipped = read(tmp_path / "a.zip")
    assert not articles
    assert [(fault.error.kind, fault.where.endswith(".txt")) for fault in skipped] == [("broken-archive", is_member)]


@pytest.mark.parametrize("at", [12, 16])
def test_a_directory_that_is_elsewhere_is_not_looked_for(tmp_path: Path, at: int) -> None:
    """The size and place of the directory must fit the file."""
    content = bytearray(zipped({"a.txt": PAGE}))
    end = content.index(b"PK\5\6")
    content[end + at : end + at + 4] = b"\xf0\xff\xff\x7f"
    (tmp_path / "a.zip").write_bytes(content)
    assert [fault.error.kind for fault in read(tmp_path)[1]] == ["broken-archive"]


@pytest.mark.parametrize("suffix", [".gz", ".xz", ".bz2", ".zst"])
@pytest.mark.parametrize("inside", ["a.jsonl", "a.csv", "a.json", "a.tar"])
def test_bombs_are_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, inside: str) -> None:
    """A file that unpacks without end is left as soon as no text could be packed so well, wherever it lies."""
    monkeypatch.setattr(unpack, "HARMLESS", 1 << 20)
    monkeypatch.setattr(unpack, "MOST_TIMES", 200)
    filling = b"1" * (16 << 20)
    bomb = PACKERS[suffix](filling if inside != "a.tar" else tar({"a.jpg": filling}))
    (tmp_path / f"{inside}{suffix}").write_bytes(bomb)
    (tmp_path / "b.tar").write_bytes(tar({f"{inside}{suffix}": bomb, "good.txt": PAGE}))
    (tmp_path / "b.zip").write_bytes(zipped({inside: b"1" * (16 << 20), "good.txt": PAGE}))
    articles, skipped = read(tmp_path)
    assert [Path(article.path).name for article in articles] == ["good.txt", "good.txt"]
    assert sum(fault.error.kind == "bomb" for fault in skipped) == (3 if inside != "a.tar" else 2)


def test_bombs_in_bombs_are_counted_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive in an archive is stopped where both together unpack to more than the outer one may hold."""
    monkeypatch.setattr(unpack, "HARMLESS", 10_000)
    monkeypatch.setattr(unpack, "MOST_TIMES", 25)
    rows = "".join(f'{{"body": "{os.urandom(30).hex()}"}}\n' for _ in range(40)).encode()
    inner = zipped({f"{at}.jsonl": rows for at in range(30)})
    (tmp_path / "in.zip").write_bytes(inner)
    assert read(tmp_path / "in.zip")[1] == []
    (tmp_path / "a.zip").write_bytes(zipped({"in.zip": inner}))
    articles, skipped = read(tmp_path / "a.zip")
    assert {fault.error.kind for fault in skipped} == {"bomb"}
    assert len(articles) < 30 * 40


def test_a_zip_in_an_archive_is_held_only_if_it_is_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip inside another archive has to be in memory; one too large for that is named."""
    monkeypatch.setattr(archives, "LARGEST_HELD", 1000)
    inner = zipped({"a.txt": os.urandom(2000)}, zipfile.ZIP_STORED)
    (tmp_path / "a.tar").write_bytes(tar({"in.zip": inner, "a.txt": PAGE}))
    articles, skipped = read(tmp_path / "a.tar")
    assert [article.id for article in articles] == ["a.tar/a.txt"]
    assert [fault.error.kind for fault in skipped] == ["oversized-archive"]


def test_headers_of_tar_that_claim_too_much(tmp_path: Path) -> None:
    """Notes of gigabytes, sizes below nothing and notes without end are refused before they are read."""
    block = bytearray(tar({"a.txt": PAGE})[:512])

    def changed(at: int, value: bytes, kind: bytes = b"0") -> bytes:
        header = block.copy()
        header[at : at + len(value)] = value
        header[156:157] = kind
        header[148:156] = b" " * 8
        header[148:156] = b"%06o\0 " % sum(header)
        return bytes(header)

    notes = [b"0 path=x\n", b"99 path=x\n", b"x", b"9" * 30 + b" a=b\n", b"11 size=-1\n", b"5 a\n\n"]
    for content in (
        changed(124, b"77777777777\0", b"x"),
        changed(124, b"77777777777\0", b"L"),
        changed(124, b"\xff" * 12),
        changed(124, b"\x80" + b"\xff" * 11),
        changed(124, b"abc"),
        *(changed(124, b"%011o\0" % len(note), b"x") + note.ljust(512, b"\0") for note in notes),
    ):
        (tmp_path / "a.tar").write_bytes(content + b"\0" * 1024)
        articles, skipped = read(tmp_path / "a.tar")
        assert not articles
        assert [fault.error.kind for fault in skipped] == ["broken-archive"], content[:600]


def test_a_member_that_claims_more_than_there_can_be(tmp_path: Path) -> None:
    """Where a zip is read from its front, a size beyond any file is refused before it is looked for."""
    content = bytearray(zipped({"a.txt": PAGE}, is_long=True)[:100])
    at = content.index(b"a.txt") + 5 + 4
    content[at : at + 16] = b"\xff" * 16
    content[18:26] = b"\xff" * 8  # "look at the long numbers", which some versions of zipfile forget to write
    (tmp_path / "a.zip").write_bytes(content)
    articles, skipped = read(tmp_path)
    assert (articles, [fault.error.kind for fault in skipped]) == ([], ["broken-archive"])


def test_many_kinds_in_one_archive_take_little(tmp_path: Path) -> None:
    """An archive with a new suffix for each member is told in a few lines, and none of them is long."""
    files = {f"x.{at}{'y' * 200}": b"" for at in range(500)}
    (tmp_path / "a.tar").write_bytes(tar(files))
    _, skipped = read(tmp_path)
    assert len(skipped) < 100
    assert sum(int(str(fault.error.details["count"])) for fault in skipped) == 500
    assert max(len(str(fault.error.details["suffix"])) for fault in skipped) < 40
