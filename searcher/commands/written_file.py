"""A file that a command was asked to write: whole, or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from searcher.errors import UnwritableFileError

STANDARD_OUTPUT = "-"


def write_file(name: str, lines: Iterable[str]) -> None:
    """Writes lines in UTF-8 to a file, or for ``-`` to standard output.

    They are written beside it first, so that nobody ever sees a part of it, and what stood there before stays where
    this fails. What is no file, such as a device, is written to as it is. Raises ``UnwritableFileError``.
    """
    if name == STANDARD_OUTPUT:
        sys.stdout.flush()
        sys.stdout.buffer.writelines(f"{line}\n".encode() for line in lines)
        return
    try:
        path = Path(name).resolve()
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if path.exists() and not path.is_file():
            _write(path, os.O_WRONLY, lines)
        else:
            _replace(path, lines)
    except (OSError, ValueError, RuntimeError) as error:  # a name with a NUL, a link that leads to itself
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnwritableFileError(path=name, reason=reason) from error


def _replace(path: Path, lines: Iterable[str]) -> None:
    draft = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}")
    try:
        _write(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, lines)
        if path.exists():
            draft.chmod(path.stat().st_mode & 0o777)
        draft.replace(path)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def _write(path: Path, flags: int, lines: Iterable[str]) -> None:
    with os.fdopen(os.open(path, flags, 0o666), "w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
