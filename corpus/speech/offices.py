"""Which office stands with a name? What is written before it (``Chủ tịch xã``) and behind it (``, Chủ tịch xã,``).

An office before a name begins with the first word of office in the clause that ends there, and reaches to the name. One
behind it stands between commas or dashes, or in parentheses.
"""

from __future__ import annotations

import re

from corpus.speech.name_words import COMMON_FAMILY_NAMES
from corpus.speech.patterns import LOWER, UPPER, either, last_word, listed
from corpus.speech.sentences import is_abbreviated
from corpus.speech.words import ADDRESS, ADDRESS_WORDS, BODIES, OFFICE_WORDS, OFFICES, SAID

LONGEST_LOOK_BACK = 160
"""Characters before and behind a name in which its office stands."""

_ADDRESS_AHEAD = re.compile(rf"(?<!\w)(?<!hồ )(?<!đơn )(?<!thô )(?P<address>{ADDRESS})\s+$")
_ADDRESSES = frozenset(last_word(word) for word in listed(ADDRESS_WORDS))
_SCHOLAR = rf"[Nn]hà (?:[{LOWER}]+ ){{1,2}}học"
"""Whoever studies something (``nhà khí tượng học``)."""

_OFFICE_AHEAD = re.compile(rf"(?<!\w)(?:{OFFICES}|{_SCHOLAR})\s*[.:]?\s+$")
_OFFICES = frozenset(last_word(word) for word in [*listed(OFFICE_WORDS), "học"])
OFFICE = re.compile(rf"(?<!\w)(?:{OFFICES}|{_SCHOLAR})(?!\w)")
_BETWEEN_WORDS = either(
    """
    đã, sẽ, đang, vừa, được, khi, rằng, thì, mà, là, với, gặp, theo, sau, trước, hôm, ngày, nhưng, nếu, do,
    vì, để, như, từ, cùng, có, hỏi, nói, lẫn, tuyên bố, cho biết, cho rằng, trao đổi, gửi, yêu cầu, đề nghị, này, đó,
    thấy, nhìn, khiến, buộc, tặng, thăm, mời, phát biểu, khẳng định, nhấn mạnh, chia sẻ, bày tỏ, trả lời
    """
)
_BETWEEN = re.compile(
    rf"(?<!\w)(?:(?:{_BETWEEN_WORDS}|(?<!hàng )không(?! gian| quân)|(?<!chuyên gia )về(?! hưu)|bị(?! cáo| can))(?!\w)"
    rf"|và người đồng (?:cấp|nhiệm)|tại(?! (?-i:[{UPPER}]))|(?:của|ở|từ|ngụ|trú)$|của (?:các|những|nhiều)(?!\w))",
    re.IGNORECASE,
)
"""Words that stand between an office and a name only where the two are not of one person."""

_BEFORE_OFFICES = frozenset(("theo", "lời", "của", "cùng", "với", "và", "nguyên", "cựu", "là", "ông", "bà"))
"""Words before the first of two offices."""

_FAMILY = either(sorted(COMMON_FAMILY_NAMES))
_HOLDER = re.compile(rf"(?<!\w){_FAMILY}(?: [{UPPER}][{LOWER}]+){{2}}(?!\w)")
"""Another whole name, whose office stands before it (``Chủ tịch X thăm nghệ nhân …``)."""

_BOUND = re.compile(r"[,;:!?…()“”\"«»•\n.\-–—](?:(?<![.\-–—])|(?<=\.)(?!\w)|(?<=[\s\w][-–—])(?=\s)|(?<=^[-–—])(?=\s))")
"""A sign that ends a clause. All begin with one class of characters, so that the search leaps from one to the next."""

