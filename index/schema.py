"""The fields of an index, and the versions of its format.

An index is a folder: a table of contents for each commit (``generations.py``), the segments that it names
(``segment/segment.py``), and the ledger of the pages that were read (``ledger/database.py``). What Whoosh sees of it
is in ``whoosh_view/schema.py``.
"""

from __future__ import annotations

from index.normal_form import NORMAL_FORM_VERSION

FORMAT_VERSION = 8
VERSIONS = {"timbao": FORMAT_VERSION, "normal_form": NORMAL_FORM_VERSION}
"""What an index says of itself, and has to say to be read: the versions of its form and of its keys."""

TEXT_FIELDS = ("title", "lead", "body", "caption")
"""The fields in which an article's syllables stand, each in exactly one, in reading order."""
