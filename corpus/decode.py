"""Bytes to text: UTF-8 with or without a mark in front, in any normal form, and nothing guessed."""

from __future__ import annotations

import codecs

from corpus.errors import BinaryPageError, EmptyPageError, EncodingError


def decode(content: bytes) -> str:
    """The text of a page. Raises ``EmptyPageError``, ``BinaryPageError`` or ``EncodingError``."""
    content = content.removeprefix(codecs.BOM_UTF8)
    if not content.strip():
        raise EmptyPageError()
    if (at := content.find(b"\0")) >= 0:
        raise BinaryPageError(at=at)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise EncodingError(at=error.start) from error


def mend_surrogates(text: str) -> str:
    """Half characters, which JSON can write and no text can hold, become U+FFFD."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
