"""What is fuzzed: for each room a kind of input, and what has to hold of whatever comes of it."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import struct
import tempfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from corpus.article import Article
from corpus.errors import CorpusError
from corpus.file_kinds import SUFFIXES
from corpus.pages import Skipped
from corpus.readers import read_paths
from index.errors import DamagedIndexError, IndexVersionError, MissingIndexError
from index.generations import commit, newest
from index.schema import VERSIONS
from index.segment.array_file import _TRAILER, MAGIC
from index.segment.pieces import BLOCK
from index.words import SyllableSegmenter
from searcher import Archive
from searcher.errors import AliasError, QueryError, SearchError, SettingsError
from tests.corpus.packing import PACKERS, tar, zipped
from tests.fuzz.mutations import CHANGES, Change, changed

KNOWN = (DamagedIndexError, IndexVersionError, MissingIndexError)
"""What an index may say that is none any more."""

Target = tuple[st.SearchStrategy[Any], Callable[[Any], None]]

_PROSE = "Bà con góp ngày công, xã góp xi măng, và ai cũng được xem sổ thu chi. “Dân biết, dân bàn”, ông Nam nói. " * 3
_TEXT = f"Trang chủ > Xã hội\nĐường mới vào thôn\n28/1/2022 - 15:01\n(Báo) {_PROSE}\n\n{_PROSE}\nẢnh: Thu Hà\nThu Hà\n"
_RECORD = {
    "id": "1",
    "title": "Đường mới",
    "body": _PROSE,
    "published": "2022-01-28",
    "author": "Thu Hà",
    "captions": ["x"],
}
_LD = '{"@type": "NewsArticle", "headline": "x", "datePublished": "2022-01-28"}'
_HTML = (
    f"<html><head><title>Đường mới</title>"
    f"<script type='application/ld+json'>{_LD}</script><meta property='og:title' content='Đường mới'></head><body>"
    f"<div class='menu'><a href='/'>Trang chủ</a></div><h1>Đường mới</h1><time>28/1/2022</time><p><b>{_PROSE}</b></p>"
    f"<p>{_PROSE}</p><table><tr><td><img src='a.jpg'></td></tr><tr><td>Ảnh: Thu Hà</td></tr></table></body></html>"
)


@cache
def seeds() -> Mapping[str, bytes]:
    """A good file of each kind, by its suffix."""
    record = json.dumps(_RECORD, ensure_ascii=False)
    seeds = {
        ".txt": _TEXT.encode(),
        ".html": _HTML.encode(),
        ".jsonl": f"{record}\n{record}\n".encode(),
        ".json": f"[{record}, {record}]".encode(),
        ".csv": f'id,title,body\n1,Đường,"{_PROSE}"\n2,Đường,"một ""hai"""\n'.encode(),
        ".tsv": f"id\ttitle\tbody\n1\tĐường\t{_PROSE}\n".encode(),
    }
    files = {f"a/{at}{suffix}": content for at, (suffix, content) in enumerate(seeds.items())}
    seeds |= {".tar": tar(files), ".zip": zipped({**files, "in.zip": zipped(files)})}
    packed = {f"{kind}{way}": pack(content) for kind, content in seeds.items() for way, pack in PACKERS.items() if way}
    encodings = {
        f".{at}.txt": _TEXT.encode(name, "replace")
        for at, name in enumerate(("utf-16", "cp1258", "latin-1", "utf-8-sig"))
    }
    return {**seeds, **packed, **encodings, ".headed.txt": b"# title = x\n# id = 1\n" + _TEXT.encode()}


_ANY_FILE = st.tuples(
    st.sampled_from(SUFFIXES),
    st.binary(max_size=600) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
)


def _nearly(pair: tuple[str, list[Change]]) -> tuple[str, bytes]:
    return pair[0], changed(seeds()[pair[0]], pair[1])


@contextmanager
def folder_of() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def check_page(file: tuple[str, bytes]) -> None:
    """Every page gives articles and faults, of texts that can be stored, with ids that can be typed."""
    suffix, content = file
    with folder_of() as folder:
        (folder / f"a{suffix}").write_bytes(content)
        for found in read_paths([str(folder)]):
            assert isinstance(found, Article | Skipped)
            if isinstance(found, Article):
                assert found.id.isprintable()
                assert found.published is None or found.published.isascii()
                texts = (found.title, found.lead or "", *found.paragraphs, *found.captions)
                "".join((*texts, *(quote.text for quote in found.quotes))).encode()
            else:
                assert isinstance(found.error, CorpusError)


_SYNTAX = st.sampled_from(
    """" “ ” ' ’ « » ( ) * - ~ ~5 ~2000 ~٣ OR AND NOT VÀ HOẶC title: date: id: source: speaker: Title: 2019..2020 .. :
    \u0301 \u202e \0 \ud800 ² ٢٠١٩ 1/2/2020 dân bàn UBND a.b H'Hen""".split()
)
_QUERIES = st.lists(
    st.text(max_size=40) | st.lists(_SYNTAX | st.text(max_size=3) | st.just(" "), max_size=16).map("".join)
    | st.lists(_SYNTAX | st.text(max_size=4), max_size=10).map(" ".join),
    max_size=4,
)  # fmt: skip


def check_query(arguments: list[str]) -> None:
    """A query is refused at a place in it, or read as what its description is read as."""
    from searcher.query.parse import parse
    from searcher.query.tree import described

    try:
        reading = described(parse(arguments))
    except QueryError as error:
        refused = error
    else:
        assert described(parse([f'{reading} ""'])) == reading  # the empty phrase makes a query of it, as a shell does
        return
    assert 0 <= refused.at <= len(refused.query)
    assert refused.repair is None or described(parse([refused.repair]))


