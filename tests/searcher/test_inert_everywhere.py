"""Every command in every form over an archive of attacks: nothing that comes out is obeyed, and nothing is lost."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from searcher import Archive
from searcher.cli import main
from searcher.commands.listed import summaries
from searcher.indexing import bring_in_step
from searcher.messages import choose
from tests.searcher.hostile_archive import ATTACKS, LIVE, OWN_COLOURS, write_hostile_pages
from tests.searcher.test_timeline_pages import _assert_harmless, _Page

PAGES, INDEX, NEW = "{pages}", "{index}", "{new}"
FORMS = ("human", "tsv", "csv", "jsonl", "json")
GROUPS = ("year", "source", "section", "author", "speaker", "left", "right")
PRINTED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "search": (("cảng cá", "-n", "50"), ("cảng cá", "--explain"), ("cảng * giữ",), ("cảng cá", "--no-collapse")),
    "kwic": (
        ("cảng cá",),
        *(("cảng cá", "--group", "--sort", sort) for sort in ("left", "right", "date", "newest", "article")),
    ),
    "quotes": (("cảng cá",), ("cảng cá", "--explain")),
    "count": (("cảng cá",), *(("cảng cá", "--by", by, "--explain") for by in GROUPS)),
    "timeline": (("cảng cá",), ("cảng cá", "--per", "month", "--explain")),
    "terms": (("cảng cá",),),
    "similar": (("0",), ("1", "-n", "40")),
    "show": (*((str(at), "--mark", "cảng cá") for at in range(len(ATTACKS))),),
    "info": ((),),
    "read": ((PAGES,),),
}
"""The commands that print in several forms, as they are run in each of them."""

PLAIN: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "index": (("--index", NEW, "--workers", "0", PAGES), ("--dry-run", "--rebuild", "--workers", "0", PAGES)),
    "check": ((),),
    "completion": (("bash",), ("zsh",), ("fish",)),
}
"""Those that have one form."""


class Ran:
    """What a command line printed, and how it ended."""

    def __init__(self, status: object, out: bytes, err: bytes) -> None:
        self.status, self.raw = status, out
        self.out, self.err = out.decode(), err.decode()


class Machine:
    """Runs command lines in this process, over the hostile archive."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[bytes]) -> None:
        self.places = {PAGES: str(folder / "pages"), INDEX: str(folder / "index"), NEW: str(folder / "new")}
        self._patch, self._capture = patch, capture
        patch.setenv("TIMBAO_INDEX", self.places[INDEX])
        for name in ("CACHE", "CONFIG"):
            patch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))

    def run(self, *arguments: str, **environment: str) -> Ran:
        with self._patch.context() as patch:
            patch.setattr(sys, "argv", ["timbao", *(self.places.get(each, each) for each in arguments)])
            for name, value in environment.items():
                patch.setenv(name, value)
            self._capture.readouterr()
            with pytest.raises(SystemExit) as end:
                main()
        return Ran(end.value.code, *self._capture.readouterr())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    write_hostile_pages(folder / "pages")
    report = bring_in_step(folder / "index", [str(folder / "pages")], workers=0)
    assert report.added > 2 * len(ATTACKS)
    return folder


