"""The program, run as a person runs it: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from index.generations import Generation, contents_name, written
from index.schema import TEXT_FIELDS
from searcher.commands import count, kwic, query_options
from searcher.context.concordance import LineOrder
from searcher.figures.breakdown import By
from searcher.order import Order
from tests.conftest import SAMPLE, Folder
from tests.program import PROGRAM, Run


def test_search_in_a_pipe_is_a_table(sample_index: Path) -> None:
    """Tab-separated lines with the id first and no colour; the header and the totals are on standard error."""
    run = Run("search", "dân biết, dân bàn", index=sample_index)
    rows = [line.split("\t") for line in run.out.splitlines()]
    assert run.status == 0
    assert len(rows) == 6
    assert all(len(row) == 6 for row in rows)
    assert rows[0][0].startswith("sample/")
    assert "\x1b" not in run.out
    assert "6 articles, 7 places." in run.err
    assert 'Query: "dân biết, dân bàn"' in run.err


def test_search_for_people_marks_the_matches(sample_index: Path) -> None:
    """Title, facts and lines with the match marked: in brackets, or in colour where that is asked for."""
    plain = Run("search", "--format", "human", "trọng dân, gần dân", index=sample_index)
    assert "“[trọng dân, gần dân]" in plain.out
    coloured = Run("search", "--format", "human", "--color", "always", "trọng dân, gần dân", index=sample_index)
    assert "\x1b[1;31mtrọng dân, gần dân\x1b[0m" in coloured.out


def test_search_as_json_has_exact_spans(sample_index: Path) -> None:
    """Every object has the schema's members, and each span cuts a match out of its text."""
    run = Run("search", "--format", "jsonl", "dan biet dan ban", index=sample_index)
    assert len(run.objects) == 7
    for hit in run.objects:
        assert list(hit) == [
            "schema", "rank", "id", "title", "published", "source", "score", "occurrences", "duplicates", "snippets",
        ]  # fmt: skip
        assert hit["schema"] == 1
        for snippet in hit["snippets"]:  # type: ignore[attr-defined]
            cut = [snippet["text"][start:end].lower() for start, end in snippet["spans"]]
            assert cut
            assert all(len(match.replace(",", "").split()) == 4 for match in cut)


def test_ids_alone_with_line_feeds_or_nuls(sample_index: Path) -> None:
    """``-l`` prints ids for other programs, ``-0`` parts them safely."""
    lines = Run("search", "-l", "của dân, do dân, vì dân", index=sample_index).out.splitlines()
    nuls = Run("search", "-l", "-0", "của dân, do dân, vì dân", index=sample_index).out.split("\0")
    assert len(lines) == 3
    assert nuls == [*lines, ""]


def test_negated_words_are_no_options(sample_index: Path) -> None:
    """``-word`` leaves articles out, beside real options of one letter, in any order."""
    every = Run("search", "-l", "-n", "50", "dân", index=sample_index).out.splitlines()
    fewer = Run("search", "dân", "-đường", "-l", "-n50", index=sample_index).out.splitlines()
    assert 0 < len(fewer) < len(every)
    assert set(fewer) < set(every)
    assert Run("search", "dân", "-ông", "-cà", "-l", index=sample_index).status == 0


def test_count_kwic_show_and_info(sample_index: Path) -> None:
    """Each command's answer, in the forms that programs read."""
    assert Run("count", "dân biết, dân bàn", index=sample_index).out == "6\t7\n"
    assert Run("search", "-c", "dân biết, dân bàn", index=sample_index).out == "6\t7\n"
    counted = Run("count", "--format", "jsonl", "dân biết, dân bàn", index=sample_index).objects
    assert counted == [{"schema": 1, "articles": 6, "occurrences": 7}]
    few = Run("kwic", "-n", "2", "dân biết, dân bàn", index=sample_index)
    assert len(few.out.splitlines()) == 2
    assert few.err.splitlines()[-2:] == [
        "6 articles, 7 places.",
        "Shown: 2 of these. More: -n NUMBER, --offset NUMBER.",
    ]
    lines = Run("kwic", "--format", "jsonl", "dân biết, dân bàn", index=sample_index).objects
    assert len(lines) == 7
    assert list(lines[0]) == ["schema", "id", "published", "field", "left", "match", "right"]
    shown = Run("show", str(lines[0]["id"]), "--mark", "dân biết", index=sample_index)
    assert "[DÂN BIẾT]" in shown.out or "[Dân biết]" in shown.out
    (article,) = Run("show", str(lines[0]["id"]), "--format", "jsonl", index=sample_index).objects
    assert article["id"] == lines[0]["id"]
    (info,) = Run("info", "--format", "jsonl", index=sample_index).objects
    assert info["articles"] == 35


