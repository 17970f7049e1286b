"""Tables: one article a row, the fields named by the first one, as spreadsheets and data sets write them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from functools import partial
from io import BufferedReader, StringIO

from corpus import file_kinds
from corpus.article import Article
from corpus.decode import decode
from corpus.errors import BrokenRowError, CorpusError, EmptyPageError, OversizedPageError, RecordWithoutTextError
from corpus.long_lines import lines_of
from corpus.pages import PageFile, Skipped
from corpus.reader import Entry
from corpus.record import LARGEST_RECORD, fact_of, read_record

_DELIMITERS = ",;\t|"

MOST_LINES = 100_000
"""Lines of a row; an article has as many at the most."""

_READ_AGAIN = 2
"""How often, on the whole, what was read may be read again behind rows that turn out to be none."""

_A_LINE = 64
"""What reading a line takes, however short it is, in bytes that are read in the same time."""


class TableReader:
    """Reads ``.csv`` and ``.tsv``: a row, an article; a bad row is named by its line, and the next one read."""

    suffixes: tuple[str, ...] = file_kinds.TABLES

    def takes(self, name: str, opening: bytes) -> bool:
        return name.endswith(self.suffixes)

    def entries(self, stream: BufferedReader, page: PageFile) -> Iterator[Entry]:
        lines = _Lines(stream)
        header, delimiter = _read_header(lines)
        while lines.go_on():
            if lines.pass_blank():
                continue
            number = lines.number
            try:
                cells = _read_row(lines, delimiter, len(header))
            except CorpusError as error:
                yield partial(iter, [Skipped(f"{page.shown}, line {number}", error)])
                continue
            if any(cell.strip() for cell in cells):
                yield partial(_read, header, cells, number, page, lines.encoding)


def _read(
    header: Sequence[str], cells: Sequence[str], number: int, page: PageFile, encoding: str | None
) -> Iterator[Article | Skipped]:
    try:
        yield from read_record(_record(header, cells), f"{page.name}#{number}", page.shown, encoding)
    except CorpusError as error:
        yield Skipped(f"{page.shown}, line {number}", error)


class _Lines:
    """The lines of a file, some of which may be read again, but not so many that the time goes with their square."""

    def __init__(self, stream: BufferedReader) -> None:
        self._lines = lines_of(stream, LARGEST_RECORD)
        self._again: deque[tuple[int, bytes | None]] = deque()
        self._left = _READ_AGAIN * LARGEST_RECORD
        self.encoding: str | None = None

    def go_on(self) -> bool:
        """Whether there is another line. Raises what the stream raises."""
        if not self._again and (following := next(self._lines, None)) is not None:
            self._again.append(following)
            self._left += _READ_AGAIN * len(following[1] or b"")
        return bool(self._again)

    def pass_blank(self) -> bool:
        """Goes on behind the next line where nothing stands in it; whether it did."""
        is_blank = self._again[0][1] in (b"\n", b"\r\n")
        if is_blank:
            self._again.popleft()
        return is_blank

    @property
    def may_go_back(self) -> bool:
        """Whether more lines may be taken than the next one, to see whether they belong to its row."""
        return self._left > 0

    @property
    def number(self) -> int:
        """The number of the line that comes next."""
        return self._again[0][0]

    def decoded(self, content: bytes) -> str:
        """The text of some lines, of which the encoding is kept. Raises what ``decode`` raises."""
        decoded = decode(content)
        self.encoding = decoded.unusual
        return decoded.text

    def take(self) -> tuple[int, bytes | None]:
        return self._again.popleft()

    def put_back(self, lines: Sequence[tuple[int, bytes | None]]) -> None:
        self._again.extendleft(reversed(lines))
        self._left -= sum(_A_LINE + len(line or b"") for _, line in lines)


def _read_header(lines: _Lines) -> tuple[list[str], str]:
    """The names of the fields, and what parts them: of the usual delimiters the one that gives most known names."""
    while lines.go_on():
        first = lines.take()
        if first[1] is None:
            raise OversizedPageError(limit=LARGEST_RECORD >> 20)
        if not first[1].strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        line = decode(first[1]).text
        cuts = {delimiter: _cut(line, delimiter) or [] for delimiter in _DELIMITERS}
        delimiter = max(cuts, key=lambda mark: (sum(map(_is_known, cuts[mark])), len(cuts[mark])))
        lines.put_back([first])
        header = [name.strip("\ufeff \t") for name in _read_row(lines, delimiter, None)]
        if not {"text", "lead"} & {fact_of(name) for name in header}:
            raise RecordWithoutTextError(fields=", ".join(name[:40] for name in header[:12] if name) or "none")
        return header, delimiter
    raise EmptyPageError()


def _is_known(name: str) -> bool:
    return fact_of(name[:80]) is not None


def _read_row(lines: _Lines, delimiter: str, width: int | None) -> list[str]:
    """The cells of the row that begins at the next line; ``width`` is how many there must be.

    Where no row begins there, only that line is used up: a quotation mark without a partner spoils its own row alone.
    Raises ``CorpusError``.
    """
    taken: list[tuple[int, bytes | None]] = []
    try:
        cells = _checked(_first_row(_taken(lines, taken), delimiter), width)
    except CorpusError:
        lines.put_back(taken[1:])
        line = taken[0][1] if taken else None
        if delimiter == "\t" and line is not None:  # tables with tabs are also written without any quoting
            cells = decode(line).text.rstrip("\r\n").split(delimiter)
            if len(cells) == width:
                return cells
        raise
    content = b"".join(line for _, line in taken if line is not None)
    if content.isascii() and b"\0" not in content:
        return cells
    return _checked(_first_row(StringIO(lines.decoded(content), newline="\n"), delimiter), width)


def _taken(lines: _Lines, taken: list[tuple[int, bytes | None]]) -> Iterator[str]:
    """Takes line after line, as text that shows where cells begin and end, though not yet what is in them."""
    size = 0
    while lines.go_on() and (not taken or lines.may_go_back):
        if len(taken) == MOST_LINES:
            raise BrokenRowError(reason=f"it goes on over more than {MOST_LINES} lines")
        taken.append(lines.take())
        line = taken[-1][1]
        size += LARGEST_RECORD + 1 if line is None else len(line)
        if line is None or size > LARGEST_RECORD:
            raise OversizedPageError(limit=LARGEST_RECORD >> 20)
        yield line.decode("utf-8", "surrogateescape")


def _first_row(lines: Iterator[str], delimiter: str) -> list[str]:
    import csv

    if csv.field_size_limit() < LARGEST_RECORD:  # the limit is one for the whole process, and ours is that of a row
        csv.field_size_limit(LARGEST_RECORD)
    try:
        return next(csv.reader(lines, delimiter=delimiter, strict=True), [])
    except csv.Error as error:
        raise BrokenRowError(reason=str(error)) from error


def _cut(line: str, delimiter: str) -> list[str] | None:
    try:
        return _first_row(iter([line]), delimiter)
    except BrokenRowError:
        return None


def _checked(cells: list[str], width: int | None) -> list[str]:
    """The cells, if they are as many as there must be; empty ones at the end do not count."""
    if width is None or len(cells) == width or not any(cells):
        return cells
    if len(cells) > width and not any(cells[width:]):
        return cells[:width]
    raise BrokenRowError(reason=f"it has {len(cells)} cells in the place of {width}")


def _record(header: Sequence[str], cells: Sequence[str]) -> dict[str, object]:
    """The row's fields; of two with one name the first counts."""
    return dict(zip(reversed(header), reversed(cells), strict=False))