_APPOSITION = re.compile(
    r"\s{0,3}(?:\((?P<inside>[^()\n]{2,120})\)|(?:,|\s?[-–—]|:)\s+"
    r"(?P<behind>(?:[^,;:()“”\"•\n]|\([^()\n]{1,40}\)){3,140}?)"
    rf"(?=\s*(?:[,;:“”\"•\n]|\s[-–—]\s(?![{UPPER}][{LOWER}])|$)))"
)
_MAY_BE_APPOSITION = re.compile(
    r"\s{0,3}(?:\(|(?:,|\s?[-–—]|:)\s+[\s,;\-–]*(?:(?:là|hiện là) )?(?:(?:một|nguyên là) )?"
    rf"(?:{OFFICES}|người\s|(?i:sinh năm|sn)|\d))"
)
"""How an apposition begins where it gives an office: cheap to try, and most of what follows names is none."""

_SIGNS_OF_APPOSITION = frozenset("(,:-–—")
_LED_IN = re.compile(r"^(?:là |hiện là )?(?:một |nguyên là )?")
_SOMEBODY = re.compile(r"người\s")
_NO_MORE_WORDS = either(
    """
    đã, cũng, vừa, chỉ, đang, sẽ, thì, mới, còn, lại, vẫn, từng, liền, hôm, khi, trong khi, tại buổi, trong buổi,
    bị, được, phải, không, luôn
    """
)
_NO_MORE_OFFICE = re.compile(rf"\s(?!chỉ huy|(?<=[Hh]àng )không ){_NO_MORE_WORDS}(?!\w)|(?<!TP)(?<!Tp)[.!?](?:\s|$)")
_VERBS_OF_FATHERS = ("tuyên ", "công ", "phân ")
"""First halves of verbs whose second half is a word for kin (``tuyên bố``)."""

_BEFORE_ACCOUNTS = frozenset("các những nhiều triệu nghìn dư vào mở số".split())
"""Words before accounts with a bank, which are nobody's name on a site."""

_CARE_OF_VETERANS = "Thương binh và"
"""The second half of the name of a ministry and its offices (``… Lao động - Thương binh và Xã hội``)."""

_KIN_WORDS = either(
    """
    con, con trai, con gái, con dâu, con rể, vợ, chồng, mẹ, cha, bố, em trai, em gái, anh trai, chị gái, cháu, nhà,
    hàng xóm, bạn, vợ chồng
    """
)
_KIN = re.compile(rf"{_KIN_WORDS}$", re.IGNORECASE)
"""Before a form of address these make its bearer somebody's kin, and not the one spoken of: ``con gái bà Hựu``."""

_RANKS = either(
    """
    bác sĩ, bác sỹ, bs, y sĩ, y sỹ, ts, ths, pgs, gs, pgs.ts, gs.ts, tskh, tiến sĩ, tiến sỹ, thạc sĩ, thạc sỹ,
    giáo sư, phó giáo sư, võ sư, đại tá, thượng tá, trung tá, thiếu tá, đại tướng, thượng tướng, trung tướng,
    thiếu tướng, đại úy, thượng úy, trung úy, thiếu úy, đại uý, thượng uý, trung uý, thiếu uý, đô đốc, luật sư, kỹ sư,
    chuẩn đô đốc, ths.bs, ts.bs
    """
)
_RANK = re.compile(rf"(?:{_RANKS}|gs, ts|bs\.?\s?ckii?)(?: [^\W\d_]+){{0,4}}$", re.IGNORECASE)
"""Ranks and degrees: where an office stands with the name as well, that counts."""

_OF_HOLDER = re.compile(rf"\scủa\s{OFFICES}(?!\w)", re.IGNORECASE)
"""Whose somebody is, whose name stands behind it (``luật sư của Chủ tịch X``)."""

_LEADS_ON = re.compile(
    r"\s(?:trên|với|tới|qua|gửi|và)$|\s(?:cũng|cho biết|cho hay|cho rằng|nói rằng)(?!\w)", re.IGNORECASE
)
"""These tell where it was said, to whom, or of somebody else: ``tiền đạo này chia sẻ trên …``, ``HLV Bảy và …``."""

