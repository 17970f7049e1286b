"""JSON documents: an object is an article, a list many, and what is wrong with one of them is its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import json_document
from tests.corpus.reading import faults, read


def _articles(count: int) -> list[dict[str, object]]:
    return [{"title": f"Bài {at}", "body": 'Ông nói: "Được, [được]." \\ {}'} for at in range(1, count + 1)]


def test_an_object_is_an_article(tmp_path: Path) -> None:
    """A document of one record is one article, called by its file."""
    (tmp_path / "a.json").write_text(json.dumps(_articles(1)[0], indent=2), "utf-8")
    (article,), skipped = read(tmp_path / "a.json")
    assert (article.id, article.title, skipped) == ("a.json", "Bài 1", [])


@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_is_many(tmp_path: Path, indent: int | None) -> None:
    """A list of records is an article each, called by its number, however the list is laid out."""
    (tmp_path / "a.json").write_text("\ufeff " + json.dumps(_articles(3), indent=indent) + "\n", "utf-8")
    articles, skipped = read(tmp_path / "a.json")
    assert [(article.id, article.title) for article in articles] == [(f"a.json#{n}", f"Bài {n}") for n in (1, 2, 3)]
    assert articles[0].paragraphs == ('Ông nói: "Được, [được]." \\ {}',)
    assert not skipped


def test_json_lines_by_another_name(tmp_path: Path) -> None:
    """A file that is called a document, but has an object on each line, is read line by line."""
    rows = [row | {"lead": "dài " * 5000} for row in _articles(3)]
    (tmp_path / "a.json").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    articles, skipped = read(tmp_path / "a.json")
    assert ([article.id for article in articles], skipped) == (["a.json#1", "a.json#2", "a.json#3"], [])


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        (b"1", "broken-record"),
        (b"[1, [2]]", "broken-record"),
        (b"nonsense", "broken-record"),
        (b"", "broken-record"),
        (b'{"body": tru}', "broken-record"),
        (b'{"title": "x"}', "no-text-field"),
        (b'{"body": {}}', "wrong-field"),
        (b'{"body": "\xff"}', "encoding"),
        (b'{"body": "\0"}', "binary"),
        (b'{"body": "' + b"x" * 400 + b'"}', "oversized"),
    ],
)
def test_a_bad_element_is_named_and_the_next_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, element: bytes, kind: str
) -> None:
    """Whatever an element holds, its fault has a kind and a number, and the records round it are there."""
    monkeypatch.setattr(json_document, "LARGEST_RECORD", 300)
    (tmp_path / "a.json").write_bytes(b'[{"id": "1", "body": "x"}, ' + element + b', {"id": "3", "body": "x"}]')
    articles, skipped = read(tmp_path)
    assert [article.id for article in articles] == ["1", "3"]
    assert faults(skipped, tmp_path) == [("a.json, record 2", kind)]


@pytest.mark.parametrize(
    ("content", "kept", "kind"),
    [
        (b"", 0, "empty"),
        (b" \n", 0, "empty"),
        (b"[]", 0, "empty"),
        (b"[ ]\n", 0, "empty"),
        (b"42", 0, "broken-record"),
        (b'"text"', 0, "broken-record"),
        (b"{", 0, "broken-record"),
        (b"{}", 0, "no-text-field"),
        (b'{"a": ' * 100_000, 0, "broken-record"),
        (b"[" * 100_000, 0, "broken-record"),
        (b'[{"body": "a"}, {"body": "b', 1, "broken-record"),
        (b'[{"body": "a"}, {"body": "b"}] {"body": "c"}', 2, "broken-record"),
        (b'[{"body": "a"}}, {"body": "b"}]', 1, "broken-record"),
    ],
)
def test_documents_of_the_wrong_shape(tmp_path: Path, content: bytes, kept: int, kind: str) -> None:
    """What comes before the fault is kept, and the fault is named once."""
    (tmp_path / "a.json").write_bytes(content)
    articles, skipped = read(tmp_path)
    assert len(articles) == kept
    assert [fault.error.kind for fault in skipped] == [kind]


def test_a_document_of_one_object_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An object that is larger than any article is not parsed."""
    monkeypatch.setattr(json_document, "LARGEST_RECORD", 100)
    (tmp_path / "a.json").write_text('{"body": "' + "x" * 200 + '"}', "utf-8")
    assert [fault.error.kind for fault in read(tmp_path)[1]] == ["oversized"]


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(st.text('a"\\[]{},é\n', min_size=1, max_size=12), min_size=1, max_size=5),
    piece=st.integers(1, 9),
    is_ascii=st.booleans(),
)
def test_lists_are_cut_where_json_cuts_them(tmp_path: Path, texts: list[str], piece: int, is_ascii: bool) -> None:
    """Whatever marks stand in the texts, and wherever the pieces that are read end, each element comes whole."""
    rows = [{"id": f"n{at}", "title": "t", "body": text} for at, text in enumerate(texts)]
    (tmp_path / "a.json").write_text(json.dumps(rows, ensure_ascii=is_ascii), "utf-8")
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_document, "_PIECE", piece)
        articles, skipped = read(tmp_path / "a.json")
    assert not skipped
    assert [(a.id, a.paragraphs) for a in articles] == [(a.id, a.paragraphs) for a in read(tmp_path / "a.jsonl")[0]]