def test_kwic_for_people_aligns_the_matches(sample_index: Path) -> None:
    """Every match begins in the same column."""
    lines = Run("kwic", "--format", "human", "dân", index=sample_index, env={"COLUMNS": "90"}).out.splitlines()
    assert len(lines) > 50
    assert len({line.index("[") for line in lines}) == 1
    assert all(len(line) <= 90 for line in lines)


def test_read_needs_no_index() -> None:
    """Each page is one object with the members of the schema, quotations included."""
    run = Run("read", str(SAMPLE / "mien-bien"))
    assert run.status == 0
    assert [list(article)[:4] for article in run.objects] == [["schema", "id", "path", "title"]] * len(run.objects)
    assert any(quote["speaker"] for article in run.objects for quote in article["quotes"])  # type: ignore[attr-defined]


def test_read_names_the_encoding_of_a_page_that_is_not_utf_8(tmp_path: Path) -> None:
    """Once a page, on standard error and in its object; not where it is UTF-8, and not when asked to be quiet."""
    (tmp_path / "plain.txt").write_text("Đường mới\n\nBà con góp công làm đường vào thôn.", "utf-8")
    (tmp_path / "wide.txt").write_text("Đường mới\n\nBà con góp công làm đường vào thôn.", "utf-16")
    run = Run("read", str(tmp_path))
    assert [article["encoding"] for article in run.objects] == [None, "UTF-16"]
    assert run.err.splitlines() == [f"{tmp_path / 'wide.txt'}: the encoding is UTF-16"]
    assert Run("read", "--quiet", str(tmp_path)).err == ""
    assert "bảng mã là UTF-16" in Run("read", str(tmp_path), env={"LANG": "vi_VN.UTF-8"}).err


def test_exit_statuses(sample_index: Path, tmp_path: Path) -> None:
    """0 match, 1 none, 2 bad query or usage, 3 no index or another version, 4 nothing readable."""
    assert Run("search", "dân", index=sample_index).status == 0
    assert Run("search", "xyzzy", index=sample_index).status == 1
    assert Run("show", "xyzzy", index=sample_index).status == 1
    assert Run("search", "a OR", index=sample_index).status == 2
    assert Run("search", index=sample_index).status == 2
    assert Run("search", "--from", "31/13/2019", "a", index=sample_index).status == 2
    assert Run("search", "a", index=tmp_path / "none").status == 3
    assert Run("index", str(tmp_path / "none"), index=tmp_path / "index").status == 4
    (tmp_path / "empty").mkdir()
    assert Run("index", str(tmp_path / "empty"), index=tmp_path / "index").status == 4
    contents = written(Generation(0), {"timbao": 0, "normal_form": 0}, b"")
    (tmp_path / "index" / contents_name(0)).write_bytes(contents)
    other = Run("search", "a", index=tmp_path / "index")
    assert other.status == 3
    assert "--rebuild" in other.err


def test_a_bad_query_is_marked_and_a_repair_proposed(sample_index: Path) -> None:
    """The place of the trouble stands under the query; as JSON the error is an object."""
    run = Run("search", 'dân "biết bàn', index=sample_index)
    lines = run.err.splitlines()
    assert lines[1:3] == ['  dân "biết bàn', "      ^"]
    assert 'dân "biết bàn"' in lines[3]
    (error,) = (
        json.loads(line) for line in Run("search", "--format", "jsonl", "a OR", index=sample_index).err.splitlines()
    )
    assert error["error"]["kind"] == "dangling-operator"
    assert error["error"]["at"] == 2


