"""Pages that are made to take time or memory without end: each is read, or refused, as soon as another page is."""

from __future__ import annotations

import json
import os
import socket
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus import record
from corpus.article import Article
from corpus.decode import readable
from corpus.errors import GarbledTextError
from corpus.html.source import MOST_ATTRIBUTES
from corpus.pages import PageFile, Skipped
from corpus.piles import MOST_MARKS, pile
from corpus.readers import read_page
from tests.conftest import stopped_after
from tests.corpus.packing import tar, zipped
from tests.corpus.reading import faults, read

PROSE = "Bà con góp ngày công, xã góp xi măng, và ai cũng được xem sổ thu chi của thôn. " * 6
PILE = "\u0301\u0316" * 100_000
HEBREW = "\u05a1\u0591" * 100_000  # marks that Vietnamese has not
TIBETAN = "\u0f73" * 100_000  # none by themselves, two when taken apart

GENEROUS = 40
"""Seconds after which a test is stopped; each of these takes less than five on a busy machine."""


@pytest.fixture(autouse=True)
def _no_hang() -> Iterator[None]:
    """Ends a test that would go on for ever."""
    with stopped_after(GENEROUS):
        yield


def _page(body: str = "", head: str = "") -> bytes:
    return (
        f"<html><head><title>Đường mới vào thôn</title>{head}</head><body><h1>Đường mới vào thôn</h1>"
        f"<p>19/01/2021 - 15:01</p><p>{PROSE}</p>{body}</body></html>"
    ).encode()


def _records(*records: object) -> bytes:
    return "".join(json.dumps(each) + "\n" for each in records).encode()


