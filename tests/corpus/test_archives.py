"""Archives: read as the folder they were made from, whatever they claim to be."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import stat
import struct
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import archives, unpack
from tests.corpus.reading import faults, read

PAGE = "Đường mới vào thôn\n\nBà con góp ngày công, xã góp xi măng, và ai cũng được xem sổ thu chi.\n".encode()
PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".xz": lzma.compress,
    ".bz2": bz2.compress,
    ".zst": lambda content: zstandard.ZstdCompressor().compress(content),
}
Files = Mapping[str, bytes]


def tar(files: Files, form: int = tarfile.PAX_FORMAT) -> bytes:
    """A tar archive of the files."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=form) as archive:
        for name, content in files.items():
            header = tarfile.TarInfo(name)
            header.size = len(content)
            archive.addfile(header, io.BytesIO(content))
    return out.getvalue()


def zipped(files: Files, method: int = zipfile.ZIP_DEFLATED, *, is_long: bool = False) -> bytes:
    """A zip archive of the files, if asked for with the long numbers that large ones have."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            with archive.open(name, "w", force_zip64=is_long) as member:
                member.write(content)
    return out.getvalue()


class _Unseekable(io.BytesIO):
    def seekable(self) -> bool:
        return False

    def seek(self, *where: int) -> int:
        raise OSError("no way back")

    def tell(self) -> int:
        raise OSError("no way back")


def streamed(files: Files) -> bytes:
    """A zip archive written as a stream: what is to be known of a member stands behind it."""
    out = _Unseekable()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


MAKERS: Mapping[str, Callable[[Files], bytes]] = {
    "a.zip": zipped,
    "b.zip": lambda files: zipped(files, zipfile.ZIP_STORED),
    "c.zip": lambda files: zipped(files, zipfile.ZIP_BZIP2),
    "d.zip": streamed,
    "d64.zip": lambda files: zipped(files, is_long=True),
    "e.zip": lambda files: b"#!/bin/sh\n" + zipped(files),
    "f.zip.gz": lambda files: gzip.compress(zipped(files)),
    "g.tar": tar,
    "h.tar": lambda files: tar(files, tarfile.GNU_FORMAT),
    "i.tar": lambda files: tar(files, tarfile.USTAR_FORMAT),
    **{f"j.tar{suffix}": lambda files, pack=pack: pack(tar(files)) for suffix, pack in PACKERS.items()},  # type: ignore[misc]
    "k.tgz": lambda files: gzip.compress(tar(files)),
    "l.txz": lambda files: lzma.compress(tar(files)),
    "m.tbz2": lambda files: bz2.compress(tar(files)),
    "n.tzst": lambda files: PACKERS[".zst"](tar(files)),
}
SAMPLE: Files = {
    "báo/một.txt": PAGE,
    "báo/hai.txt.gz": gzip.compress(PAGE),
    f"{'sâu/' * 24}ba.txt": PAGE,
    "d.jsonl": b'{"id": "x1", "body": "a"}\n{"body": "b"}\n',
    "e.csv": b"title,body\nA,a\n",
    "f.json.xz": lzma.compress(b'[{"body": "c"}]'),
    "g.txt": b"# id = 7\n# title = T\n\n" + PAGE,
}


@pytest.mark.parametrize("name", MAKERS)
def test_an_archive_is_the_folder_it_was_made_from(tmp_path: Path, name: str) -> None:
    """Whatever an archive's kind, its articles are those of a folder of that name, in the archive's order."""
    folder = tmp_path / "folder" / name
    for path, content in SAMPLE.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (tmp_path / name).write_bytes(MAKERS[name](SAMPLE))
    articles, skipped = read(tmp_path / name)
    assert not skipped
    assert [article.id for article in articles][:3] == [f"{name}/{path}" for path in list(SAMPLE)[:3]]
    assert {article.path for article in articles} == {f"{tmp_path}/{name}/{path}" for path in SAMPLE}
    plain = {article.id: article.paragraphs for article in read(folder)[0]}
    assert {article.id: article.paragraphs for article in articles} == plain
    assert len(articles) == 8


@pytest.mark.parametrize("make", [zipped, streamed, tar])
def test_what_a_walk_passes_over_is_passed_over(tmp_path: Path, make: Callable[[Files], bytes]) -> None:
    """Hidden files and macOS's shadows are not read; files of other kinds are counted by suffix."""
    other = {f"x/{at}.jpg": b"\xff" for at in range(5)} | {"Makefile": b"all:", "style.CSS": b"a {}"}
    junk = {"__MACOSX/._a.txt": b"\0", "x/.DS_Store": b"\0", ".git/b.txt": PAGE, "x/.c.txt": PAGE}
    (tmp_path / "a.zip" if make is not tar else tmp_path / "a.tar").write_bytes(
        make({**other, **junk, "x/a.txt": PAGE})
    )
    articles, skipped = read(tmp_path)
    assert [Path(article.path).name for article in articles] == ["a.txt"]
    counted = {str(fault.error.details["suffix"]): fault.error.details["count"] for fault in skipped}
    assert counted == {".jpg": 5, "Makefile": 1, ".css": 1}
    assert {fault.error.kind for fault in skipped} == {"not-a-page"}