@pytest.fixture
def machine(
    hostile: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Iterator[Machine]:
    yield Machine(hostile, monkeypatch, capsysbinary)
    choose(None)


def _assert_inert(text: str, allowed: str = "") -> None:
    found = LIVE.search(OWN_COLOURS.sub("", text).translate(dict.fromkeys(map(ord, allowed))))
    assert found is None, text[max(found.start() - 60, 0) : found.end() + 60]


def test_no_command_is_left_out() -> None:
    """The table has every command that there is."""
    assert {*PRINTED, *PLAIN} == set(summaries())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", PRINTED)
@pytest.mark.parametrize("lang", ["en", "vi"])
def test_nothing_that_is_printed_is_obeyed(machine: Machine, command: str, form: str, lang: str) -> None:
    """No escape, control character or turned direction comes out; tables have their cells, and JSON parses."""
    for arguments in PRINTED[command]:
        colour = "always" if form == "human" else "auto"
        ran = machine.run(command, *arguments, "--format", form, "--color", colour, "--lang", lang)
        assert ran.status == 0, ran.err
        assert ran.out
        _assert_inert(ran.out, "\t" if form == "tsv" else "")
        _assert_inert(ran.err, "\t" if form == "tsv" else "")
        if form in ("json", "jsonl"):
            for text in ran.out.splitlines() if form == "jsonl" else (ran.out,):
                json.loads(text)
        elif form == "csv":
            header, *rows = csv.reader(io.StringIO(ran.out, newline=""))
            assert {len(row) for row in rows} <= {len(header)}
            assert not [
                cell for row in rows for cell in row if cell.lstrip(" \u200b\ufeff")[:1] in tuple("=+@＝＋－＠-")
            ]
        elif form == "tsv":
            header = (
                machine.run(command, *arguments, "--format", "csv").out.partition("\r")[0].splitlines()[0].split(",")
            )
            assert {line.count("\t") + 1 for line in ran.out.splitlines()} == {len(header)}


@pytest.mark.parametrize("command", PLAIN)
def test_nothing_that_is_said_is_obeyed(machine: Machine, command: str) -> None:
    """The same of commands with one form, of the pages that could not be read, and of the others that were passed."""
    for arguments in PLAIN[command]:
        ran = machine.run(command, *arguments)
        assert ran.status == 0, ran.err
        assert ran.out or ran.err
        _assert_inert(ran.out)
        _assert_inert(ran.err)


def test_json_gives_back_what_the_author_wrote(machine: Machine) -> None:
    """Character for character, each title, text, caption and name comes back out of JSON, live ones as well."""
    with Archive.open(machine.places[INDEX]) as archive:
        found = json.loads(machine.run("search", "cảng cá", "-n", "99", "--no-collapse", "--format", "json").out)
        assert len(found) > 2 * len(ATTACKS)
        for hit in found:
            article = archive.article(hit["id"])
            assert (hit["title"], hit["source"]) == (article.title, article.source)
            shown = json.loads(machine.run("show", hit["id"], "--format", "json").out)
            assert tuple(shown["paragraphs"]) == article.paragraphs
            assert tuple(shown["captions"]) == article.captions
            assert [shown[name] for name in ("title", "lead", "author", "source", "section", "url")] == [
                article.title, article.lead, article.author, article.source, article.section, article.url,
            ]  # fmt: skip
            assert [quote["text"] for quote in shown["quotes"]] == [quote.text for quote in article.quotes]


@pytest.mark.parametrize("query", [("cảng cá",), *(("--plain", "--any", f"cảng {attack}") for attack in ATTACKS)])
def test_drawings_and_pages_hold_no_script(machine: Machine, query: tuple[str, ...]) -> None:
    """A timeline as SVG and as HTML parses, and has no element or attribute that does anything."""
    drawn = ElementTree.fromstring(machine.run("timeline", *query, "--svg", "-").raw)
    _assert_harmless([(each.tag, dict(each.attrib)) for each in drawn.iter()])
    shown = machine.run("timeline", *query, "--html", "-").out
    _assert_inert(shown)
    _assert_harmless(_Page(shown).elements)


@pytest.mark.parametrize("form", ["human", "jsonl"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_what_was_typed_is_not_obeyed_either(machine: Machine, attack: str, form: str, tmp_path: Path) -> None:
    """Errors and notices that repeat a query, an id, a path, an option, a name or a setting are harmless."""
    attack = re.sub(
        "[\ud800-\udfff]", "\udcff", attack.replace("\0", "")
    )  # as a byte that is no text comes from a command line
    batch = tmp_path / "queries.txt"
    batch.write_text(f'{attack} cảng\n"{attack} \ncảng "{attack}\ndate:{attack}x\n', "utf-8", "replace")
    lines = [
        *([each, query, "--format", form] for each in ("search", "count", "kwic", "quotes", "timeline", "terms")
          for query in (f"{attack} cảng", f'cảng "{attack} x', f"date:{attack}x", f"cảng {attack} OR")),
        ["search", "cảng", "--source", attack, "--format", form],
        ["search", "cảng", "--from", attack, "--format", form],
        ["search", "cảng", f"--{attack}"],
        ["search", "cảng", f"-{attack}"],
        ["search", "cảng", "--format", attack],
        ["search", "cảng", "-n", attack, "--format", form],
        ["search", "cảng", "--index", str(tmp_path / f"x{attack}"), "--format", form],
        ["check", "--index", str(tmp_path / f"x{attack}")],
        ["show", attack, "--format", form],
        ["show", "0", "--mark", f'cảng "{attack}', "--format", form],
        ["similar", attack, "--format", form],
        ["count", "--batch", str(batch), "--format", form],
        ["count", "--batch", str(tmp_path / f"x{attack}"), "--format", form],
        ["timeline", "cảng", "--svg", str(tmp_path / f"x{attack}" / "y")],
        ["read", str(tmp_path / f"x{attack}")],
        ["index", str(tmp_path / f"x{attack}")],
        ["completion", attack],
        [attack],
    ]  # fmt: skip
    for line in lines:
        ran = machine.run(*line)
        assert ran.status in (0, 1, 2, 3, 4), line
        _assert_inert(ran.out, "\t")
        _assert_inert(ran.err, "\t")


SPOILT = (
    '"\\u001b[33m" = 1',
    '[search]\n"\\u009b33m" = 1',
    "a = '\x1b[33m",
    f"limit = {'9' * 5000}",
    f"limit = {'[' * 5000}",
)


@pytest.mark.parametrize("content", SPOILT)
def test_settings_and_ways_of_writing_are_not_obeyed(machine: Machine, content: str, tmp_path: Path) -> None:
    """What stands in the user's own files is repeated without what steers a terminal."""
    (tmp_path / "timbao").mkdir()
    (tmp_path / "timbao" / "config.toml").write_text(content, "utf-8")
    ran = machine.run("search", "cảng", XDG_CONFIG_HOME=str(tmp_path))
    assert ran.status == 2
    _assert_inert(ran.err)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("typed", ["--source ", "--author ", "--section ", "--speaker ", "speaker:", "source:"])
def test_a_shell_completes_no_name_that_it_would_obey(machine: Machine, shell: str, typed: str) -> None:
    """Of the names in the archive only those are offered that neither a terminal nor a shell takes for more."""
    line = f"timbao search {typed}"
    word = line if shell == "fish" else str(len(line.split(" ")) - 1)
    last = line.split(" ")[-1]
    current = last if shell == "fish" else word
    ran = machine.run(_TIMBAO_COMPLETE=f"{shell}_complete", COMP_LINE=line, COMP_WORDS=line, COMP_CWORD=current)
    assert ran.status == 0
    assert ran.out.strip()
    _assert_inert(ran.out, "\t")
    assert not [mark for mark in "$`;|&<>*?" if mark in ran.out.replace("plain;", "")]
    assert "touch" not in ran.out