PAGES: dict[str, tuple[str, Callable[[], bytes], str | None]] = {
    "references piled on a letter": ("a.html", lambda: _page(f"<p>a{'&#769;&#790;' * 50_000}</p>"), "garbled"),
    "marks piled over elements": ("a.html", lambda: _page("<p>a" + "\u0301<b></b>\u0316" * 30_000 + "</p>"), "garbled"),
    "marks of another script": ("a.txt", lambda: f"Đường mới\n\na{HEBREW}\n".encode(), "garbled"),
    "marks that are taken apart": ("a.txt", lambda: f"Đường mới\n\na{TIBETAN}\n".encode(), "garbled"),
    "a pile in a misread page": ("a.txt", lambda: f"Ä\u0091Æ°á»\u009dng a{PILE}\n".encode() * 2, "garbled"),
    "a pile in a value": ("a.jsonl", lambda: _records({"body": f"a{PILE}"}), "garbled"),
    "a pile in a field's name": ("a.jsonl", lambda: _records({f"a{PILE}": 1, "body": PROSE}), None),
    "times in times": ("a.html", lambda: _page("<time>" * 1500 + "<i>x</i>" * 60_000), None),
    "dates in dates": ("a.html", lambda: _page("<b itemprop=datePublished>" * 1500 + "<i>x</i>" * 60_000), None),
    "attributes without end": (
        "a.html",
        lambda: _page(f"<p {' '.join(map('a{}=1'.format, range(60_000)))}>"),
        "no-article",
    ),
    "values that hold elements": ("a.html", lambda: _page(("<p " + 'b="<a c" ' * 1000 + ">x</p>") * 800), "no-article"),
    "pictures in a line": ("a.html", lambda: _page("<p>" + "a<img src=x>" * 95_000), None),
    "pictures deep in boxes": ("a.html", lambda: _page("<div>" * 1900 + "a<img src=x>" * 95_000), None),
    "lines in marks in marks": ("a.html", lambda: _page("<time>" * 1500 + "x<br>" * 20_000), None),
    "a long line in marks in marks": ("a.html", lambda: _page("<time>" * 1500 + "x y z " * 300_000), None),
    "titles beside headings": (
        "a.html",
        lambda: _page(
            "".join(f"<h2>Đường mới số {at}</h2>" for at in range(20_000)),
            "".join(f"<meta property=og:title content='Đường mới vào thôn {at}'>" for at in range(20_000)),
        ),
        None,
    ),
    "labels beside names": (
        "a.html",
        lambda: _page(
            head="".join(
                "<meta name=twitter:data1 content=x><meta name=twitter:label1 content=y>" for _ in range(20_000)
            )
        ),
        None,
    ),
    "white space round data": (
        "a.html",
        lambda: _page(head=f'<script type="application/ld+json">/*{" " * 200_000}x{" " * 200_000}x</script>'),
        None,
    ),
    "an address that cannot be one": (
        "a.html",
        lambda: _page(
            head="<link rel=canonical href='http://a\u2100b.example/x'><link rel=canonical href='http://[a.b/'>"
        ),
        None,
    ),
    "elements in elements": ("a.html", lambda: _page("<div>" * 500_000), None),
    "an id that is a list of lists": (
        "a.html",
        lambda: _page(head=f'<script type="application/ld+json">{{"@id": {"[" * 990 + "]" * 990}, "x": 1}}</script>'),
        None,
    ),
    "a word of a million letters": ("a.txt", lambda: b"Tin\n\n" + b"a" * 1_000_000 + b"\n", None),
    "a body of elements without end": ("a.jsonl", lambda: _records({"body": "<p>" * 4_000_000}), "unwieldy"),
    "a body of signs without end": ("a.jsonl", lambda: _records({"body": "<p>" + "&" * 16_000_000}), "unwieldy"),
    "a body of elements that never close": ("a.jsonl", lambda: _records({"body": "<b>" * 2_000_000}), None),
    "a body of elements that never end": ("a.jsonl", lambda: _records({"body": "<p>" + "<a b " * 200_000}), "empty"),
    "a body of references": ("a.jsonl", lambda: _records({"body": "&nbsp;a " * 500_000}), None),
    "a body of piled references": ("a.jsonl", lambda: _records({"body": "a" + "&#769;&#790;" * 50_000}), "garbled"),
    "a body of lines": ("a.jsonl", lambda: _records({"body": "<b>a</b>" + "a\n" * 90_000}), None),
    "a body of blank lines": ("a.jsonl", lambda: _records({"body": "<br>a" + "\n \t" * 300_000}), None),
    "lists in lists": ("a.json", lambda: b"[" * 100_000 + b"]" * 100_000, "broken-record"),
    "objects in objects": ("a.json", lambda: b'{"body":' * 100_000 + b"1" + b"}" * 100_000, "broken-record"),
    "a deep value": (
        "a.jsonl",
        lambda: b'{"body": "x", "a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "broken-record",
    ),
    "a million empty lists": ("a.jsonl", lambda: b'{"body": [' + b"[]," * 1_000_000 + b"[]]}", "broken-record"),
    "a million lists in lists": (
        "a.jsonl",
        lambda: b'{"body": "x", "a": [' + (b"[" * 900 + b"]" * 900 + b",") * 1100 + b"1]}",
        "broken-record",
    ),
    "objects without end": (
        "a.json",
        lambda: b'[{"body": "x", "a": [' + b'{"b":1},' * 400_000 + b"1]}]",
        "broken-record",
    ),
    "a million fields": (
        "a.json",
        lambda: ('{"body": "x"' + "".join(f',"{at}":[]' for at in range(1_000_000)) + "}").encode(),
        "broken-record",
    ),
    "a million short texts": ("a.jsonl", lambda: b'{"body": [' + b'"aa",' * 1_000_000 + b'"aa"]}', "broken-record"),
    "a million lists that are text": ("a.jsonl", lambda: _records({"body": '[a, \\" {' * 1_000_000}), None),
    "a million marks in a text without end": (
        "a.jsonl",
        lambda: b'{"body": "' + b'[\\",' * 1_000_000 + b"\\\n",
        "broken-record",
    ),
    "a number of a million digits": (
        "a.jsonl",
        lambda: b'{"body": "x", "id": ' + b"9" * 1_000_000 + b"}",
        "broken-record",
    ),
    "a number beyond all": ("a.jsonl", lambda: b'{"body": "x", "a": 1e999999, "b": NaN, "c": -Infinity}', None),
    "half characters": ("a.jsonl", lambda: b'{"body": "x \\ud800 y", "title": "\\udc00"}', None),
    "an id of half a character": ("a.jsonl", lambda: b'{"body": "x", "id": "a\\u001bb"}', "wrong-field"),
    "NUL bytes": ("a.txt", lambda: b"Tin\n\n" + b"\0" * 100_000, "binary"),
    "a cell of a hundred megabytes": ("a.csv", lambda: b'id,body\n1,"' + b"x" * (100 << 20) + b'"\n', "oversized"),
    "a million empty cells": ("a.csv", lambda: b"id,body" + b"," * 1_000_000 + b"\n1,y\n", "broken-row"),
    "marks that open nothing": ("a.csv", lambda: b"id,body\n" + b'1,"x\n' * 20_000, "broken-row"),
    "rows that open and never close": ("a.csv", lambda: b"id,body\n" + b'x","y\n' * 30_000, "broken-row"),
    "a row of line feeds": ("a.csv", lambda: b'id,body\n1,"' + b"\n" * 2_000_000 + b'"\n', "broken-row"),
    "quotation marks without end": ("a.txt", lambda: ("Tin\n\n" + "“" * 200_000 + "\n").encode(), None),
}


