"""Which body, paper or document speaks? Its name at the beginning of a text, or where only its kind stands there
(``tổ chức này``, ``thông báo``), the one that the article named before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.speech.capital_words import is_acronym, is_vietnamese
from corpus.speech.passage import BLANK
from corpus.speech.patterns import LOWER, UPPER, either
from corpus.speech.words import AGENCIES, AUXILIARIES, AUXILIARY, BODIES, PLACES, SAID


@dataclass(frozen=True, slots=True)
class Body:
    """A body, a paper or a document that speaks in its own name; with ``is_named`` false only what kind of one it is
    (``tổ chức này``, ``thông báo``), which the article named before."""

    name: str
    is_named: bool = True


_PLACE = re.compile(rf"{PLACES}(?!\w)")
_BODY_ENDS = frozenset(
    """
    đã cũng vừa sẽ đang thì còn từng phải hôm ngày sáng chiều này về có dẫn cho vẫn liên mới luôn thường vào chưa chỉ
    tiếp lại khá rất trên được bị
    """.split()
)
_IN_NAMES = either(
    "chỉ huy, chỉ đạo, thường vụ, thường trực, tiếp công dân, tiếp dân, liên minh, liên quân, liên ngành"
)
"""Words of names, beginning as what ends one (``Sở chỉ nói``, ``Ban chỉ huy``)."""
_ENDS_NAME = re.compile(rf"\s(?!{_IN_NAMES})(?:{'|'.join(sorted(_BODY_ENDS))})(?![^\s,;:])")
_DOCUMENTS = either(
    """
    Quyết định, Thông báo, Nghị quyết, Công văn, Nghị định, Thông tư, Chỉ thị, Kết luận, Công điện, Luật, Bộ luật
    """
)
_DOCUMENT = re.compile(
    "(?:báo cáo|thông báo|thông cáo|văn bản|cáo trạng|bản án|công văn|tài liệu)(?! viên)(?!\\w)", re.IGNORECASE
)
_WRITTEN = re.compile(
    "(?:(?:bức |lá )?thư|tuyên bố|bản tin|bài báo|bài viết|(?:bài )?xã luận|lời kêu gọi)(?= )", re.IGNORECASE
)
"""What somebody wrote, which does not speak by itself."""

_WRITES = re.compile(r"\s(?:(?:có đoạn )?viết|có đoạn|nêu|nêu rõ|ghi|ghi rõ|nói|cho biết|nhấn mạnh|khẳng định)(?!\w)")
_NUMBERED = re.compile(rf"{_DOCUMENTS}(?: [^\W\d_]+){{0,5}}? (?:số|năm)? ?\d\S*")
_INITIALS = re.compile(rf"(?P<name>[{UPPER}]{{2,7}})(?![\w.-])\s*(?P<rest>.*)$")
_WRITINGS = either(
    """
    báo cáo, bản báo cáo, thông cáo, thông cáo báo chí, bài viết, bức thư, nghị quyết, thông báo, phác đồ,
    văn bản, thống kê, quy định, kết luận, nghiên cứu, phía, số liệu,
    công bố, tuyên bố, thư
    """
)
_DOCUMENT_OF = re.compile(
    rf"^{_WRITINGS}(?: [^\W\d_]+){{0,3}}?(?: số \S+)? (?:của|(?<=thông báo )từ)\s+|^phía\s+", re.IGNORECASE
)
_UNNAMED_BODY = re.compile(
    "Báo|Tờ|Tờ báo|Nhật báo|Hãng|Hãng tin|Đài|Trang|Tạp chí|Công ty|Cơ quan|Trường|Quỹ|Hội|Tổ chức|Nghị định|Thông tư"
    "|Nghị quyết|Công văn|Thông báo|Báo cáo"
)
"""What a sentence may begin with in the place of a body's name."""

_CAPITAL = re.compile(f"[{UPPER}]")
_BODY = re.compile(rf"(?<!\w){BODIES.pattern}", re.IGNORECASE)
_NO_MORE_NAME = re.compile(
    r"\s(?:số ra|(?<!Người )đưa|ngay|sau đó|trước đó|(?<!Hàng )(?<!hàng )không(?! quân| gian| lưu)|"
    r"cố gắng|tiến hành|ban hành|nhóm họp|thu phí|lấy phiếu|"
    rf"trong|khi|ra|gửi|phát (?=thông|tin|đi)|(?<![Bb]an )tổ chức|điện (?:xuống|về|lên|cho)|của (?=[{LOWER}]))"
)
_PAPER = re.compile(
    rf"(?:tờ(?: báo)?|hãng (?:tin|thông tấn)(?! {PLACES}(?!\w))|nhật báo|tuần báo|trang tin"
    rf"|(?-i:trang|công ty|quỹ|hãng))\s+(?=(?-i:[{UPPER}]))",
    re.IGNORECASE,
)
"""What a paper is, which is no part of its name."""

_KINDS_OF_HOUSES = frozenset(("Trang", "Hãng"))
"""The same where a sentence begins, before a foreign name: ``Trang`` may be somebody's."""

