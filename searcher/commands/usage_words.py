"""The words of the command-line library itself, in Vietnamese: headings of the help, and what it says of options.

The library looks its words up with ``gettext``, which reads compiled files alone; here its lookup is replaced by ours,
and what it makes of the names of values (``QUERY``) is translated as it comes.
A sentence that it words otherwise in another version is shown in English.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

import click

from searcher.messages import is_vietnamese

VIETNAMESE: Mapping[str, str] = {
    "Usage:": "Cách dùng:",
    "Options": "Tùy chọn",
    "Show this message and exit.": "Hiện hướng dẫn này.",
    "Show the version and exit.": "Hiện số phiên bản.",
    "%(prog)s, version %(version)s": "%(prog)s, phiên bản %(version)s",
    "Error: {message}": "Lỗi: {message}",
    "Try '{command} {option}' for help.": "Xem hướng dẫn: {command} {option}",
    "No such command {name!r}.": "Không có lệnh {name!r}.",
    "No such option {name!r}.": "Không có tùy chọn {name!r}.",
    "Did you mean {possibility}?": "Có phải ý bạn là {possibility}?",
    "(Did you mean one of: {possibilities}?)": "(Có phải ý bạn là một trong: {possibilities}?)",
    "Missing command.": "Thiếu tên lệnh.",
    "Missing argument": "Thiếu tham số",
    "Missing option": "Thiếu tùy chọn",
    "Invalid value: {message}": "Giá trị không hợp lệ: {message}",
    "Invalid value for {param_hint}: {message}": "Giá trị không hợp lệ cho {param_hint}: {message}",
    "Could not open file {filename!r}: {message}": "Không mở được tệp {filename!r}: {message}",
    "Got unexpected extra argument ({args})": "Thừa tham số ({args})",
    "Got unexpected extra arguments ({args})": "Thừa các tham số ({args})",
    "Option {name!r} does not take a value.": "Tùy chọn {name!r} không nhận giá trị.",
    "Option {name!r} requires an argument.": "Tùy chọn {name!r} cần một giá trị.",
    "Choose from:\n\t{choices}": "Chọn một trong:\n\t{choices}",
    "{value!r} is not {choice}.": "{value!r} không phải là {choice}.",
    "{value!r} is not one of {choices}.": "{value!r} không thuộc {choices}.",
    "{value} is not in the range {range}.": "{value} không nằm trong khoảng {range}.",
    "{value!r} is not a valid {number_type}.": "{value!r} không phải là số hợp lệ{number_type:.0}.",  # its English name
    "{name} {filename!r} does not exist.": "{name} {filename!r} không tồn tại.",
    "{name} {filename!r} is a file.": "{name} {filename!r} là một tệp.",
    "{name} {filename!r} is a directory.": "{name} {filename!r} là một thư mục.",
    "{name} {filename!r} is not readable.": "{name} {filename!r} không đọc được.",
    "file": "tệp",
    "directory": "thư mục",
    "path": "đường dẫn",
}

VALUES: Mapping[str, str] = {
    "ARGS": "THAM SỐ",
    "COMMAND": "LỆNH",
    "DATE": "NGÀY",
    "FILE": "TỆP",
    "ID": "MÃ",
    "OPTIONS": "TÙY CHỌN",
    "PATH": "ĐƯỜNG DẪN",
    "QUERY": "TRUY VẤN",
    "TEXT": "CHỮ",
}
"""What stands in usages for what is to be typed."""

_MODULES = ("core", "decorators", "exceptions", "formatting", "parser", "types")


def translate_usage() -> None:
    """Lets the library speak the language that was chosen, from now on."""
    for name in _MODULES:
        module = importlib.import_module(f"click.{name}")
        for looking_up, ours in (("_", _words), ("ngettext", _counted)):
            if hasattr(module, looking_up):
                setattr(module, looking_up, ours)
    for taker in (click.Command, click.Group):
        _translate(taker, "collect_usage_pieces", lambda pieces: [*map(_value, pieces)])
    for parameter in (click.Parameter, click.Argument):
        _translate(parameter, "make_metavar", _value)


def _translate(owner: type, method: str, translated: Callable[[Any], Any]) -> None:
    """Has a method give in Vietnamese what it gives."""
    original = getattr(owner, method)
    setattr(owner, method, wraps(original)(lambda *given, **named: translated(original(*given, **named))))


def _value(usage: str) -> str:
    return re.sub("[A-Z]{2,}", lambda word: VALUES.get(word[0], word[0]), usage)


def _words(sentence: str) -> str:
    return VIETNAMESE.get(sentence, sentence) if is_vietnamese() else sentence


def _counted(one: str, many: str, count: int) -> str:
    return _words(one if count == 1 else many)
