"""Every count against a plain scan: builds an index of a data set, asks it, and reads the data set through by hand.

    python -m tests.bench.counts DATA.jsonl [--index DIR]

The scan shares nothing with the index but the normal form of one token: it cuts lines and tokens by itself, and looks
for phrases in each line as text. Phrases and keywords of every frequency are asked for as they were typed, some without
accents. Prints a line a query and ends with status 1 where any number differs.
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import tempfile
import time
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.normal_form import fold, normal_form
from searcher import Archive
from searcher.indexing import bring_in_step

PHRASES = (
    "dân biết, dân bàn", "dân biết, dân bàn, dân làm, dân kiểm tra", "cho biết", "ủy ban nhân dân", "uỷ ban nhân dân",
    "học sinh học", "cải cách hành chính", "an toàn thực phẩm", "Thành phố Hồ Chí Minh", "TP.HCM", "COVID-19",
    "1/1/2017", "06-NQ/TU", "lá lành đùm lá rách", "uống nước nhớ nguồn", "dan biet", "cai cach hanh chinh", "bong da",
    "công ty cổ phần", "kỹ thuật số", "dân dân", "H'Hen Niê",
)  # fmt: skip
KEYWORDS = (
    "bóng đá Việt Nam", "giá vàng", "xổ số", "học phí đại học", "cà phê Đắk Lắk", "tai nạn giao thông", "ung thư vú",
    "lũ lụt miền Trung", "Samsung Galaxy", "bác sĩ", "bác sỹ", "thủy điện", "thuỷ điện", "Donald Trump",
    "Mỹ Trung Quốc", "ca si", "lai suat ngan hang", "Hà Nội kẹt xe", "y tế", "ở", "2017", "thực phẩm bẩn",
    "vô địch AFF Cup",
)  # fmt: skip

_TOKEN = re.compile(r"[^\W\d_]+|\d+")


def lines(data: Path) -> Iterator[list[list[str]]]:
    """For each article of a data set, the keys of each of its lines: title, lead and body."""
    with lzma.open(data, "rt", encoding="utf-8") if data.suffix == ".xz" else data.open(encoding="utf-8") as file:
        for row in file:
            record = json.loads(row)
            text = "\n".join(str(record.get(name) or "") for name in ("title", "abstract", "body"))
            text = unicodedata.normalize("NFC", re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", text))
            yield [[normal_form(token) for token in _TOKEN.findall(line)] for line in text.splitlines()]


class Scan:
    """What a query should give, by reading through; phrases are counted where they overlap themselves too."""

    def __init__(self, query: str, *, phrase: bool) -> None:
        tokens = [normal_form(token) for token in _TOKEN.findall(unicodedata.normalize("NFC", query))]
        words = [[normal_form(t) for t in _TOKEN.findall(word)] for word in query.split()]
        rows = [tokens] if phrase else [word for at, word in enumerate(words) if word and word not in words[:at]]
        self.patterns = [re.compile("(?= " + " ".join(map(self._pattern, row)) + " )") for row in rows]
        self.bare = any(fold(key) == key and key.isalpha() for row in rows for key in row)
        self.articles = self.occurrences = 0

    @staticmethod
    def _pattern(key: str) -> str:
        return f"{key}(?:\t\\S+)?" if fold(key) != key else f"(?:\\S+\t{key}|{key})"

    def read(self, text: Sequence[str]) -> None:
        """Counts in one article, given its lines; an accented key stands there as ``key TAB folded``."""
        found = [sum(len(pattern.findall(line)) for line in text) for pattern in self.patterns]
        if all(found):
            self.articles += 1
            self.occurrences += sum(found)


def scanned(data: Path, scans: Sequence[Scan]) -> None:
    for article in lines(data):
        text = [
            " " + " ".join(key if key == fold(key) else f"{key}\t{fold(key)}" for key in line) + " " for line in article
        ]
        for scan in scans:
            scan.read(text)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "--index", type=Path, help="an index of just this data set; made in a temporary folder otherwise"
    )
    arguments = parser.parse_args()
    queries = [(query, True) for query in PHRASES] + [(query, False) for query in KEYWORDS]
    scans = [Scan(query, phrase=phrase) for query, phrase in queries]
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.index or Path(scratch) / "index"
        report = bring_in_step(folder, [str(arguments.data)])
        print(f"{report.added} added, {report.unchanged} unchanged, {report.seconds:.1f} s")
        scanned(arguments.data, scans)
        wrong = 0
        with Archive.open(folder) as archive:
            print("articles\tscan\toccurrences\tscan\tms\tquery")
            for (query, phrase), scan in zip(queries, scans, strict=True):
                began = time.perf_counter()
                found = archive.count([query] if phrase else query.split(), aliases=None)
                took = 1000 * (time.perf_counter() - began)
                right = (found.articles, found.occurrences) == (scan.articles, scan.occurrences)
                wrong += not right
                cells = (found.articles, scan.articles, found.occurrences, scan.occurrences, f"{took:.1f}")
                shown = repr(query) if phrase else query
                print(*cells, shown, *(() if right else ("DIFFERS",)), sep="\t")
    print(f"{len(queries) - wrong} of {len(queries)} queries agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
