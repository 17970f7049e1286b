"""The house: which room may know which, and what everything shares."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import searcher.errors as searching
from corpus import errors as reading
from corpus.errors import CorpusError, TimbaoError
from index import errors as indexing
from index.errors import IndexStoreError
from searcher.errors import SearchError

ROOT = Path(__file__).parent.parent
VALUES = {"corpus.article", "corpus.errors", "corpus.pages"}


def _sources(room: str) -> Iterator[Path]:
    return (ROOT / room).rglob("*.py")


def _imports(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            inner = (f"{node.module}.{name.name}" for name in node.names)
            yield from (name for name in inner if (ROOT / name.replace(".", "/")).with_suffix(".py").exists())


def _rooms(room: str) -> set[str]:
    return {
        name
        for source in _sources(room)
        for name in _imports(source)
        if name.split(".")[0] in {"corpus", "index", "searcher"}
    }


def test_corpus_knows_no_other_room() -> None:
    """What a page says does not depend on how it is indexed or searched."""
    assert {name.split(".")[0] for name in _rooms("corpus")} == {"corpus"}


def test_index_takes_only_values_from_corpus() -> None:
    """The index room gets articles, pages and errors from the corpus room, and reads none itself."""
    foreign = {name for name in _rooms("index") if not name.startswith("index")}
    assert foreign == VALUES


def test_nothing_imports_pyvi() -> None:
    """The word model is read as data: neither pyvi nor what it imports is ever loaded."""
    users = {
        source.name
        for room in ("corpus", "index", "searcher")
        for source in _sources(room)
        if any(name.startswith("pyvi") for name in _imports(source))
    }
    assert users == set()


def test_no_file_imports_in_a_circle() -> None:
    """The data's way is straight: following imports never comes back to where it began."""
    modules = {
        ".".join(source.relative_to(ROOT).with_suffix("").parts): source
        for room in ("corpus", "index", "searcher")
        for source in _sources(room)
    }
    arrows = {name: {to for to in _imports(source) if to in modules and to != name} for name, source in modules.items()}
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join((*way, name))
        if name not in done:
            for to in arrows[name]:
                visit(to, (*way, name))
            done.add(name)

    for name in arrows:
        visit(name, ())


def test_only_the_command_line_prints_and_exits() -> None:
    """Library code raises; it neither prints nor ends the process."""
    talkative = {"cli.py", "streams.py", "output.py", "terminal.py", "progress.py"}
    pattern = re.compile(r"^\s*(?:print\(|sys\.exit|click\.echo|sys\.std(?:out|err))", re.MULTILINE)
    found = {
        source.name
        for room in ("corpus", "index", "searcher")
        for source in _sources(room)
        if pattern.search(source.read_text("utf-8")) and source.parent != ROOT / "searcher" / "commands"
    }
    assert found <= talkative


@pytest.mark.parametrize(
    ("module", "family"), [(reading, CorpusError), (indexing, IndexStoreError), (searching, SearchError)]
)
def test_each_room_has_one_family_of_errors(module: object, family: type[TimbaoError]) -> None:
    """Every error of a room descends from its family, the families from one root; each kind has its own name."""
    errors = [value for value in vars(module).values() if isinstance(value, type) and issubclass(value, TimbaoError)]
    own = [
        error for error in errors if error.__module__ == getattr(module, "__name__", "") and error is not TimbaoError
    ]
    assert all(issubclass(error, family) for error in own)
    assert issubclass(family, TimbaoError)
    assert len({error.kind for error in own}) == len(own)


LATE = (
    {"whoosh", "pyvi", "sklearn", "scipy", "lxml", "trafilatura", "ftfy", "charset_normalizer", "rich", "platformdirs"}
    | {"subprocess", "hashlib", "tempfile", "tomllib", "csv", "random", "searcher.meaning.suggestions"}
    | {"searcher.meaning.explanation", "searcher.figures", "searcher.completion", "searcher.vietnamese", "index.ledger"}
)
"""What neither the help nor a search that finds something has to load."""


def _loaded(*arguments: str) -> set[str]:
    """The modules that are there when the program has run with some arguments."""
    code = "import sys\nfrom searcher.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    environment = {**os.environ, "LC_ALL": "C", "XDG_CONFIG_HOME": "/nowhere"}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return set(done.stderr.split())


def test_the_help_loads_no_engine() -> None:
    """The help, the program's and a command's, comes up without the engine or anything else that takes time to load."""
    engine = {"numpy", "zstandard", "wcwidth", "json", "index.plan", "searcher.archive", "searcher.query"}
    assert not _loaded("--help") & (LATE | engine | {"pathlib", "dataclasses", "searcher.commands.search"})
    assert not _loaded("search", "--help") & (LATE | engine)


def test_a_search_loads_what_a_search_needs(sample_index: Path) -> None:
    """A search that finds something loads the arrays, and not what answers other questions."""
    assert not _loaded("search", "-q", "--index", str(sample_index), "dân biết") & LATE


def test_completing_loads_no_engine(tmp_path: Path, sample_index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tab behind ``--source`` opens the index once; from then on the names come without the engine."""
    typed = f"timbao search --index {sample_index} --source S"
    for name, value in {
        "XDG_CACHE_HOME": str(tmp_path),
        "_TIMBAO_COMPLETE": "bash_complete",
        "COMP_LINE": typed,
    }.items():
        monkeypatch.setenv(name, value)
    assert "numpy" in _loaded()
    assert not _loaded() & {"numpy", "searcher.archive"}


def test_no_time_goes_into_looking_for_unreachable_objects(sample_index: Path) -> None:
    """A search is looked through for unreachable objects a few times at most, and at its end not at all."""
    code = (
        "import atexit, gc, sys\nfrom searcher.cli import main\nlooks = lambda: gc.get_stats()[0]['collections']\n"
        "before = looks()\n"
        "atexit.register(lambda: print(looks() - before < 5, gc.get_freeze_count() > 10_000, file=sys.stderr))\nmain()"
    )
    command = [sys.executable, "-c", code, "search", "-q", "--index", str(sample_index), "dân biết"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr.split() == ["True", "True"]


def test_searching_loads_neither_word_model_nor_whoosh(sample_index: Path) -> None:
    """A query needs no more than the arrays: not pyvi, nor what pyvi is made of, nor Whoosh."""
    code = (
        "import sys; from searcher import Archive; a = Archive.open(sys.argv[1]); assert a.search('dan biet').total;"
        "print(*(set(sys.modules) & {'pyvi', 'sklearn', 'scipy', 'whoosh', 'lxml'}))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(sample_index)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_project_names_no_machine_and_no_registry() -> None:
    """Nothing in the project speaks of anything but the project."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False).stdout.split(b"\0")
    texts = [(ROOT / name.decode()).read_text("utf-8", "replace") for name in listed if name]
    pattern = re.compile("py" + r"pi\.org|/ro" + "ot/|/wo" + "rk/|files\\.python" + "hosted")
    assert not [text[:60] for text in texts if pattern.search(text)]