TOML = b'index = "~/x"\nlang = "vi"\n[search]\nlimit = 20\ncollapse = false\n[kwic]\ncontext = 3\n'
WAYS = "# cách viết\nUBND = ủy ban nhân dân\nTP.HCM = Sài Gòn = thành phố Hồ Chí Minh\n".encode()


def check_settings(pair: tuple[bytes, bytes]) -> None:
    """The user's own files are read, or refused by a sentence."""
    from searcher.commands.listed import summaries
    from searcher.meaning.aliases import with_file
    from searcher.settings import checked, for_command, settings

    with folder_of() as folder:
        (folder / "timbao").mkdir()
        (folder / "timbao" / "config.toml").write_bytes(pair[0])
        (folder / "aliases.txt").write_bytes(pair[1])
        os.environ["XDG_CONFIG_HOME"] = str(folder)
        with suppress(SettingsError):
            found = settings()
            checked(found, summaries())
            for command in summaries():
                for_command(found, command, {"limit": "limit", "index": "folder", "lang": "lang"})
        with suppress(AliasError):
            with_file(folder / "aliases.txt")


@cache
def index() -> Path:
    """A small index, made once a run."""
    from index.update import update
    from searcher.indexing import Pages

    folder = Path(tempfile.mkdtemp(prefix="timbao-fuzz-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    rows = (json.dumps({**_RECORD, "id": str(at), "body": f"{_PROSE}\nsố {at}"}) for at in range(40))
    (folder / "a.jsonl").write_text("\n".join(rows), "utf-8")
    update(folder / "index", [str(folder / "a.jsonl")], Pages(0), segmenter=SyllableSegmenter())
    return folder / "index"


def _forged(content: bytes, changes: list[Change]) -> bytes:
    """A file of arrays that says other types, shapes or places of some of them, signed as if all were right."""
    if not content.startswith(MAGIC):
        return changed(content, changes)
    end = len(content) - _TRAILER.size
    length = _TRAILER.unpack_from(content, end)[0]
    table = json.loads(content[end - length : end])
    body = content[: end - length]
    for kind, part, _, size in changes:
        name = sorted(table["arrays"])[int(part * (len(table["arrays"]) - 1))]
        form, shape, offset, first = table["arrays"][name]
        match kind:
            case "put in":
                form = ("|u1", "<u2", "<u4", "<i8", "|O", "|b1")[size % 6]
            case "take out":
                shape = [size * 1000] if size % 2 else [max(shape[0] - size, 0), *shape[1:]]
            case _:
                offset = (1 << 24) + size
        table["arrays"][name] = [form, shape, offset, first]
    body = body[: len(body) - table["checksums"][0]]
    checksums: list[int] = []
    for row in table["arrays"].values():
        many = (int(row[0][-1]) if row[0][-1].isdigit() else 1) * (row[1][0] if row[1] else 1)
        behind = row[2] + many * (row[1][1] if len(row[1]) > 1 else 1)
        row[3] = len(checksums)
        checksums += [zlib.crc32(body[begin : min(begin + BLOCK, behind)]) for begin in range(row[2], behind, BLOCK)]
    signed = struct.pack(f"<{len(checksums)}I", *checksums)
    table["checksums"] = [len(signed), zlib.crc32(signed)]
    directory = json.dumps(table).encode()
    return body + signed + directory + _TRAILER.pack(len(directory), zlib.crc32(directory))


def _check_index(case: tuple[int, list[Change], bool]) -> None:
    """Files that were changed, also by one who signs what he forges, give answers or one kind of error."""
    number, changes, is_forged = case
    with folder_of() as folder:
        shutil.copytree(index(), folder, dirs_exist_ok=True)
        files = sorted(path for path in folder.iterdir() if path.stat().st_size)
        path = next(folder.glob("*.arrays")) if is_forged else files[number % len(files)]
        path.write_bytes((_forged if is_forged else changed)(path.read_bytes(), changes))
        if is_forged:
            standing = newest(index(), VERSIONS)
            entries = tuple(replace(entry, size=path.stat().st_size) for entry in standing.segments)
            commit(folder, replace(standing, number=standing.number + 1, segments=entries), VERSIONS, b"")
        ask(folder, and_check=not is_forged)


def ask(folder: Path, *, and_check: bool) -> None:
    """An index answers each question, or says that it is damaged."""
    from index.check import check

    with suppress(*KNOWN), Archive.open(folder) as archive:
        questions: tuple[Callable[[], object], ...] = (
            lambda: archive.search("dan biet OR xi măng", limit=5, explain=True),
            lambda: archive.count('quote:"dân bàn"'),
            lambda: list(archive.kwic("ngày * xã", context=5)),
            lambda: archive.count_by("dân", "author"),
            lambda: archive.timeline("dân"),
            lambda: archive.article("7"),
            lambda: archive.suggest("daan bieet"),
        )
        for question in questions:
            with suppress(*KNOWN, SearchError):
                question()
    with suppress(*KNOWN):
        list(check(folder) if and_check else ())


TARGETS: Mapping[str, Target] = {
    "pages": (
        _ANY_FILE | st.tuples(st.deferred(lambda: st.sampled_from(sorted(seeds()))), CHANGES).map(_nearly),
        check_page,
    ),
    "queries": (_QUERIES, check_query),
    "settings": (
        st.tuples(
            st.binary(max_size=60) | CHANGES.map(lambda changes: changed(TOML, changes)),
            st.binary(max_size=60) | CHANGES.map(lambda changes: changed(WAYS, changes)),
        ),
        check_settings,
    ),
    "index": (st.tuples(st.integers(0, 5), CHANGES, st.booleans()), _check_index),
}