def test_a_closed_pipe_is_success(sample_index: Path) -> None:
    """A reader that has seen enough is no error."""
    command = (
        " ".join(f"'{part}'" for part in PROGRAM)
        + " kwic --format tsv dân 2>/dev/null | head -n 1; exit ${PIPESTATUS[0]}"
    )
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, env={**os.environ, "TIMBAO_INDEX": str(sample_index)}, check=False
    )
    assert done.returncode == 0
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


def test_vietnamese_where_the_locale_asks_for_it(sample_index: Path, tmp_path: Path) -> None:
    """Help, notices and errors are Vietnamese under a Vietnamese locale, and quiet is quiet."""
    vietnamese = {"LANG": "vi_VN.UTF-8"}
    assert "Tìm trong kho báo" in Run("--help", env=vietnamese).out
    assert "Truy vấn:" in Run("search", "dân", index=sample_index, env=vietnamese).err
    assert "Không có chỉ mục" in Run("search", "dân", index=tmp_path / "none", env=vietnamese).err
    assert Run("search", "-q", "dân", index=sample_index).err == ""


def test_what_an_article_holds_is_shown_harmless(folder: Folder) -> None:
    """Escape sequences in titles, texts and ids reach no terminal, in any format."""
    folder.records("d.jsonl", {"id": "x", "title": "\x1b[31mđỏ", "body": "dân \x1b]0;title\x07 biết \u202e"})
    folder.update()
    for form in ("human", "tsv", "jsonl"):
        for command in (["search", "dân"], ["kwic", "dân"], ["show", "x"]):
            out = Run(*command, "--format", form, index=folder.index).out
            assert "đỏ" in out or command[0] == "kwic"
            assert not {"\x1b", "\x07", "\u202e"} & set(out), (form, command)


@pytest.mark.parametrize("command", ["index", "read", "search", "kwic", "count", "show", "info"])
def test_every_command_has_help(command: str) -> None:
    """The help says what a command is for, in a sentence, before anything else."""
    run = Run(command, "--help")
    assert run.status == 0
    assert run.out.splitlines()[2].strip()


@pytest.mark.parametrize("command", ["search", "kwic", "quotes", "count", "timeline", "terms"])
def test_a_mark_that_was_left_out_is_named(command: str, sample_index: Path) -> None:
    """A quotation mark that lost its partner makes its argument a phrase, and that is said; not of what is paired."""
    said = "A quotation mark without a partner was left out: "
    assert f"{said}“dân biết" in Run(command, "“dân biết", index=sample_index).err.splitlines()
    assert said not in Run(command, "“dân biết”", index=sample_index).err
    assert said not in Run(command, "--plain", "“dân biết", index=sample_index).err


def test_a_mark_that_was_left_out_of_a_line_is_named(sample_index: Path, tmp_path: Path) -> None:
    """Of a file of queries each line with such a mark is named, and is counted."""
    (tmp_path / "queries.txt").write_text("dân biết”\n“trọng dân”\n", "utf-8")
    run = Run("count", "--batch", str(tmp_path / "queries.txt"), index=sample_index)
    assert len(run.out.splitlines()) == 2
    assert [line for line in run.err.splitlines() if "partner" in line] == [
        "A quotation mark without a partner was left out: dân biết”"
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("dân && quân",), "&& says nothing here; AND does."),
        (("dân", "|", "quân"), "| says nothing here; OR does."),
        (("dân bàn ~5",), '~5 says nothing here; "…"~5 does.'),
    ],
)
def test_operators_of_other_programs_are_named(typed: tuple[str, ...], said: str, sample_index: Path) -> None:
    """Signs that join words elsewhere are passed over here as any sign is, and that is said with what joins them."""
    assert said in Run("count", *typed, index=sample_index).err.splitlines()
    assert "says nothing" not in Run("count", "dân", "AND", "quân-dân", "A&B", index=sample_index).err


