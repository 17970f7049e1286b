"""Archives: read as the folder they were made from, whatever they claim to be."""

from __future__ import annotations

import gzip
import io
import lzma
import os
import stat
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.corpus.packing import MAKERS, PAGE, Files, streamed, tar, zipped
from tests.corpus.reading import faults, read

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


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading an archive leaves no file, neither beside it nor where temporary files go."""
    (tmp_path / "b.tar").write_bytes(tar({"a.zip": zipped({"a.txt": PAGE}), "b.txt.gz": gzip.compress(PAGE)}))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made = tmp_path.stat().st_mtime_ns
    assert len(read(tmp_path)[0]) == 2
    assert (tmp_path.stat().st_mtime_ns, os.listdir(tmp_path)) == (made, ["b.tar"])
