"""``python -m searcher.manual FOLDER``: writes the pages of the commands and the manual page into a folder."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from searcher.manual.described import commands
from searcher.manual.examples import EXAMPLES
from searcher.manual.facts import FORMS_SHOWN
from searcher.manual.man_page import Form, man_page
from searcher.manual.pages import page
from searcher.manual.screen import Session
from searcher.messages import choose

QUERIES = Path(__file__).parents[1] / "QUERIES.md"

PICTURE = "timbao timeline -q --svg - dân"
"""What draws the picture that the README shows."""


def write(folder: Path) -> None:
    """Types the examples, and writes all that is made of them and of what the commands say of themselves."""
    choose("en")  # the texts of the commands are settled when they are loaded
    described = commands()
    with TemporaryDirectory() as home:
        session = Session(Path(home).resolve())
        shown = {name: [(each, session.typed(each.line)) for each in own] for name, own in EXAMPLES.items()}
        forms = list(_forms(session))
        picture = session.typed(PICTURE)
    (folder / "timeline.svg").write_text(picture + "\n", "utf-8")
    for command in described:
        (folder / f"{command.name}.md").write_text(page(command, shown[command.name]), "utf-8")
    text = man_page(described, shown, forms, QUERIES.read_text("utf-8"), version("timbao"))
    (folder / "timbao.1").write_text(text, "utf-8")


def _forms(session: Session) -> Iterator[Form]:
    """What the commands print for other programs, as they print it."""
    for command, line in FORMS_SHOWN.items():
        columns = next(csv.reader(session.typed(line.format(form="csv") + " -q").splitlines()))
        members = json.loads(session.typed(line.format(form="jsonl") + " -q").splitlines()[0])
        yield Form(command, columns, list(members))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
