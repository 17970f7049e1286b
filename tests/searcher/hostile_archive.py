"""An archive whose texts, names and paths try to be obeyed by a terminal, a spreadsheet, a browser or a shell."""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path

ATTACKS = (
    "\x1b[33mvàng\x1b[0m",
    "\x1b]8;;http://x.example\x07nối\x1b]8;;\x07",
    "\x1b]0;tên\x1b\\ \x1bP q\x1b\\ \x1b[2J\x1b[H\x1bc",
    "\x9b33m \x90q\x9c \x85",
    "một\rhai\x08\x08ba\x7f\tbốn\x0b\x0c",
    "\u202egnp.exe \u2066trong\u2069 \u200f\u061c\u206a\u206f",
    "\u2028dòng\u2029 \u200b\u200d\u00ad\ufeff",
    "\ud800 \udfff \ufffe\uffff \x00",
    '=HYPERLINK("http://x.example","y")',
    "+1+1 @SUM(A1) -2",
    "\u200b=1+1",
    "＝1＋1",
    "</script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)> '><svg onload=alert(1)>",
    "]]> --> <!ENTITY x SYSTEM 'file:///x'> &#60;b&#62;",
    "a,b;\"c\"'d' “đ” `e`",
    "$(touch x) `touch x` ;touch x| && ~ * ? ! {a,b}",
    "{rate} {0} %s %n \\x1b \\033[33m",
)
"""None of these is a colour that timbao itself uses."""

LIVE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff]")
"""What a terminal obeys, but for the line feed."""

OWN_COLOURS = re.compile("\x1b\\[(?:0|1|2|36|1;31)m")


def write_hostile_pages(folder: Path) -> None:
    """A data set with each attack in each of its facts, and pages whose file names are attacks.

    Facts in words are written as a data set from the web writes them, so that tags come out of it as text.
    """
    folder.mkdir()
    records = [
        {
            "id": str(at),
            "title": f"{attack} cảng cá {at}",
            "lead": f"{attack} dẫn cảng cá {attack}",
            "body": f"{attack} cảng cá {attack}\n“Ta giữ {attack} cảng cá”, ông Trần Văn {attack} Bền, chủ tịch xã"
            f" {attack}, nói.\n“Cảng cá là của dân {attack}”, bà Lê Thị Mến nói.",
            "captions": [f"{attack} ảnh cảng cá"],
            "author": f"{attack} tác giả",
            "source": f"{attack} báo",
            "section": f"{attack} mục",
            "url": f"http://x.example/{raw}",
            "published": f"20{at:02}-05-01",
        }
        for at, raw in enumerate(ATTACKS)
        for attack in (escape(raw),)
    ]
    lines = "".join(json.dumps(record) + "\n" for record in records)
    bad = "".join(json.dumps({"id": attack, "body": "cảng cá"}) + "\n" for attack in ATTACKS)
    (folder / "a.jsonl").write_text(lines, "utf-8")
    for name in ("b.jsonl", "c\x1b[33m.jsonl"):
        (folder / name).write_text(json.dumps({"id": "<b>$(touch x)", "body": "cảng cá"}) + "\n", "utf-8")
    (folder / "bad.jsonl").write_text(bad, "utf-8")
    for at, attack in enumerate(ATTACKS):
        stem = attack.replace("/", "").replace("\0", "").encode("utf-8", "replace").decode()
        (folder / f"{stem}.txt").write_text(f"Tin {at}\n\nHọp ở cảng cá {attack!r}.\n", "utf-8")
        (folder / f"{stem}.zip").write_bytes(b"none")
        (folder / f"{stem}.{at}\x1b[33m").write_bytes(b"none")
