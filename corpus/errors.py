"""The family of errors: one root for the three rooms, and the branch of this one.

An error is a sentence in English with named details. The sentence is also the key under which the catalogue of
messages holds its translation, so a room can say exactly what went wrong without knowing in which language a person
will read it.
"""

from __future__ import annotations


class TimbaoError(Exception):
    """The root: whatever the project raises on purpose.

    ``kind`` names the error for programs, ``sentence`` is what a person reads, with ``details`` filled in, and
    ``hint``, where there is one, says what to do about it.
    """

    kind = "error"
    sentence = "Something went wrong."
    hint = ""

    def __init__(self, **details: object) -> None:
        self.details = details
        super().__init__(self.sentence.format(**details))

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.details)


def _rebuild(family: type[TimbaoError], details: dict[str, object]) -> TimbaoError:
    return family(**details)


class CorpusError(TimbaoError):
    """A page, or a place where pages should be, cannot be read as an article."""

    kind = "page"


class NoSuchPathError(CorpusError):
    """A path that was asked for by name does not exist."""

    kind = "no-such-path"
    sentence = "There is nothing at {path}."
    hint = "Check the spelling of the path."


class UnopenedPageError(CorpusError):
    """The system would not let us read: rights, a disk fault, a broken archive."""

    kind = "unopened"
    sentence = "could not be opened: {reason}"


class EmptiedFolderError(UnopenedPageError):
    """A folder from which pages came, and in which there are none now, as where its disk is not there."""

    kind = "emptied-folder"
    sentence = (
        "holds no page any more; what came from its pages ({count}) stays in the index. If it is to go, "
        "delete the folder and index the one above it"
    )


class NotAPageError(CorpusError):
    """A file of a kind that no reader takes; ``count``, where there is one, says how many of the kind there are."""

    kind = "not-a-page"
    sentence = "is of a kind that is not read ({suffix})"


class NotAFileError(CorpusError):
    """A pipe, a device or a socket."""

    kind = "not-a-file"
    sentence = "is not a plain file"


class LinkedFolderError(NotAFileError):
    """A link that leads to a folder."""

    kind = "linked-folder"
    sentence = "is a link to a folder, and such are not followed; name it to read what lies behind it"


class EmptyPageError(CorpusError):
    """Nothing to read."""

    kind = "empty"
    sentence = "holds no article text"


class BinaryPageError(CorpusError):
    """Bytes that are no text."""

    kind = "binary"
    sentence = "is not text (a NUL byte stands at byte {at})"


class EncodingError(CorpusError):
    """Text that is not UTF-8, and in no other encoding beyond doubt."""

    kind = "encoding"
    sentence = "is not UTF-8 text (byte {at} fits no character), and reads as Vietnamese in no other encoding"


class GarbledTextError(CorpusError):
    """Accents piled on one letter, as in no text; to compose them would take time without end."""

    kind = "garbled"
    sentence = "piles more than {most} accents on one letter, which no text does"


class OversizedPageError(CorpusError):
    """More bytes than one article can have."""

    kind = "oversized"
    sentence = "is larger than {limit} MiB, more than one article can be"


class TooManyWordsError(CorpusError):
    """More different words than any text has."""

    kind = "too-many-words"
    sentence = "has more than {limit} different words, as no text has"


class NoArticleError(CorpusError):
    """A page of HTML that is there for something else: a list of articles, a frame, a video, a message."""

    kind = "no-article"
    sentence = "is a web page without an article"


class UnwieldyPageError(CorpusError):
    """A page of HTML of more elements than can be looked at in a reasonable time."""

    kind = "unwieldy"
    sentence = "has more than {most} elements, which no web page with an article has"


class BrokenArchiveError(CorpusError):
    """A compressed file that ends early or does not decompress."""

    kind = "broken-archive"
    sentence = "does not decompress to its end: {reason}"


class BombError(CorpusError):
    """Bytes that go on for ever when unpacked: made to fill a memory or a disk, or at any rate no text."""

    kind = "bomb"
    sentence = "unpacks to more than {times} times its size, which no text does"


class PackingError(CorpusError):
    """A member of a zip archive that is packed in a way of which we know nothing."""

    kind = "packing"
    sentence = "is packed in a way that is not read (method {method})"


class EncryptedMemberError(CorpusError):
    """A member of an archive for which one would need a password."""

    kind = "encrypted"
    sentence = "is encrypted"


class UnsafeNameError(CorpusError):
    """A member of an archive whose name is an absolute path, leads upwards, or is no name."""

    kind = "unsafe-name"
    sentence = "has a name that leads out of the archive"


class NestedArchiveError(CorpusError):
    """An archive in an archive in an archive, and so on."""

    kind = "nested-archive"
    sentence = "lies deeper than {most} archives inside one another"


class OversizedArchiveError(CorpusError):
    """A zip archive inside a compressed one, which has to be held in memory, and is too large for that."""

    kind = "oversized-archive"
    sentence = "is a zip archive of more than {limit} MiB inside another archive"


class BrokenRowError(CorpusError):
    """A row of a table that does not fit its header or is badly quoted."""

    kind = "broken-row"
    sentence = "is no row of this table: {reason}"


class BrokenRecordError(CorpusError):
    """A line, a file or a part of a list that should be a JSON object and is none."""

    kind = "broken-record"
    sentence = "is not a JSON object: {reason}"


class RecordWithoutTextError(CorpusError):
    """A record in which no known field holds the article's text."""

    kind = "no-text-field"
    sentence = "has no text under body, text or content (its fields: {fields})"


class MoreFaultsError(CorpusError):
    """Too many faults in one file to name each."""

    kind = "more-faults"
    sentence = "has {count} more faults like these"


class UndatedError(CorpusError):
    """Fields for dates that hold none: of one record, or of all in a file, with what stands in the first of them.

    It costs no article: each is read, and has no date.
    """

    kind = "undated"
    sentence = "has dates that are not understood ({count}, such as {example}); these articles are undated"


class WrongFieldError(CorpusError):
    """A record's field that holds another kind of value than it must."""

    kind = "wrong-field"
    sentence = "has a field {field} that is no usable text"
