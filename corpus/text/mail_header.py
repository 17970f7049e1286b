"""The header of a letter by which a page was sent: whom it is from and to, its subject, the day.

Nothing of it is the article. The subject may hold the title, or be all that is left of it, and a newsletter is dated by
its letter: both stay, a line each, as what stands above an article on any page. The day on which somebody forwarded a
page says nothing of it.
"""

from __future__ import annotations

import re

_FIELD = re.compile(
    r"(?P<name>from|to|cc|bcc|date|sent|subject|reply-to|sender|return-path|message-id|mime-version|content-[a-z-]+"
    r"|received|delivered-to|list-[a-z-]+|x-[a-z-]+|từ|đến|tới|người gửi|người nhận|gửi lúc|ngày gửi|ngày|chủ đề"
    r"|tiêu đề)"
    r"\s*:\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_SUBJECT = frozenset(("subject", "chủ đề", "tiêu đề"))
_DAY = frozenset(("date", "sent", "gửi lúc", "ngày gửi", "ngày"))
_FROM = frozenset(("from", "từ", "người gửi", "sender"))
_FORWARDED = re.compile(r"(?:re|fwd?|chuyển tiếp|trả lời)\s*:\s*", re.IGNORECASE)
_LIST = re.compile(r"\[[^\[\]]{1,60}\]\s*")
"""The name of the list or paper in front of a subject."""

_HANDED_ON = re.compile(
    r"^[^\S\n]*-{3,} ?(?:forwarded message|original message|thư (?:được )?chuyển tiếp|thư gốc) ?-{3,}[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""The line above what somebody forwards; above it stand his own words."""

_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
"""The line above a letter's signature and what a list of readers puts below it (RFC 3676, 4.3)."""

_LONGEST = 1000
_OPENING = 800
"""Characters below the header in which a title makes the subject needless, which is often in other words."""

_MAY_BE_TITLE = re.compile(r"(?!.*https?:)\s*[^\W\d_](?:\S+\s+){3,24}\S*[\w”\"?!]\s*$")
"""Words without a stop at the end."""

_MOST = 60
"""Lines of a header."""

_QUOTED = re.compile(r"(?:> ?)+")
_FEWEST_QUOTED = 8
_SHARE_QUOTED = 0.5
"""Of the lines of a letter that hold anything, those of another one that it hands on, at least."""


def _handed_on(text: str) -> str:
    """The lines of another letter in one, without the marks before them; else all of it."""
    if "\n>" not in text:
        return text
    lines = text.splitlines()
    quoted = [line for line in lines if line.startswith(">")]
    if len(quoted) < max(_FEWEST_QUOTED, _SHARE_QUOTED * sum(bool(line.strip()) for line in lines)):
        return text
    return "\n".join(_QUOTED.sub("", line, count=1) for line in quoted)


def without_mail_header(text: str) -> str:
    """The text below a letter's header, with its subject and its day on top; or all of it where there is none.

    Of a letter that hands on another, with a mark before each of that one's lines, nothing but those lines is left.
    """
    text = _handed_on(text)
    fields: dict[str, str] = {}
    begin = lines = 0
    while begin < len(text) and lines < _MOST:
        end = text.find("\n", begin) + 1 or len(text)
        line = text[begin:end]
        found = _FIELD.match(line.rstrip()) if len(line) < _LONGEST else None
        if found is not None:
            fields.setdefault(found["name"].lower(), found["value"])
        elif (not fields) if not line.strip() else (fields and line[0] in " \t"):
            pass  # nothing above the header yet; or a field goes on in a line that is set in
        else:
            break
        begin = end
        lines += 1
    if _FROM.isdisjoint(fields) or _SUBJECT.isdisjoint(fields):
        return text
    body = _SIGNATURE.split(_HANDED_ON.split(text[begin:], maxsplit=1)[-1], maxsplit=1)[0]
    subject = next(fields[name] for name in fields if name in _SUBJECT)
    title = _LIST.sub("", _FORWARDED.sub("", subject), count=1)
    day = next((fields[name] for name in fields if name in _DAY), "") if not _FORWARDED.match(subject) else ""
    if any(map(_MAY_BE_TITLE.match, body[:_OPENING].splitlines())):
        title = ""  # the page names itself
    return f"{title}\n\n{day}\n\n{body}"
