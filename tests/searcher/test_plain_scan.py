"""The scan that `make counts` compares every count with agrees with the index, and says where it does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from searcher import Archive
from searcher.results.counts import Count
from tests.bench import counts

TEXTS = (
    "UBND xã họp, ủy ban nhân dân tỉnh cho biết giá vàng ở TP.HCM",
    "Uỷ ban nhân dân thành phố Hồ Chí Minh, ngày 1/1/2017 và 01-01-2017",
    "ATTP là an toàn thực phẩm; tai nạn giao thông, TNGT, ở Đắk Lắk và Đắc Lắc có cà phê",
    "bong da Việt Nam, bóng đá, dân dân dân biết, dân bàn",
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data set in which much is written in several ways."""
    path = tmp_path / "articles.jsonl"
    rows = [{"id": str(at), "title": f"Tin {at}", "body": text} for at, text in enumerate(TEXTS)]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def test_a_scan_of_what_was_typed_agrees(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Other ways of writing are left out of it, and every query gives the numbers of the scan."""
    monkeypatch.setattr("sys.argv", ["counts", str(data)])
    assert counts.main() == 0
    asked = len(counts.PHRASES) + len(counts.KEYWORDS)
    assert f"{asked} of {asked} queries agree" in capsys.readouterr().out


def test_a_count_that_is_wrong_is_seen(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One place too many of one query ends the run with status 1, and its line says so."""
    honest = Archive.count

    def one_too_many(archive: Archive, query: list[str], aliases: None) -> Count:
        found = honest(archive, query, aliases=aliases)
        return Count(found.articles, found.occurrences + (query == ["TP.HCM"]), found.reading)

    monkeypatch.setattr(Archive, "count", one_too_many)
    monkeypatch.setattr("sys.argv", ["counts", str(data)])
    assert counts.main() == 1
    wrong = [line for line in capsys.readouterr().out.splitlines() if line.endswith("DIFFERS")]
    assert len(wrong) == 1
    assert "TP.HCM" in wrong[0]
