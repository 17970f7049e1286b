"""Bytes to text: UTF-8 first, and where it is none, or none that was meant, what the evidence says.

All is kept as it was written, in any normal form; only windows-1258, which has no letters for most tones, is composed.
A page that reads clearly in no encoding is refused rather than mangled. A data set is decoded line by line, so it can
be in UTF-8, or in an encoding of bytes that leaves line feeds alone, but not in UTF-16.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from corpus.encodings.choice import may_be_misread, read_bytes, read_misread
from corpus.encodings.utf_16 import read_utf_16
from corpus.errors import BinaryPageError, EmptyPageError, EncodingError, GarbledTextError
from corpus.piles import MOST_MARKS, pile

UTF_8 = "UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and a name for people of what it was in: ``UTF-8``, ``TCVN3``, ``UTF-8 read as Latin-1``."""

    text: str
    encoding: str

    @property
    def unusual(self) -> str | None:
        """The encoding where it is worth a word; ``None`` for UTF-8."""
        return None if self.encoding == UTF_8 else self.encoding


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """The text of a page; ``declared`` is the encoding that it names itself.

    What is UTF-8 is read as that, whatever it declares; a declaration counts where the bytes are not, and do not read
    clearly as Vietnamese in another encoding. The last character of a page that was cut off inside it is left out.
    Raises ``EmptyPageError``, ``BinaryPageError``, ``EncodingError`` or ``GarbledTextError``.
    """
    content = content.removeprefix(codecs.BOM_UTF8)
    if not content.strip():
        raise EmptyPageError()
    if (at := content.find(b"\0")) >= 0:
        if (text := read_utf_16(content)) is None:
            raise BinaryPageError(at=at)
        return _of_text(text, "UTF-16")
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        return _of_other_bytes(content, declared, error)
    return _of_text(text, UTF_8) if may_be_misread(content) else Decoded(readable(text), UTF_8)


def _of_other_bytes(content: bytes, declared: str | None, error: UnicodeDecodeError) -> Decoded:
    """Bytes that are not UTF-8, as ``error`` says. Raises as ``decode`` does."""
    before = content[: error.start]
    if error.reason == "unexpected end of data" and not before.isascii():
        return _of_text(before.decode(), UTF_8)
    if (text := read_utf_16(content)) is not None:
        return _of_text(text, "UTF-16")
    if found := read_bytes(content, declared):
        return Decoded(readable(found[0]), found[1])
    raise EncodingError(at=error.start) from error


def _of_text(text: str, encoding: str) -> Decoded:
    """A text whose bytes are understood, unless it was misread before. Raises as ``decode`` does."""
    if not text.strip():
        raise EmptyPageError()
    if may_be_misread(text.encode()) and (found := read_misread(readable(text))):
        text, encoding = found
    return Decoded(readable(text), encoding)


def readable(text: str) -> str:
    """The text, if it can be composed in a time that goes with its length. Raises ``GarbledTextError``."""
    if pile(text) is not None:
        raise GarbledTextError(most=MOST_MARKS)
    return text


def mend_surrogates(text: str) -> str:
    """Half characters, which JSON can write and no text can hold, become U+FFFD."""
    try:
        text.encode("utf-16-le")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