_AND_ANOTHER = re.compile(rf"(?<!\w){OFFICES}\s[^,;]*?[{UPPER}]\w*\svà\s{OFFICES}(?!\w)")
"""Two who hold an office each, the first of whom is named (``Chủ tịch X và Giám đốc Y``)."""

_OF_ANOTHER = (_BETWEEN, _HOLDER, _LEADS_ON, _OF_HOLDER, _AND_ANOTHER)
"""What tells that an office before a name is not of whoever bears it."""

_MOST_BEHIND_DASH = 6
"""Words of a body's name behind a dash inside it."""

_BODY_INSIDE = re.compile(rf"(?<!\w){BODIES.pattern}", re.IGNORECASE)
_AGE = re.compile(r"(?:sinh năm|sn|\d{1,3} tuổi)[^,;-]*", re.IGNORECASE)


def addressed(ahead: str) -> re.Match[str] | None:
    """The form of address that ends the text before a name, as the group ``address``."""
    return _ADDRESS_AHEAD.search(ahead) if last_word(ahead) in _ADDRESSES else None


def has_office(ahead: str) -> bool:
    """Whether the text before a name ends with a word of office."""
    return last_word(ahead) in _OFFICES and bool(_OFFICE_AHEAD.search(ahead))


def begins_with_office(text: str) -> bool:
    """Whether a text begins with a word of office."""
    return bool(OFFICE.match(text))


def is_rank(role: str) -> bool:
    """Whether an office is no more than a rank or a degree."""
    return bool(_RANK.match(role))


def office_before(text: str, start: int) -> tuple[int, str | None]:
    """Where what belongs to a name begins, and the office written before it."""
    low = max(start - LONGEST_LOOK_BACK, 0)
    bounds = _bounds(text, low, start)
    clause = bounds[-1][1] if bounds else low
    address = addressed(text[clause:start])
    begin = clause + address.start() if address else start
    for office in OFFICE.finditer(text, clause, begin):
        is_verb = text.endswith(_VERBS_OF_FATHERS, max(office.start() - 6, 0), office.start())
        if is_verb or text.startswith(_CARE_OF_VETERANS, office.start()):
            continue
        if office[0].lower() == "tài khoản" and last_word(text[low : office.start()]) in _BEFORE_ACCOUNTS:
            continue
        role = text[office.start() : begin].strip(" .:").removesuffix(" tên")
        if role and len(role.split()) <= 18 and not _is_of_another(role):
            if address and _KIN.search(role):
                return begin, None
            follows = bounds and not text[clause : office.start()].strip()
            first = _office_ahead(text, low, bounds[-1]) if follows else None
            if first is None:
                return office.start(), role
            return first, text[first : bounds[-1][0] if is_rank(role) else begin].strip(" .:")
    if bounds and (whole := _office_with_dash(text, bounds, low, begin)) is not None:
        return whole, text[whole:begin].strip(" .:")
    if not bounds or text[clause:begin].strip():
        return begin, None
    end = bounds[-1][0]
    if text[end] == ")" and (opened := text.rfind("(", low, end)) > 0:
        return office_before(text, opened)
    if end and text[end] in ", ":
        return begin, _office_of_clause(text[bounds[-2][1] if len(bounds) > 1 else 0 : end])
    return begin, None


def office_behind(text: str, end: int, *, is_closed: bool = False, may_end: bool = False) -> str | None:
    """The office written behind a name, between commas, dashes or in parentheses; ``is_closed`` asks that it is all
    that stands between them (``Theo bà Hạnh, chủ quán đã về``: somebody else), or with ``may_end`` all up to the end of
    the sentence (``mưa đã tạnh, theo bà Hạnh, chủ quán.``)."""
    found = _apposition(text, end)
    if found is None:
        return None
    role = _without_age(found)
    if found["behind"] and not role:  # an age, and behind it the office
        further = _apposition(text, found.end())
        role = _without_age(further) if further is not None else ""
    if not role:
        return None
    for cut in (_NO_MORE_OFFICE.search(role), SAID.search(role, 3)):
        if cut and is_closed and not (may_end and cut[0][0] in ".!?"):
            return None
        role = role[: cut.start()] if cut else role
    role = role.strip(" ,-–")
    is_office = OFFICE.match(role) or (_SOMEBODY.match(role) and len(role.split()) > 2)
    return role if is_office and len(role.split()) <= 22 else None