@pytest.mark.parametrize("attack", sorted(PAGES))
def test_a_page_made_to_harm_is_read_or_named(tmp_path: Path, attack: str) -> None:
    """Whatever is piled, nested or drawn out, there is an article of it or a fault, and an end."""
    name, make, kind = PAGES[attack]
    (tmp_path / name).write_bytes(make())
    articles, skipped = read(tmp_path)
    assert {fault.error.kind for fault in skipped} == ({kind} if kind else set())
    assert bool(articles) == (kind is None)
    for article in articles:
        "".join((article.title, *article.paragraphs)).encode()  # no half characters


@pytest.mark.parametrize(("name", "pack"), [("a.zip", zipped), ("a.tar", tar)])
def test_no_record_takes_much_more_memory_than_its_bytes(
    tmp_path: Path, name: str, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    """Of twelve megabytes of empty lists in an archive, which are 290 as lists, little more than themselves is held."""
    page = b'{"body": [' + b"[]," * 4_000_000 + b"[]]}\n" + _records({"id": "b", "body": PROSE})
    (tmp_path / name).write_bytes(pack({"a.jsonl": page}))
    tracemalloc.start()
    articles, skipped = read(tmp_path / name)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [article.id for article in articles] == ["b"]
    assert [str(fault.error) for fault in skipped] == ["is not a JSON object: it holds more than 500,000 values"]
    assert most < 6 * len(page)


@pytest.mark.parametrize("marks", ["\u0301\u0316", "\u05a1\u0591", "\u0f73", "\u0f71\u0f72", "\u3099\u0345"])
def test_a_pile_is_found_wherever_it_stands(marks: str) -> None:
    """One mark more than there may be on a letter is found at every place; as many as there may be are not."""
    most = (marks * MOST_MARKS)[:MOST_MARKS]
    for before in range(0, 140, 7):
        text = "đ" * before + "a" + most
        assert pile(text + "b" * 70) is None
        assert pile(text + marks[0] + "b" * 70) == before + 1
    with pytest.raises(GarbledTextError):
        readable("a" + most + marks[0])


def test_names_of_fields_are_remembered_only_if_they_are_short(tmp_path: Path) -> None:
    """A data set of long names does not fill the memory with them."""
    record._short_bare.cache_clear()
    (tmp_path / "a.jsonl").write_bytes(_records(*({"body": PROSE, f"{at}{'x' * 5000}": 1} for at in range(20))))
    assert len(read(tmp_path)[0]) == 20
    assert record._short_bare.cache_info().currsize == 1


def test_an_element_may_have_as_many_attributes_as_pages_give_it(tmp_path: Path) -> None:
    """What pages have, long values with any marks among them, is read as before."""
    many = " ".join(f"data-{at}='a=b <c> \"d\" '" for at in range(MOST_ATTRIBUTES // 2))
    (tmp_path / "a.html").write_bytes(
        _page(f"<p {many}>{PROSE}</p><img src='data:image/png;base64,{'A=/ ' * 90_000}'>")
    )
    assert len(read(tmp_path)[0]) == 1


def test_what_is_no_plain_file_is_named_and_never_opened(tmp_path: Path) -> None:
    """Pipes, sockets, devices, links in circles and links to folders among pages do not stop a reading."""
    top = tmp_path / "pages"
    (top / "in").mkdir(parents=True)
    (top / "good.txt").write_bytes(f"Đường mới\n\n{PROSE}\n".encode())
    os.mkfifo(top / "pipe.txt")
    os.mkfifo(top / "pipe.zip")
    (top / "loop.txt").symlink_to(top / "loop.txt")
    (top / "one.txt").symlink_to(top / "two.txt")
    (top / "two.txt").symlink_to(top / "one.txt")
    (top / "nothing.txt").symlink_to(top / "not-there.txt")
    (top / "device.txt").symlink_to("/dev/zero")
    (top / "in" / "up").symlink_to(top)
    (top / "out").symlink_to(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(top / "socket.txt"))
        articles, skipped = read(top)
    assert [article.id for article in articles] == ["pages/good.txt"]
    assert dict(faults(skipped, top)) == {
        **dict.fromkeys(("pipe.txt", "pipe.zip", "device.txt", "socket.txt"), "not-a-file"),
        **dict.fromkeys(("in/up", "out"), "linked-folder"),
        **dict.fromkeys(("loop.txt", "one.txt", "two.txt", "nothing.txt"), "unopened"),
    }


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.txt.gz"])
def test_a_pipe_in_the_place_of_a_page_is_not_waited_for(tmp_path: Path, name: str) -> None:
    """A file that was found as a plain one, and is a pipe by the time it is read, gives nothing and takes no time."""
    os.mkfifo(tmp_path / name)
    page = PageFile(str(tmp_path / name), name, name, 10, 0)
    assert not [found for found in read_page(page) if isinstance(found, Article)]
    writer = os.open(tmp_path / name, os.O_RDWR)
    assert [found.error.kind for found in read_page(page) if isinstance(found, Skipped)] == ["unopened"]
    os.close(writer)


@pytest.mark.parametrize("suffix", [".txt", ".html", ".jsonl", ".json", ".csv", ".zip"])
def test_a_file_that_is_all_hole_takes_no_memory(tmp_path: Path, suffix: str) -> None:
    """Of four gigabytes of nothing no more is held than one page may have."""
    with open(tmp_path / f"a{suffix}", "wb") as file:
        file.truncate(256 << 20 if suffix in (".jsonl", ".csv") else 4 << 30)  # these are gone through to their end
    articles, skipped = read(tmp_path)
    assert not articles
    assert len(skipped) == 1


NAMES = ("../../up.txt", "/abs.txt", "C:\\x.txt", "a/../../b.txt", "..\\c.txt", "\\\\host\\d.txt", "nul?b.txt")


def test_names_in_archives_that_lead_elsewhere_are_refused(tmp_path: Path) -> None:
    """No member leads out of its archive, whatever its path, and nothing is written anywhere."""
    pages = tmp_path / "pages"
    pages.mkdir()
    content = f"Đường mới\n\n{PROSE}\n".encode()
    (pages / "a.zip").write_bytes(zipped(dict.fromkeys(NAMES, content)).replace(b"nul?b", b"nul\0b"))
    (pages / "a.tar").write_bytes(tar(dict.fromkeys(NAMES[:-1], content)))
    articles, skipped = read(pages)
    assert not articles
    assert [fault.error.kind for fault in skipped] == ["unsafe-name"] * (2 * len(NAMES) - 1)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.tar", "a.zip", "pages"]


def test_names_in_archives_are_shown_without_what_steers_a_terminal(tmp_path: Path) -> None:
    """Control characters, turned directions and names of any length come out as text that can be shown and typed."""
    content = f"Đường mới\n\n{PROSE}\n".encode()
    names = ("a\x1b[31m.txt", "b\u202etxt.exe.txt", "c\r\n.txt", "d\x9b.txt", "e" * 3000 + ".txt", "f\u200b.txt")
    (tmp_path / "a.zip").write_bytes(zipped(dict.fromkeys((*names, "g" * 30_000 + ".txt"), content)))
    articles, skipped = read(tmp_path / "a.zip")
    assert [fault.error.kind for fault in skipped] == ["not-a-page"]
    assert len(skipped[0].where) < 5000
    assert len({article.id for article in articles}) == len(names)
    assert all(article.id.isprintable() and len(article.id) < 5000 for article in articles)
