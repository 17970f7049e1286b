"""Which field was meant by a word before a colon that names none? By a slip of the keys, or in Vietnamese.

Only names are taken for fields: an ordinary word before a colon, as in ``Hà Nội: mưa`` or ``a:b``, is none. Of a short
name no letter may be missing or another one: ``dtae`` is ``date``, but ``data`` and ``led`` are words.
"""

from __future__ import annotations

from collections.abc import Mapping

from index.normal_form import fold
from index.schema import TEXT_FIELDS

FACT_FIELDS = ("author", "source", "section")
FIELDS = (*TEXT_FIELDS, "quote", "speaker", *FACT_FIELDS, "date", "id")
"""The fields that a query may name."""

VIETNAMESE: Mapping[str, tuple[str, ...]] = {
    "title": ("tiêu đề", "đầu đề", "tựa đề"),
    "lead": ("sa pô", "sapo", "dẫn nhập"),
    "body": ("nội dung", "thân bài"),
    "caption": ("chú thích",),
    "quote": ("trích dẫn", "phát ngôn"),
    "speaker": ("người nói",),
    "author": ("tác giả", "người viết"),
    "source": ("nguồn",),
    "section": ("chuyên mục", "mục"),
    "date": ("ngày", "ngày đăng"),
}
"""What a person who thinks in Vietnamese calls the fields; accents, spaces and hyphens may be left out."""

_SHORT = 4
"""Letters of a name that is not to be taken for a word with another letter, or one less."""


_WORDS = ("quota",)
"""What differs from a name as a slip does, and stands in the news."""


def _letters(name: str) -> str:
    return "".join(filter(str.isalpha, name.lower()))


_MEANT = {
    form: field
    for field, names in VIETNAMESE.items()
    for name in names
    for form in (_letters(name), fold(_letters(name)))
}


def vietnamese_field(name: str) -> str | None:
    """The field that has this name in Vietnamese."""
    return _MEANT.get(_letters(name))


def nearly_field(name: str) -> str | None:
    """The field from whose name this one differs by a slip: a letter more, less or another, or two turned round."""
    slip = name.lower()
    if slip in (*FIELDS, *_WORDS) or not slip.isascii():
        return None
    return next((field for field in FIELDS if len(field) >= _SHORT and _is_slip(slip, field)), None)


def _is_slip(slip: str, name: str) -> bool:
    if sorted(slip) == sorted(name):
        return any(slip == name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1))
    if slip[0] != name[0]:
        return False
    if len(slip) == len(name) + 1:
        return any(slip[:at] + slip[at + 1 :] == name for at in range(len(slip)))
    if len(name) == _SHORT:
        return False
    if len(slip) == len(name) - 1:
        return any(name[:at] + name[at + 1 :] == slip for at in range(len(name)))
    return len(slip) == len(name) and sum(map(str.__ne__, slip, name)) == 1