def office_of_cited(text: str, begin: int, end: int) -> str | None:
    """The office behind the name of somebody who may be cited, with all that belongs to it from ``begin`` on.

    Behind ``Theo`` a comma may begin another clause, and where it begins the sentence another one has to follow.
    """
    lead = text[max(begin - 5, 0) : begin]
    return office_behind(text, end, is_closed=lead in ("theo ", "Theo "), may_end=lead == "theo ")


def is_described(text: str, end: int) -> bool:
    """Whether an office stands right behind a name, which is somebody's for that."""
    role = office_behind(text, end)
    return role is not None and begins_with_office(role)


def _apposition(text: str, end: int) -> re.Match[str] | None:
    if text[end : end + 5].lstrip()[:1] not in _SIGNS_OF_APPOSITION or not _MAY_BE_APPOSITION.match(text, end):
        return None
    return _APPOSITION.match(text, end)


def _without_age(found: re.Match[str]) -> str:
    return _LED_IN.sub("", _AGE.sub("", found["inside"] or found["behind"]).strip(" ,;-–"))


def _office_ahead(text: str, low: int, bound: tuple[int, int]) -> int | None:
    """Where another office of the same person begins, right before a comma (``Tổng Bí thư, Chủ tịch nước …``)."""
    end = bound[0]
    if text[end : end + 1] != ",":
        return None
    found = [office for office in OFFICE.finditer(text, max(low, end - 30), end) if office.end() == end]
    ahead = text[low : found[0].start()].rstrip() if found else ""
    is_told = found and found[0][0][0].isupper() and last_word(ahead) in _BEFORE_OFFICES
    if not found or (ahead[-1:].isalnum() and not is_told):
        return None  # ``để bảo vệ, giám đốc …``, ``của Việt Nam, ca sĩ …``
    return found[0].start()


def _office_with_dash(text: str, bounds: list[tuple[int, int]], low: int, begin: int) -> int | None:
    """Where an office begins at a body whose name has a dash (``Giám đốc Sở Lao động - Thương binh và Xã hội``)."""
    start, end = bounds[-1]
    if text[start:end].strip() not in ("-", "–") or not 0 < len(text[end:begin].split()) <= _MOST_BEHIND_DASH:
        return None
    office = OFFICE.search(text, bounds[-2][1] if len(bounds) > 1 else low, start)
    is_inside = office is not None and _BODY_INSIDE.search(text, office.start(), start) and not BODIES.match(text, end)
    if office is None or not is_inside:
        return None
    role = text[office.start() : begin]
    return None if _BETWEEN.search(role) or _HOLDER.search(role) else office.start()


def _bounds(text: str, low: int, high: int) -> list[tuple[int, int]]:
    """Offsets of the signs that end clauses, a dash with the spaces round it; no abbreviation's point is one."""
    bounds: list[tuple[int, int]] = []
    done = low
    for found in _BOUND.finditer(text, low, high):
        start, end = found.span()
        if text[start] == ".":
            if is_abbreviated(text, start):
                continue
        elif text[start] in "-–—":
            start, end = max(start - 1, 0), end + 1
            if start < done:
                continue
        done = end
        bounds.append((start, end))
    return bounds


def _is_of_another(role: str) -> bool:
    """Whether words before a name tell of somebody else, too."""
    return any(sign.search(role) for sign in _OF_ANOTHER)


def _office_of_clause(clause: str) -> str | None:
    """The office that a whole clause in front of a name says (``Chủ tịch xã Lộc An, bà …``)."""
    clause = clause.strip()
    return clause if OFFICE.match(clause) and 2 <= len(clause.split()) <= 18 and not _is_of_another(clause) else None
