"""JSON to records."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from corpus.decode import decode
from corpus.errors import BrokenRecordError

MOST_VALUES = 500_000
"""Texts, numbers, lists and objects of a record. An empty list is three characters of a file and 72 bytes of memory, a
list in a list 100 for two characters; with so many a record takes some 100 MB. Articles have a few hundred."""

_TEXT = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)', re.DOTALL)
"""One that does not end as well, so that none is gone through twice."""

_KINDS = {list: "a list", str: "a text", int: "a number", float: "a number", bool: "a truth value", type(None): "null"}


def parse_record(content: bytes) -> tuple[Mapping[str, object], str | None]:
    """The object that the bytes are as JSON, and their encoding if it is not UTF-8.

    Raises ``BrokenRecordError`` and what ``decode`` raises.
    """
    try:
        decoded = decode(content)
        if _most_values(decoded.text) > MOST_VALUES and _most_values(_TEXT.sub("", decoded.text)) > MOST_VALUES:
            raise BrokenRecordError(reason=f"it holds more than {MOST_VALUES:,} values")
        record = json.loads(decoded.text)
    except json.JSONDecodeError as error:
        raise BrokenRecordError(reason=f"{error.msg} at character {error.pos + 1}") from None
    except RecursionError as error:
        raise BrokenRecordError(reason="it is nested too deep") from error
    except ValueError as error:  # a number of thousands of digits
        raise BrokenRecordError(reason="it holds a number beyond measure") from error
    if not isinstance(record, dict):
        raise BrokenRecordError(reason=f"it is {_KINDS.get(type(record), 'something else')}")
    return record, decoded.unusual


def _most_values(text: str) -> int:
    """How many values JSON may hold at most: each stands behind a comma, or first in a list or an object.

    What marks its texts hold are counted with it; where they are too many it is counted again without its texts.
    """
    return sum(map(text.count, ",[{"))
