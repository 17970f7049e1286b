"""What can be wrong with an index, as the errors of this room."""

from __future__ import annotations

from corpus.errors import TimbaoError


class IndexStoreError(TimbaoError):
    """An index cannot be opened, read or written."""

    kind = "index"


class MissingIndexError(IndexStoreError):
    """No index where one was looked for."""

    kind = "no-index"
    sentence = "There is no index in {path}."
    hint = "Make one with: timbao index PAGES (and the same --index, if you gave one)."


class IndexVersionError(IndexStoreError):
    """An index that another version wrote."""

    kind = "index-version"
    sentence = "The index in {path} has format {found}; this timbao reads format {wanted}."
    hint = "Build it anew from all its pages: timbao index --rebuild PAGES."


class LockedIndexError(IndexStoreError):
    """Another run is writing."""

    kind = "locked"
    sentence = "Another run is writing to the index in {path}."
    hint = "Wait until it has ended, then start this one again."


class OccupiedFolderError(IndexStoreError):
    """A folder with other people's files where an index was to be made."""

    kind = "occupied"
    sentence = "{path} holds other files and no index, so none is made there."
    hint = "Name an empty or a new folder with --index."


class DamagedIndexError(IndexStoreError):
    """Files of an index that do not read as they were written."""

    kind = "damaged"
    sentence = "The index in {path} cannot be read: {reason}"
    hint = "Build it anew from all its pages: timbao index --rebuild PAGES."


class UnreadableIndexError(IndexStoreError):
    """The system would not let us read: rights, too many open files, a disk that fails."""

    kind = "unreadable"
    sentence = "The system does not let us read the index in {path}: {reason}"
    hint = "The index itself may be whole. Mend the rights or the disk, or close other programs, then try again."


class UnwritableIndexError(IndexStoreError):
    """The system would not let us write: rights, a full disk."""

    kind = "unwritable"
    sentence = "The index in {path} could not be written: {reason}"
    hint = "What was in it before is still there. Make room or mend the rights, then run again."


class NoRoomError(IndexStoreError):
    """The system gave no room for a temporary file."""

    kind = "no-room"
    sentence = "There is no room for temporary files in {path}: {reason}"
    hint = "The index is as it was. Make room, or name another folder with the variable TMPDIR, then run again."


class MissingModelError(IndexStoreError):
    """The word model cannot be read."""

    kind = "no-model"
    sentence = "The word model of pyvi cannot be read: {reason}"
    hint = "Install the pyvi that timbao asks for: pip install pyvi==0.1.1."
