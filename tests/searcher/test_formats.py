"""The forms of output: the same answer as a table, as CSV and as JSON, and nothing live in any of them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any, cast

import pytest

from tests.conftest import Folder
from tests.program import Run

COMMANDS = (("search", "dân biết"), ("kwic", "dân biết"), ("count", "dân biết"), ("timeline", "dân biết"), ("info",))


@pytest.mark.parametrize("command", COMMANDS)
def test_csv_is_the_table_with_its_header(command: tuple[str, ...], sample_index: Path) -> None:
    """CSV has the cells that the tabs part, behind a first line with the names of the columns."""
    table = Run(*command, "--format", "tsv", index=sample_index)
    rows = list(csv.reader(io.StringIO(Run(*command, "--format", "csv", index=sample_index).out)))
    assert rows[1:] == [line.split("\t") for line in table.out.splitlines()]
    assert "\t".join(rows[0]) in table.err.splitlines()


@pytest.mark.parametrize(
    "command", [("search", "dân biết"), ("kwic", "dân biết"), ("kwic", "không đâu có"), ("timeline", "dân biết")]
)
def test_json_is_the_array_of_the_lines(command: tuple[str, ...], sample_index: Path) -> None:
    """One array holds the objects that JSON lines give one by one; of nothing it is empty."""
    whole = json.loads(Run(*command, "--format", "json", index=sample_index).out)
    assert whole == Run(*command, "--format", "jsonl", index=sample_index).objects


@pytest.mark.parametrize("command", [("count", "dân biết"), ("info",)])
def test_json_of_one_thing_is_one_object(command: tuple[str, ...], sample_index: Path) -> None:
    """What is a single object in JSON lines is that object, and no array of one."""
    one, line = (Run(*command, "--format", form, index=sample_index) for form in ("json", "jsonl"))
    assert json.loads(one.out) == line.objects[0]


def test_csv_holds_no_formula(folder: Folder) -> None:
    """A title that a spreadsheet would run begins with an apostrophe; a figure is left as it is."""
    titles = ['=HYPERLINK("http://x","y")', "+1+1", "-2", "@SUM(A1)", "=1", "Giá = 5", 'Nói "được", rồi thôi']
    folder.records("a.jsonl", *({"id": str(at), "title": title, "body": "cảng cá"} for at, title in enumerate(titles)))
    folder.update()
    run = Run("search", "-n", "20", "--format", "csv", "cảng cá", index=folder.index)
    cells = {row["id"]: row["title"] for row in csv.DictReader(io.StringIO(run.out))}
    assert [cells[str(at)] for at in range(len(titles))] == [f"'{title}" for title in titles[:5]] + titles[5:]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_errors_are_objects_where_json_is_asked_for(form: str, sample_index: Path) -> None:
    """A bad query is an object on standard error that names its kind and place."""
    run = Run("search", "--format", form, 'cải "cách', index=sample_index)
    error = json.loads(run.err)["error"]
    assert (run.status, error["kind"], error["at"]) == (2, "unclosed-quote", 4)


def test_marks_in_every_form(folder: Folder) -> None:
    """Each mark cuts a match out of the text that the same object, or the same row, carries; unasked there are none."""
    record = {
        "id": "x",
        "title": "Dân biết",
        "lead": "Làng bàn. Dân biết.",
        "body": "Xóm vắng.\nAi cũng dân biết dân làm.",
    }
    folder.records("a.jsonl", record)
    folder.update()
    (shown,) = Run("show", "x", "--mark", "dân biết", "--format", "jsonl", index=folder.index).objects
    texts: Any = {"title": [shown["title"]], "lead": [shown["lead"]], "body": shown["paragraphs"]}
    marks = [
        (mark["field"], texts[mark["field"]][mark["number"]][start:end])
        for mark in shown["marks"]  # type: ignore[attr-defined]
        for start, end in mark["spans"]
    ]
    assert marks == [("title", "Dân biết"), ("lead", "Dân biết"), ("body", "dân biết")]
    table = Run("show", "x", "--mark", "dân biết", "--format", "tsv", index=folder.index)
    assert table.err.splitlines() == ["field\ttext\tmarks"]
    assert [line.split("\t") for line in table.out.splitlines()] == [
        ["id", "x", ""],
        ["title", "Dân biết", "0-8"],
        ["lead", "Làng bàn. Dân biết.", "10-18"],
        ["paragraph", "Xóm vắng.", ""],
        ["paragraph", "Ai cũng dân biết dân làm.", "8-16"],
    ]
    (none,) = Run("show", "x", "--mark", "không đâu", "--format", "jsonl", index=folder.index).objects
    assert none["marks"] == []
    assert "marks" not in Run("show", "x", "--format", "jsonl", index=folder.index).objects[0]
    assert Run("show", "x", "--format", "tsv", index=folder.index).err.splitlines() == ["field\ttext"]


def test_the_places_of_quotations_lead_into_the_paragraphs(tmp_path: Path) -> None:
    """A quotation over two paragraphs opens in one and closes in another, which both are named."""
    body = "Ông Trần Văn Bảy nói: “Đường này phải làm ngay.\n“Bà con chờ đã lâu”, rồi ông về."
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "1", "title": "Đường", "body": body}) + "\n", "utf-8")
    (article,) = Run("read", str(tmp_path / "a.jsonl")).objects
    (quote,) = cast("list[dict[str, Any]]", article["quotes"])
    paragraphs = cast("list[str]", article["paragraphs"])
    first, last = paragraphs[quote["paragraph"]], paragraphs[quote["last_paragraph"]]
    assert f"{first[quote['start'] :]}\n{last[1 : quote['end']]}" == quote["text"]