def test_small_letters_that_are_no_word_are_a_slip(sample_index: Path) -> None:
    """Behind the letter of an option what cannot be said is refused as one; a word or an abbreviation is left out."""
    for typed in ("-qx", "-nk"):
        run = Run("search", "dân", typed, index=sample_index)
        assert (run.status, f"NOT {typed[1:]}" in run.err) == (2, True)
    for typed in ("-quan", "-kg", "-TP", "-ql"):
        assert Run("search", "dân", typed, index=sample_index).status == 0


def test_facts_fit_the_screen(folder: Folder) -> None:
    """What stands under a title is broken at the width of the screen, and no fact in two where it fits."""
    record = {"id": "a", "title": "Dân biết", "body": "dân biết dân bàn", "date": "2019-05-14", "source": "Báo Rất Dài"}
    folder.records("a.jsonl", record)
    folder.update()
    run = Run("search", "--format", "human", "dân", index=folder.index, env={"COLUMNS": "24"})
    assert run.out.splitlines()[1:4] == ["   a · 2019-05-14 ·", "   Báo Rất Dài ·", "   3 places"]


@pytest.mark.parametrize("command", ["search", "kwic", "count"])
def test_a_mistyped_option_is_refused_and_no_word(sample_index: Path, command: str) -> None:
    """A hyphen with a single letter that is no option is a slip, and ``-h`` asks for help."""
    assert Run(command, "-i", "dân", index=sample_index).status == 2
    assert Run(command, "-x5", "dân", index=sample_index).status == 2
    asked = Run(command, "-h", index=sample_index)
    assert asked.status == 0
    assert "--accents" in asked.out


def test_an_option_before_its_command_is_told_its_place() -> None:
    """Where the program itself has no such option, the refusal says where options stand."""
    run = Run("--index", "archive", "search", "dân")
    assert run.status == 2
    assert "timbao search --index …" in run.err


def test_a_value_that_begins_with_a_hyphen_reaches_its_option(sample_index: Path) -> None:
    """Only words of the query are hidden from the option parser, and nothing of that shows."""
    run = Run("search", "dân", "--source", "-Báo Sống Quê", "-l", index=sample_index)
    assert run.status == 0
    assert len(run.out.splitlines()) == 2


def test_ids_of_odd_files_are_harmless_and_lead_back(folder: Folder) -> None:
    """What ``-l`` prints of a file with a line feed and an escape in its name is one line, and ``show`` takes it."""
    folder.page("a\nb\x1b[31m.txt", "Đường mới\n\nBà con góp công làm đường vào thôn.")
    folder.update()
    (identity,) = Run("search", "-l", "đường", index=folder.index).out.splitlines()
    assert identity.isprintable()
    assert Run("show", identity, index=folder.index).status == 0


def test_any_stream_will_do(sample_index: Path) -> None:
    """Output in an encoding without Vietnamese is written, and one that is closed a failure without a traceback."""
    latin = Run("search", "dân", index=sample_index, env={"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"})
    assert (latin.status, "Traceback" in latin.err) == (0, False)
    command = " ".join(f"'{part}'" for part in PROGRAM) + " search dân >&-"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, env={**os.environ, "TIMBAO_INDEX": str(sample_index)}, check=False
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (4, False)


def test_usage_errors_as_json(sample_index: Path) -> None:
    """A wrong option is a JSON object too where that form was asked for."""
    (error,) = map(json.loads, Run("search", "--format", "jsonl", "-n", "x", "a", index=sample_index).err.splitlines())
    assert error["error"]["kind"] == "usage"


def test_the_options_know_the_fields_of_the_schema() -> None:
    """``--in`` offers every field in which an article's text stands."""
    assert query_options.TEXT_FIELDS == TEXT_FIELDS


def test_the_options_offer_what_the_library_takes() -> None:
    """The orders and groups that are spelt out for the help, which loads no engine, are all that there are."""
    assert set(query_options.ORDERS) == set(Order)
    assert set(kwic.SIDES) == set(LineOrder)
    assert set(count.GROUPS) == set(By)
