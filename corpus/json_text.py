"""JSON to records."""

from __future__ import annotations

import json
from collections.abc import Mapping

from corpus.decode import decode
from corpus.errors import BrokenRecordError

_KINDS = {list: "a list", str: "a text", int: "a number", float: "a number", bool: "a truth value", type(None): "null"}


def parse_record(content: bytes) -> tuple[Mapping[str, object], str | None]:
    """The object that the bytes are as JSON, and their encoding if it is not UTF-8.

    Raises ``BrokenRecordError`` and what ``decode`` raises.
    """
    try:
        decoded = decode(content)
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
