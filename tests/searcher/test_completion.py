"""Tab: commands, options, fields, and what the index has."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from searcher import completion
from searcher.commands import query_options
from searcher.completion import completions
from searcher.query.field_names import FIELDS
from tests.conftest import Folder
from tests.program import PROGRAM, Run


def _tab(typed: str, cache: Path, index: Path | None = None) -> list[str]:
    """What is offered when Tab is pressed behind what was typed."""
    env = {"_TIMBAO_COMPLETE": "bash_complete", "COMP_LINE": typed, "XDG_CACHE_HOME": str(cache)}
    run = Run(env=env, index=index)
    assert run.status == 0
    return [line.removeprefix("plain,") for line in run.out.splitlines()]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("timbao s", {"search", "show"}),
        ("timbao search --so", {"--source", "--sort"}),
        ("timbao kwic --sort l", {"left"}),
        ("timbao search s", {"speaker:", "source:", "section:"}),
        ("timbao search --source S", {"SQO", "songque.example"}),
        ("timbao quotes --speaker Trịnh Thị M", set()),
        ("timbao search --source Báo", {"Báo\\ Sống\\ Quê"}),
        ("timbao search --source=Báo", {"Báo\\ Sống\\ Quê"}),
        ("timbao search --source 'Báo S", {"Báo Sống Quê"}),
        ('timbao search "source:Báo', {"source:Báo Sống Quê"}),
        ("timbao search --speaker Trịnh\\ Thị\\ M", {"Trịnh\\ Thị\\ Mến"}),
        ("timbao search speaker:Trịnh", {"Trịnh\\ Công\\ Dậu", "Trịnh\\ Thị\\ Mến"}),
        ("timbao search speaker:Trịnh\\ Th", {"Trịnh\\ Thị\\ Mến"}),
        ("timbao search 'dân biết' speaker:Trịnh\\ Th", {"Trịnh\\ Thị\\ Mến"}),
        ("timbao completion f", {"fish"}),
        ("timbao index corp", {"file,corp"}),
        ("timbao read 'corp", {"file,corp"}),
    ],
)
def test_tab_offers(typed: str, offered: set[str], tmp_path: Path, sample_index: Path) -> None:
    """Commands, options, choices, fields, names of the index and paths, as one word of the line behind its colon."""
    assert offered <= set(_tab(typed, tmp_path, sample_index))


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_puts_names_into_the_line_as_one_word(tmp_path: Path, sample_index: Path) -> None:
    """The script, run by bash itself: what it offers behind a colon and behind an option is safe to be read again."""
    program = tmp_path / "timbao"
    program.write_text(f'#!/bin/sh\nexec {shlex.join(PROGRAM)} "$@"\n', "utf-8")
    program.chmod(0o755)
    script = (
        'eval "$(_TIMBAO_COMPLETE=bash_source timbao)"; COMP_LINE=$1; COMP_POINT=${#1}; _timbao_completion timbao; '
        "printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    env = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "TIMBAO_INDEX": str(sample_index)}
    for typed, offered in (
        ("timbao count source:Nh", "Nhịp\\ Phố\\ Mới"),
        ("timbao count --source Nh", "Nhịp\\ Phố\\ Mới"),
        ("timbao count xyz --in titl", "title"),
    ):
        command = ["bash", "--norc", "-c", script, "bash", typed]
        env |= {"XDG_CACHE_HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, capture_output=True, text=True, env=env, check=True, timeout=60)
        assert done.stdout.splitlines() == [offered]


def test_names_are_kept_until_the_index_changes(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first look opens the index, the next reads the cache; after a commit the index is opened again."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder.records("a.jsonl", {"id": "1", "body": "cảng cá", "source": "Báo Sáng"})
    folder.update()
    assert completions(str(folder.index), "source", "báo") == ["Báo Sáng"]
    with monkeypatch.context() as closed:
        closed.setattr(completion, "_looked_up", lambda _: {"source": ["looked up again"]})
        assert completions(str(folder.index), "source", "") == ["Báo Sáng"]
    folder.records("b.jsonl", {"id": "2", "body": "cảng cá", "source": "Báo Chiều"})
    folder.update()
    assert completions(str(folder.index), "source", "b") == ["Báo Chiều", "Báo Sáng"]


def test_a_run_renews_what_is_kept(folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where names of an index are kept, ``timbao index`` looks them up anew; where none are, it leaves that be."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for turn, source in enumerate(("Báo Sáng", "Báo Chiều")):
        folder.records(f"{turn}.jsonl", {"id": str(turn), "body": "cảng cá", "source": source})
        env = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
        assert Run("index", str(folder.path), "--index", str(folder.index), env=env).status == 0
        assert (tmp_path / "cache").exists() is bool(turn)
        with monkeypatch.context() as closed:
            if turn:
                closed.setattr(completion, "_looked_up", lambda _: {})
            assert source in completions(str(folder.index), "source", "báo")


def test_of_many_names_the_most_frequent_are_offered(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of more than a screen can show those come that articles have most often, in the order of their letters."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(completion, "OFFERED", 2)
    sources = ["Báo C", "Báo A", "Báo B", "Báo C", "Báo B", "Tin"]
    folder.records("a.jsonl", *({"id": str(at), "body": "cảng", "source": each} for at, each in enumerate(sources)))
    folder.update()
    assert completions(str(folder.index), "source", "báo") == ["Báo B", "Báo C"]
    assert completions(str(folder.index), "source", "") == ["Báo B", "Báo C"]


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"version": 2, "folder": "x"}', b"\xff", b"null"])
def test_a_spoilt_cache_is_made_anew(
    content: bytes, folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the cache holds is never trusted: anything else than what was written is looked up again."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder.records("a.jsonl", {"id": "1", "body": "cảng cá", "author": "Thu Hà"})
    folder.update()
    assert completions(str(folder.index), "author", "t") == ["Thu Hà"]
    [kept] = (tmp_path / "cache" / "timbao").iterdir()
    kept.write_bytes(content)
    assert completions(str(folder.index), "author", "t") == ["Thu Hà"]
    assert json.loads(kept.read_text("utf-8"))["values"]["author"] == ["Thu Hà"]


def test_without_an_index_or_a_cache_nothing_breaks(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No index gives no names; a cache that cannot be written is done without."""
    assert completions(str(tmp_path / "nothing"), "source", "") == []
    monkeypatch.setenv("XDG_CACHE_HOME", os.devnull)
    folder.records("a.jsonl", {"id": "1", "body": "cảng cá", "section": "Kinh tế"})
    folder.update()
    assert completions(str(folder.index), "section", "k") == ["Kinh tế"]
    assert completions(str(folder.path), "section", "") == []


def test_the_fields_are_those_of_the_query_language() -> None:
    """Tab knows every field that the parser reads."""
    assert set(query_options._FIELDS) == set(FIELDS)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_its_line(shell: str) -> None:
    """The line asks the program for the shell's script, and the script is there."""
    run = Run("completion", shell)
    assert f"_TIMBAO_COMPLETE={shell}_source timbao" in run.out
    assert len(run.out.splitlines()) == 1
    script = Run(env={"_TIMBAO_COMPLETE": f"{shell}_source"})
    assert (script.status, "_TIMBAO_COMPLETE" in script.out) == (0, True)
