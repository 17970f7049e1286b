"""Standard input, output and error, whatever they are when the program begins."""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress


def ready_streams() -> None:
    """Makes the streams take any text, also in an encoding without accents, or where they are closed.

    A result that cannot be written is an error; what is said beside it is not worth one.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - open until the process ends
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(_Closed(), "utf-8", write_through=True)
    elif isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - likewise
    elif isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr = _Beside(sys.stderr.buffer, sys.stderr.encoding, "backslashreplace", line_buffering=True)


class _Closed(io.RawIOBase):
    """Standard output that was closed before the program began."""

    def writable(self) -> bool:
        return True

    def write(self, content: object, /) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


class _Beside(io.TextIOWrapper):
    """What is said beside a result: where it cannot be written, it is not said."""

    def write(self, text: str, /) -> int:
        with suppress(OSError):
            return super().write(text)
        return len(text)

    def close(self) -> None:
        """Leaves open what it writes to, which is not its own."""
        self.flush()

    def flush(self) -> None:
        with suppress(OSError):
            super().flush()