_NAME_ENDS = re.compile(rf"\s*(?:[,(]|(?:{AUXILIARIES}\s)*{SAID.pattern})", re.IGNORECASE)
_APART = ("tờ ", "hãng ", "quỹ ", "đài ")
_PRESS = re.compile("tờ báo|tờ|báo|nhật báo|hãng (?:tin|thông tấn)|hãng|tạp chí|trang|đài", re.IGNORECASE)
_PAPERS_WORDS = re.compile("bản tin|bài báo|bài viết|(?:bài )?xã luận", re.IGNORECASE)
_OF_PAPER = re.compile(
    r"(?i:bài báo|(?:bài )?xã luận|bài bình luận|bản tin) (?:của|trên)(?: (?:tờ|báo|tạp chí|trang|hãng tin|hãng))?"
    rf" (?P<name>[{UPPER}]\w+(?: [{UPPER}]\w+){{0,3}})(?!\w)"
)
_POINTS = re.compile(r"^(?: báo chí)?(?: nói trên| này| trên| đó)?(?!\w)")
"""What points from a document to the one that was named (``công văn trên``), or tells for whom it is."""

_POINTING = frozenset(("này", "trên", "ấy", "đó"))
_LONGEST_BODY = 15
"""Words of a body's name."""

_SIGN = re.compile(r"[,;:(]")


_SPEAKS_FOR = re.compile(
    r"(?:(?:một|vị|các|nữ|nam) )*"
    r"(?:đại diện|người đại diện|phát ngôn viên|người phát ngôn|phát ngôn|(?P<heads>lãnh đạo))(?: của| cho)? "
    r"(?:(?:chủ đầu tư|CĐT)(?: dự án)?,? (?:là )?)?",
    re.IGNORECASE,
)
_HOUSES = re.compile(
    r"(?:khách sạn|nhà hàng|siêu thị|cửa hàng|nhóm|thương hiệu|nhà xuất bản|nhà sản xuất|chuỗi|sân bay|bến xe|giải"
    r"|chính quyền|giới chức|đoàn|tổ|hội đồng|phía|hãng)(?!\w)"
)
"""What has a name and may have somebody who speaks for it, but hardly ever speaks in its own."""

_ONE_NAME = re.compile(rf"[{UPPER}][\w&-]+(?! [{UPPER}])")


def body(text: str) -> Body | None:
    """The body, paper or document at the beginning of a text, by the name with a capital in it."""
    text = text.strip(" ,–-")
    is_party = text.lower().startswith("phía ")
    text = _DOCUMENT_OF.sub("", text)
    if found := _NUMBERED.match(text):
        return Body(found[0].rstrip(",;:."))
    if (found := _INITIALS.match(text)) and AUXILIARY.match(found["rest"] or "đã"):
        return Body(found["name"])
    if found := AGENCIES.match(text):
        return Body(found[0])
    if (found := _OF_PAPER.match(text)) and AUXILIARY.match(text[found.end() :].strip() or "đã"):
        return Body(found["name"])
    verb = SAID.search(text)
    if place := _PLACE.match(text):
        rest = text[place.end() : verb.start() if verb else None].strip()
        return Body(place[0]) if not rest or AUXILIARY.match(rest) else None
    if not (BODIES.match(text) or (is_party and text[:1].isupper())):
        return None
    return _named(text, verb)


def represented(text: str) -> Body | None:
    """The body for which somebody speaks who stands at the beginning of a text (``đại diện Bộ X``), by its name."""
    who = _SPEAKS_FOR.match(text)
    if who is None:
        return None
    behind = text[who.end() :].strip(" ,–-")
    is_body = BODIES.match(behind) or _HOUSES.match(behind) or is_acronym(behind.partition(" ")[0])
    if who["heads"] and not is_body:
        return None  # ``lãnh đạo Triều Tiên`` is who leads the country
    if (found := body(behind)) is not None:
        return found if found.is_named else None
    if _HOUSES.match(behind):
        return _named(behind, SAID.search(behind))
    name = _ONE_NAME.match(behind)
    return Body(name[0]) if name and (is_acronym(name[0]) or not is_vietnamese(name[0])) else None


def _named(text: str, verb: re.Match[str] | None) -> Body | None:
    """The body that a text begins with, by its name up to the verb and to what else is no part of it."""
    ahead = (text[: verb.start()] if verb else text).split()
    name = _ENDS_NAME.split(" ".join(ahead), maxsplit=1)[0]
    name = _SIGN.split(_NO_MORE_NAME.split(name, maxsplit=1)[0], maxsplit=1)[0].strip()
    if BODIES.fullmatch(name) or _UNNAMED_BODY.fullmatch(name):
        return Body(name, is_named=False) if _is_kind_alone(name, ahead[len(name.split()) :]) else None
    name = _PAPER.sub("", name)
    kind, _, rest = name.partition(" ")
    if kind in _KINDS_OF_HOUSES and rest[:1].isupper() and not is_vietnamese(rest.split()[0]):
        name = rest
    if _CAPITAL.search(name) and BLANK not in name and len(name.split()) <= _LONGEST_BODY:
        return Body(name)
    press = _PRESS.match(name)
    return Body(press[0], is_named=False) if press and press[0] == "tờ báo" else None