def test_archives_inside_archives(tmp_path: Path) -> None:
    """An archive in an archive is a folder in it, down to three; what lies deeper is named."""
    inner = zipped({"a.txt": PAGE})
    second = gzip.compress(tar({"in.zip": inner, "b.txt": PAGE}))
    deepest = zipped({"deep.tgz": second})
    (tmp_path / "a.tar").write_bytes(tar({"second.tgz": second, "deepest.zip": deepest}))
    articles, skipped = read(tmp_path / "a.tar")
    assert [article.id for article in articles] == [
        "a.tar/second.tgz/in.zip/a.txt",
        "a.tar/second.tgz/b.txt",
        "a.tar/deepest.zip/deep.tgz/b.txt",
    ]
    assert faults(skipped, tmp_path) == [("a.tar/deepest.zip/deep.tgz/in.zip", "nested-archive")]


NAMES = ["/etc/a.txt", "../a.txt", "x/../../a.txt", "x/..", "C:\\a.txt", "c:a.txt", "..\\a.txt", "\\a.txt", "//h/a.txt"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("make", [zipped, streamed, tar])
def test_names_that_lead_out_are_not_followed(tmp_path: Path, name: str, make: Callable[[Files], bytes]) -> None:
    """A path that is absolute or leads upwards is named, and what stands beside it is read."""
    page = tmp_path / ("a.tar" if make is tar else "a.zip")
    page.write_bytes(make({name: PAGE, "./b//c.txt": PAGE}))
    articles, skipped = read(page)
    assert [article.id for article in articles] == [f"{page.name}/b/c.txt"]
    assert [fault.error.kind for fault in skipped] == ["unsafe-name"]


def test_links_and_devices_in_tar(tmp_path: Path) -> None:
    """Links, devices, pipes and files with holes are named and not read; folders are nothing."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for at, kind in enumerate(
            [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE]
        ):
            header = tarfile.TarInfo(f"{at}.txt")
            header.type, header.linkname = kind, "/etc/passwd"
            archive.addfile(header)
        folder = tarfile.TarInfo("folder.txt")
        folder.type = tarfile.DIRTYPE
        archive.addfile(folder)
        holes = tarfile.TarInfo("5.txt")
        holes.pax_headers = {"GNU.sparse.major": "1", "GNU.sparse.realsize": str(1 << 40)}
        holes.size = len(PAGE)
        archive.addfile(holes, io.BytesIO(PAGE))
        page = tarfile.TarInfo("6.txt")
        page.size = len(PAGE)
        archive.addfile(page, io.BytesIO(PAGE))
    (tmp_path / "a.tar").write_bytes(out.getvalue())
    articles, skipped = read(tmp_path / "a.tar")
    assert [article.id for article in articles] == ["a.tar/6.txt"]
    assert faults(skipped, tmp_path) == [(f"a.tar/{at}.txt", "not-a-file") for at in range(6)]


def test_links_and_locks_in_zip(tmp_path: Path) -> None:
    """A link, an encrypted member and one that is packed in an unknown way are named; the others are read."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        for name in ("locked.txt", "odd.txt", "page.txt"):
            archive.writestr(name, PAGE)
        archive.mkdir("folder.txt")
    content = bytearray((tmp_path / "a.zip").read_bytes())
    entry = content.index(b"locked.txt", content.index(b"PK\1\2")) - 46
    content[entry + 8] |= 1
    entry = content.index(b"odd.txt", entry) - 46
    content[entry + 10] = 97
    (tmp_path / "a.zip").write_bytes(content)
    articles, skipped = read(tmp_path)
    assert [Path(article.path).name for article in articles] == ["page.txt"]
    assert [(Path(fault.where).name, fault.error.kind) for fault in skipped] == [
        ("link.txt", "not-a-file"),
        ("locked.txt", "encrypted"),
        ("odd.txt", "packing"),
    ]


def test_names_in_old_bytes_become_ids_that_can_be_shown(tmp_path: Path) -> None:
    """Names that are no UTF-8 or hold marks for a terminal are shown without them, and two of them stay two."""
    raw = [b"b\xff\xfe.txt", b"b\xfe\xff.txt", b"esc\x1b[31m.txt", b"esc\x1b]31m.txt", "có dấu.txt".encode()]
    names = ["b\udcff\udcfe.txt", "b\udcfe\udcff.txt", "esc\x1b[31m.txt", "esc\x1b]31m.txt", "có dấu.txt"]
    (tmp_path / "a.tar").write_bytes(tar(dict.fromkeys(names, PAGE), tarfile.GNU_FORMAT))
    places = {letter * len(name): name for letter, name in zip("QVWXZ", raw, strict=True)}
    content = zipped(dict.fromkeys(places, PAGE))
    for place, name in places.items():
        content = content.replace(place.encode(), name)
    (tmp_path / "a.zip").write_bytes(content)
    articles, skipped = read(tmp_path)
    assert not skipped
    assert len({article.id for article in articles}) == 10
    assert all(article.id.isprintable() and article.id.endswith(".txt") for article in articles)
    assert {article.id for article in articles} >= {f"{tmp_path.name}/a.{kind}/có dấu.txt" for kind in ("tar", "zip")}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["a.zip", "a.tar"])
def test_a_name_that_comes_twice(tmp_path: Path, name: str) -> None:
    """Both members are read, in the archive's order; an index keeps the last, as unpacking would."""
    one, other = PAGE, PAGE + "Thêm một câu nữa cho bài này, vì bài đã được sửa lại sau khi đăng.\n".encode()
    if name == "a.tar":
        (tmp_path / name).write_bytes(tar({"a.txt": one})[:1024] * 2 + tar({"a.txt": other}))
    else:
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for content in (one, one, other):
                archive.writestr("a.txt", content)
    articles, skipped = read(tmp_path / name)
    assert not skipped
    assert [(article.id, len(article.paragraphs)) for article in articles] == [
        (f"{name}/a.txt", count) for count in (1, 1, 2)
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading an archive leaves no file, neither beside it nor where temporary files go."""
    (tmp_path / "b.tar").write_bytes(tar({"a.zip": zipped({"a.txt": PAGE}), "b.txt.gz": gzip.compress(PAGE)}))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made = tmp_path.stat().st_mtime_ns
    assert len(read(tmp_path)[0]) == 2
    assert (tmp_path.stat().st_mtime_ns, os.listdir(tmp_path)) == (made, ["b.tar"])
