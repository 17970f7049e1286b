"""The format of an index, version 1.

An index is a folder. ``FORMAT`` holds one line of JSON, ``{"timbao": 1, "normal_form": 1}``: the version of this page
and of the keys' normal form. All else is a Whoosh index named MAIN, with Whoosh's own files, and documents of four
kinds, told apart by the field ``kind``:

``article``
    one an article. ``title``, ``lead``, ``body`` and ``caption`` hold the positions of its syllables (numbered as
    ``positions.py`` says, each field from 0); ``title_words`` and so on the positions of its words, at their first
    syllable. A syllable of the article stands in exactly one of the four fields. ``stored`` is the article itself
    (``stored.py``); ``path``, ``source``, ``author``, ``section`` and ``published`` (ISO 8601) are exact terms.
``quotation``
    one a quotation: ``quote`` and ``quote_words``, ``speaker`` and ``role`` as syllables with positions, and the
    article's ``id``. ``stored`` is its number among the article's quotations.
``ledger``
    one in an index: which files were read, in which state, and which articles came out of each (``ledger.py``).
``vocabulary``
    one in an index: for each folded key the accented keys that occur (``vocabulary.py``).

Article and quotation fields are apart, so no query for one can meet the other, and lengths and frequencies of a field
are those of its own kind.

Measured on 35,440 articles (20.6 M syllables, 123 MB of text): see ARCHITECTURE.md.
"""

from __future__ import annotations

from whoosh.fields import ID, STORED, Schema

from index.fields import PositionalField
from index.normal_form import NORMAL_FORM_VERSION

FORMAT_VERSION = 1
FORMAT_FILE = "FORMAT"
FORMAT = {"timbao": FORMAT_VERSION, "normal_form": NORMAL_FORM_VERSION}

ARTICLE, QUOTATION, LEDGER, VOCABULARY = "article", "quotation", "ledger", "vocabulary"
"""The kinds of documents."""

TEXT_FIELDS = ("title", "lead", "body", "caption")
"""The fields in which an article's syllables stand, in reading order; a field's number is its place here."""

QUOTATION_FIELDS = ("quote", "speaker", "role")


def words_of(field: str) -> str:
    """The name of a field's word view."""
    return f"{field}_words"


def make_schema() -> Schema:
    """The fields of an index."""
    schema = Schema(kind=ID(), id=ID(), path=ID(), stored=STORED())
    for name in ("source", "author", "section"):
        schema.add(name, ID())
    schema.add("published", ID(sortable=True))
    for name in (*TEXT_FIELDS, "quote"):
        schema.add(name, PositionalField())
        schema.add(words_of(name), PositionalField())
    for name in ("speaker", "role"):
        schema.add(name, PositionalField())
    return schema