def _is_kind_alone(name: str, rest: list[str]) -> bool:
    """Whether a kind of body is all that stands before the verb; a lone capital word may be a name (``Trang``)."""
    if rest and rest[0] in _POINTING:
        return True
    is_name = name[:1].isupper() and " " not in name and _UNNAMED_BODY.fullmatch(name) is not None
    return not is_name and all(word.strip(",;:") in _BODY_ENDS for word in rest)


def bodies(text: str) -> Iterator[tuple[str, Body]]:
    """The bodies named in a text, each with the words from where it stands."""
    for found in _BODY.finditer(text):
        behind = text[found.start() :]
        is_joined = text[: found.start()].rstrip()[-1:].isalnum() and not behind.startswith(_APART)
        if is_joined and found[0].islower() and " " not in found[0]:
            continue  # the second half of a word (``cảnh báo``)
        if (named := body(behind)) is not None and named.is_named and not _DOCUMENT.match(named.name):
            at = behind.find(named.name) + len(named.name)
            is_whole = _NAME_ENDS.match(behind, at) and _CAPITAL.search(named.name, 1)
            if name := named.name if is_whole else _without_rest(named.name.split()):
                yield behind, Body(name)


def _without_rest(words: list[str]) -> str:
    """A body's name without what a sentence says behind it; empty where only its first word has a capital.

    It ends with a capital word, or with the second half of one (``Trung ương``).
    """
    last = next((at for at in range(len(words) - 1, -1, -1) if words[at][:1].isupper()), 0)
    if last == 0 and len(words) > 1:
        return ""
    is_half = (last == 1 or not words[last - 1][:1].isupper()) and not _PLACE.fullmatch(words[last])
    return " ".join(words[: last + (2 if is_half else 1)]).rstrip(".,;:")


def is_document(source: Body) -> bool:
    """Whether a body is no more than a document in small letters (``báo cáo``)."""
    return bool(_DOCUMENT.fullmatch(source.name) and source.name.islower())


def meant(source: Body, sentence: str) -> Body | None:
    """The body of a sentence that is meant by its kind, or that wrote what is meant (``Bộ X ra tuyên bố …``)."""
    kind = source.name.lower()
    written = is_document(source) or _WRITTEN.match(kind + " ")
    if written and kind.rsplit(None, 1)[-1] not in sentence.lower():
        return None
    if is_document(source) and (at := sentence.lower().find(f"{kind} số ")) >= 0:
        number = sentence[at + len(kind) + 4 :].split(maxsplit=1)[:1]
        return Body(" ".join([sentence[at : at + len(kind) + 3], *number]).rstrip(".,;:)"))
    found = None
    for behind, named in bodies(sentence):
        is_paper = bool(_PRESS.match(behind)) and _PRESS.sub("", behind, count=1).lstrip()[:1].isupper()
        if written and (is_paper or not _PAPERS_WORDS.match(kind)):
            return named
        if (is_paper and _PRESS.match(kind)) or (not _PRESS.match(kind) and behind.lower().startswith(kind.split()[0])):
            found = named
    is_told = found is not None or not written or _PAPERS_WORDS.match(kind)
    return found if is_told else _speaking(sentence)


def _speaking(sentence: str) -> Body | None:
    """The body that a sentence begins with, also where it has no name of its own (``Ban tổ chức``)."""
    found = body(sentence)
    return found if found is not None and (found.is_named or speaks_alone(found)) else None


def speaks_alone(source: Body) -> bool:
    """Whether a body without a name is told well enough by what it is."""
    return " " in source.name and source.name[:1].isupper() and not _UNNAMED_BODY.fullmatch(source.name)


def place_at_start(text: str) -> Body | None:
    """The country or town that a sentence is about, as the body that speaks for it."""
    place = _PLACE.match(text)
    return Body(place[0]) if place and text[place.end() : place.end() + 2].lstrip()[:1].islower() else None


def document(text: str) -> Body | None:
    """The document at the beginning of a text that speaks by itself (``báo cáo nêu``), in small letters."""
    if (written := _WRITTEN.match(text)) and _WRITES.match(text, written.end()):
        return Body(written[0].lower(), is_named=False)
    found = _DOCUMENT.match(text)
    verb = SAID.search(text, found.end()) if found else None
    if found is None or verb is None or _NUMBERED.match(text):
        return None
    between = _POINTS.sub("", text[found.end() : verb.start()]).strip()
    return Body(found[0].lower()) if not between or AUXILIARY.match(between) else None


def without_document(text: str) -> int:
    """Where the text behind a document begins that speaks for somebody (``thông báo của Bộ …``); 0 without one."""
    found = _DOCUMENT_OF.match(text)
    return found.end() if found else 0
