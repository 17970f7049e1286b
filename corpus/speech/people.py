"""Who is named here? Personal names in running text, with what is written beside them.

A Vietnamese name shows itself by a form of address (``ông Tròn``), an office (``ca sĩ Mỹ Tâm``) or a family name out of a
short list, so that in ``Chủ tịch UBND xã Phước An Nguyễn Văn Tròn`` the office ends at ``Nguyễn``. Any other run of
capital words is a name only where the sentence's build says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.speech.words import (
    ADDRESS,
    BODIES,
    CHRISTIAN_NAMES,
    FAMILY_NAMES,
    FEMALE,
    LOWER,
    MALE,
    OFFICES,
    PLACES,
    SAID,
    UPPER,
    either,
)

_CAPITAL = rf"(?:[{UPPER}](?:\.[{UPPER}][{LOWER}]{{0,2}})+(?!\w)|[{UPPER}]\.(?=[\s,])|[{UPPER}][{LOWER}{UPPER}]*(?:['’\-][{UPPER}{LOWER}]+|\.[{UPPER}][{LOWER}]+)*)"
_PARTICLE = "(?:van den|van der|van|von|de|da|di|der|del|bin|al|el|la|le|dos)"
_RUN = re.compile(rf"(?<![\w\-'’]){_CAPITAL}(?: (?:{_PARTICLE} )?{_CAPITAL})*(?![\w])")
_ABBREVIATED = frozenset(
    """
    ts ths pgs gs bs ks ls kts tskh pgs.ts gs.ts ts.bs ths.bs bs.ths bs.ckii bs.cki gs.tskh pgs.ts.bs nsnd nsưt nsut hlv mc ceo ntk blv đbqh đb
    ông bà anh chị cô chú bác cụ em thầy mẹ đ/c sư lm
    """.split()
)
_PLACE = re.compile(rf"{PLACES}(?= |$)")
_IS_PLACE = re.compile(PLACES)
_ACRONYM = re.compile(rf"(?:[{UPPER}\d.\-]{{2,}}|TP\.?[{UPPER}]*|T\.Ư)$")
_INITIALS = re.compile(rf"(?:[{UPPER}]\.)+(?:[{UPPER}][{LOWER}]{{0,2}})?")
_ADDRESS = re.compile(ADDRESS)
_ADDRESS_AHEAD = re.compile(rf"(?<!\w)(?P<address>{ADDRESS})\s+$")
_OFFICE_AHEAD = re.compile(rf"(?<!\w){OFFICES}\s*[.:]?\s+$")
_OFFICE = re.compile(rf"(?<!\w){OFFICES}(?!\w)")
_MALE = re.compile(rf"{either(MALE, capital=True)}$")
_FEMALE = re.compile(rf"{either(FEMALE, capital=True)}$")
_OPENERS = frozenset(
    """
    Nhưng Và Theo Còn Khi Tại Trong Sau Trước Hiện Tuy Do Vì Ngày Sáng Chiều Tối Trưa Đêm Đó Đây Cũng Riêng Với Từ Trên Dưới
    Chính Mới Vừa Để Đến Được Cả Các Những Mỗi Một Hai Không Có Là Nếu Như Nên Rồi Bởi Về Cùng Ngoài Bên Đặc Tuy Thế Vậy
    Đồng Cho Dù Mặc Song Nhờ Nói Trả Đáp Hỏi Kể Nghe Thấy Bị Bởi Tuổi Nghĩ Hôm Cha Bố Gia Nay Sao Trao Chia Tiếp Lúc Ở Đứng
    """.split()
)
"""Words that open a sentence with a capital and begin no name, but for some family names."""

_BETWEEN = re.compile(
    r"(?<!\w)(?:đã|sẽ|đang|vừa|được|bị|khi|rằng|thì|mà|là|với|gặp|tại|theo|sau|trước|hôm|ngày|nhưng|nếu|do|vì|để|như|từ|cùng|có|không|hỏi|nói"
    r"|lẫn|cho biết|cho rằng|trao đổi|gửi|yêu cầu|đề nghị|này|đó|thấy|nhìn|về)(?!\w)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:!?…()“”\"«»•\n]|\.(?!\w)|\s[-–—]\s|^[-–—]\s")
_POINT_INSIDE = re.compile(r"(?:\b(?:[TPG]?G?S|ThS|Ths|PGS|BS|TP|Tp|KTS|LS|T|CKI{1,2})|(?<!\w)[A-ZĐ])$")
"""An abbreviation or an initial, whose point ends no clause."""

_APPOSITION = re.compile(
    r"\s{0,3}(?:\((?P<inside>[^()\n]{2,120})\)|(?:,|\s[-–—]|:)\s+(?P<behind>(?:[^,;:()“”\"•\n]|\([^()\n]{1,40}\)){3,140}?)(?=\s*(?:[,;:“”\"•\n]|\s[-–—]\s|$)))"
)
_NO_MORE_OFFICE = re.compile(
    r"\s(?:đã|cũng|vừa|chỉ|đang|sẽ|thì|mới|còn|lại|vẫn|từng|liền|hôm|khi|trong khi|tại buổi|trong buổi|bị|được|phải|không|luôn)(?!\w)|[.!?](?:\s|$)"
)
_KIN = re.compile(
    r"(?:con|con trai|con gái|con dâu|con rể|vợ|chồng|mẹ|cha|bố|em trai|em gái|anh trai|chị gái|cháu|nhà|hàng xóm|bạn|vợ chồng)$",
    re.IGNORECASE,
)
"""Before a form of address these make its bearer somebody's kin, and not the one spoken of: ``con gái bà Hựu``."""

_RANK = re.compile(
    r"(?:bác s[ĩỹ]|bs|y s[ĩỹ]|ts|ths|pgs|gs|pgs\.ts|gs\.ts|gs, ts|tskh|tiến s[ĩỹ]|thạc s[ĩỹ]|giáo sư|phó giáo sư|(?:đại|thượng|trung|thiếu) (?:tá|tướng|úy|uý)|đô đốc|luật sư|kỹ sư"
    r"|chuẩn đô đốc|bs\.?\s?ckii?|ths\.bs|ts\.bs)(?: [^\W\d_]+){0,4}$",
    re.IGNORECASE,
)
"""Ranks and degrees: where an office stands with the name as well, that counts."""

_AGE = re.compile(r"(?:sinh năm|sn|\d{1,3} tuổi)[^,;-]*", re.IGNORECASE)
_LONGEST_LOOK_BACK = 160
_PLACE_AHEAD = re.compile(
    r"(?<!trưởng )(?<!phó )(?<!\w)(?:đường|phố|ấp|xã|phường|quận|huyện|tỉnh|thành phố|thị xã|thị trấn|tp|thôn|bản|buôn|làng|xóm|núi|sông|suối|cầu|chợ|(?<!môi )(?<!thị )trường|tiểu học|thpt|thcs"
    r"|đại học|bệnh viện|công ty|tập đoàn|giải|cúp|chùa|đền|đình|bến|cảng|công viên|khu|đảo|hồ|biển|vịnh|sân|sân bay|nhà hát|báo|tờ|đài|hãng|clb|đội|tuyển|phim"
    r"|nước|tiếng|người|dân tộc|ga|kênh|rạch|đèo|ngã ba|ngã tư|hẻm|nhà thờ|giáo xứ|khách sạn|nhà hàng|quán|tiệm|ngân hàng|đảng|thương hiệu|hiệu|tàu)\s+$",
    re.IGNORECASE,
)
_BIRTH_ORDER = frozenset("Hai Ba Tư Năm Sáu Bảy Tám Chín Mười Út Cả".split())
"""Names by the order of birth, which stand before a nickname (``ông Sáu Đèo``) and alone."""

_HALVES = frozenset(
    """
    Chủ Tổng Thành Môi Kế Huyện Tỉnh Quận Thị Xã Phường Giáo Thể Kinh Tài Công Nông Xây Quốc Đô Trung Đại Thượng Thiếu Bí Phó
    Trưởng Cục Vụ Sở Bộ Ban Hội Tình Dân Khoa Lao Thông Thương Nội Ngoại Tư Kiểm Cảnh Giao Đảng Đoàn Mặt Hành Chính Cộng Liên Phát
    Truyền Du Phòng Chi Viện Trường Học Nhà Người Chiếc Cựu Tân Đào Quản Văn Kinh Khu Thư Thời Điều Nghị Giám Hiệu Luật Quy Quyết Chánh Hiệp Ủy Uỷ
    """.split()
)
"""Capital words that are half of a common word (``Chủ tịch``, ``Môi trường``) where a small letter follows."""

_THINGS = frozenset(
    "Chiếc Việc Hãng Cuộc Trận Bức Cây Căn Ngôi Quyển Cuốn Phía Phần Sự Nỗi Niềm Đội Tuyển Bài Tờ Đài Kênh Trang Giải Cúp Vụ Chuyện Khi Câu".split()
)
_SECOND_HALVES = frozenset(
    """
    tịch ty an dục viên sư thao tế chính nguyên nghiệp dựng hội phòng gia thị ương tâm học diện viện thư trưởng ban trường hoạch đầu tư ủy uỷ
    đốc lý lí vụ sự hoá hóa lịch thông tin tải mại giao binh sát tra tòa toà án cục bộ xã khoa nghệ trình động đoàn dân quân chức tá tướng úy báo
    trận tổng doanh sản luật nghị quyết vận môi đô nước pháp cứu chí phường phố quản đội
    """.split()
)
_COMMON_FAMILY_NAMES = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trương Trịnh Đoàn Lương Đào Tạ Tô Phùng".split()
)
_FOLLOWER = re.compile(
    r"\s{1,3}(?:đã|cũng|vừa|liền|thì|mới|còn|từng|lại|vẫn|đang|sẽ|chỉ|luôn|hay|thường|tiếp tục|và|với|là|ở|tại|trong|trên|khi|sau|trước|hôm|ngày|sáng|chiều|tối"
    r"|được|bị|không|có|cho|của|để|từ|như|rằng|mà|này|ngồi|đứng|nhìn|cùng|phải|muốn|tỏ|bước|quay|gật|lắc|mỉm|tươi|thẳng|mạnh|nhẹ|hồn|nghẹn|xúc|vui|buồn|rất|khá|hết|tự|về)"
    r"(?!\w)"
)
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?[aeiouyăâêôơư]{1,3}(?:ch|ng|nh|[cmnpt])?$"
)

_REPORTER = re.compile(
    r"(?:phóng viên|pv|p\.v|nhà báo|hỏi|câu hỏi|mc|btv|biên tập viên|người dẫn|bạn đọc|độc giả|khán giả|[A-ZĐ]{2,6}(?:\s?Online)?|báo [\w ]+)(?:\s+hỏi)?$",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"(?:đáp|trả lời|tl|ông|bà|anh|chị)$", re.IGNORECASE)
_NO_LABEL = re.compile(
    r"(?:ảnh|hình|video|clip|nguồn|theo|bài|tags?|từ khóa|tác giả|địa chỉ|điện thoại|email|thời gian|địa điểm|giá|lưu ý|ghi chú|chú thích|xem|kết quả|trọng tài)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in a text: where the name stands (``start`` to ``end``), where all that belongs to it begins.

    ``sex`` is ``"m"`` or ``"f"`` where the form of address or the name tells it. ``is_marked`` tells that a form of
    address or an office stands with the name, ``is_addressed`` that a form of address does.
    """

    name: str
    role: str | None
    sex: str | None
    begin: int
    start: int
    end: int
    is_marked: bool
    is_addressed: bool


def mentions(text: str, *, any_capitals: bool = False) -> Iterator[Mention]:
    """The people named in a text, in order; with ``any_capitals`` every run of capital words counts as a name."""
    for found in _RUN.finditer(text):
        named = _name(text, found, any_capitals)
        if named is None:
            continue
        start, end, sex, is_marked, is_addressed = named
        begin, role = _ahead(text, start)
        name = text[start:end]
        if role is None or _RANK.match(role):
            role = _behind(text, end) or role
        yield Mention(name, role, sex or _sex(name), begin, start, end, is_marked, is_addressed)


def is_speaker_label(label: str) -> bool:
    """Whether what stands before a colon names who speaks the line behind it."""
    if _NO_LABEL.match(label) or len(label.split()) > 14:
        return False
    if _REPORTER.match(label) or _ANSWER.match(label):
        return True
    found = list(mentions(label))
    if not found:
        return False
    rest = label[found[-1].end :].strip(" ,-–")
    return found[0].begin == 0 and (not rest or found[0].role is not None or rest.startswith("("))


def is_reporter(label: str) -> bool:
    """Whether a label is that of whoever asks the questions."""
    return bool(_REPORTER.match(label))


def longest_form(name: str, text: str) -> str:
    """The fullest name in a text that ``name`` is the end of, or for foreign names the beginning; else itself.

    ``Tròn`` is ``Nguyễn Văn Tròn`` where that stands in the text; the last such name counts.
    """
    if len(name.split()) > 2 or name.endswith("."):
        return name
    at = len(text)
    for _ in range(50):  # a name that stands everywhere is looked for near the end
        at = text.rfind(name, 0, at)
        if at < 0:
            break
        ends = at + len(name)
        if text[ends : ends + 1].isalnum() or text[max(at - 1, 0) : at].isalnum():
            continue
        ahead = re.search(rf"(?:{_CAPITAL} ){{1,5}}$", text[max(at - 60, 0) : at])
        behind = re.match(rf"(?: {_CAPITAL}){{1,3}}", text[ends : ends + 40])
        if ahead is not None and behind is None:
            words = _without_openers((ahead[0] + name).split(" "))
            full = " ".join(words) if words[0] in CHRISTIAN_NAMES else _personal(words)
            if full is None and " " not in name and name not in FAMILY_NAMES:
                foreign = (_after_place(" ".join(words), words, True) or name).split(" ")
                context = text[max(at - 90, 0) : at - len(" ".join(foreign)) + len(name)]
                if (
                    not all(map(is_vietnamese, foreign))
                    or _ADDRESS_AHEAD.search(context)
                    or _OFFICE_AHEAD.search(context)
                ):
                    full = _foreign(foreign)
        elif behind is not None and (
            not all(map(is_vietnamese, (name + behind[0]).split()))
            or (name in _BIRTH_ORDER and _ADDRESS_AHEAD.search(text[max(at - 20, 0) : at]))
        ):
            full = name + behind[0]
            ahead = None
        else:
            continue
        if full is not None and len(full) > len(name) and (full.endswith(name) or ahead is None):
            return full
    return name


def is_vietnamese(word: str) -> bool:
    """Whether a word is built as Vietnamese syllables are."""
    letters = unicodedata.normalize("NFD", word.lower())
    return bool(_SYLLABLE.match("".join(mark for mark in letters if not unicodedata.combining(mark))))


def is_person(name: str, text: str) -> bool:
    """Whether a text gives whoever bears this name a form of address or an office somewhere."""
    if len(longest_form(name, text)) > len(name):
        return True
    last = name.split()[-1]
    at = -1
    for _ in range(30):
        at = text.find(last, at + 1)
        if at < 0:
            return False
        ahead = re.sub(rf"(?:{_CAPITAL} )+$", "", text[max(at - 80, 0) : at])
        if _ADDRESS_AHEAD.search(ahead) or _OFFICE_AHEAD.search(ahead):
            return True
    return False


def is_place(name: str, text: str) -> bool:
    """Whether a text calls something of this name a place or a body (``huyện Kim Thành``)."""
    at = text.find(name)
    return any(
        _PLACE_AHEAD.search(text[max(at - 12, 0) : at])
        for at in (at, text.find(name, at + 1), text.rfind(name))
        if at >= 0
    )


def is_full_name(name: str) -> bool:
    """Whether a name is a whole Vietnamese one, family name first."""
    words = name.split()
    return len(words) > 1 and words[0] in FAMILY_NAMES


def is_known(name: str, text: str) -> bool:
    """Whether a capital word stands in a text where no sentence begins, as names do."""
    return bool(re.search(rf"(?<=[{LOWER},] ){re.escape(name)}(?!\w)", text))


def role_of(name: str, text: str) -> str | None:
    """The office that stands with a name where a text first gives one; an office before a rank."""
    rank = None
    at = -1
    for _ in range(12):
        at = text.find(name, at + 1)
        if at < 0:
            break
        begin = max(at - _LONGEST_LOOK_BACK, 0)
        nearby = text[begin : at + len(name) + _LONGEST_LOOK_BACK]
        _, role = _ahead(nearby, at - begin)
        if role is None or _RANK.match(role):
            rank = rank or role
            role = _behind(nearby, at - begin + len(name))
        if role is not None:
            return role
    return rank


def is_rank(role: str) -> bool:
    """Whether an office is no more than a rank or a degree."""
    return bool(_RANK.match(role))


def _name(text: str, found: re.Match[str], any_capitals: bool) -> tuple[int, int, str | None, bool, bool] | None:
    """Offsets of the personal name in a run of capital words, its sex, and whether it is addressed or has an office."""
    words = found[0].split(" ")
    address = None
    titled = False
    dropped = 0
    while words and (words[0] in _OPENERS or _is_title(words[0]) or "." in words[0]):
        head = words[0].lower().rstrip(".")
        if len(words) > 1 and words[0] in ("Ông", "Lê") and words[1] in ("Thị", "Văn"):
            break
        if _is_title(words[0]):
            titled = True
            address = head if _ADDRESS.fullmatch(head) else address
        elif words[0] not in _OPENERS:
            title, _, rest = words[0].rpartition(".")
            if title.lower() not in _ABBREVIATED or not rest:
                break
            titled = True
            words[0] = rest
            dropped += len(title) + 1
            continue
        elif len(words) > 1 and words[0] in FAMILY_NAMES and words[1] not in FAMILY_NAMES:
            break
        dropped += len(words[0]) + 1
        words = words[1:]
    if not words:
        return None
    start = found.start() + dropped
    ahead = text[max(start - 26, 0) : start]
    if not dropped:
        if direct := _ADDRESS_AHEAD.search(ahead):
            address, titled = direct["address"], True
        elif _OFFICE_AHEAD.search(ahead):
            titled = True
        elif _PLACE_AHEAD.search(ahead):
            is_holder = words[0] in _COMMON_FAMILY_NAMES and 2 <= len(words) <= 4 and _ahead(text, start)[1] is not None
            behind = words if is_holder else _behind_place(words)
            if not behind:
                return None
            start += len(" ".join(words)) - len(" ".join(behind))
            words, titled = behind, True
        else:
            titled = any_capitals or len(words) > 1
            if not is_full_name(" ".join(words)):
                _, role = _ahead(text, start)
                titled = role is not None and len(role.split()) <= 10
    run = " ".join(words)
    if words[0] in _THINGS or _is_half(text, found.end(), words, address is not None):
        return None
    name = _after_place(run, words, titled or any_capitals)
    if name is None or BODIES.match(name) or (len(name) < 2 and address is None):
        return None
    start += len(run) - len(name)
    sex = ("m" if _MALE.match(address) else "f" if _FEMALE.match(address) else None) if address else None
    return start, start + len(name), sex, titled, address is not None


def _is_half(text: str, end: int, words: list[str], is_addressed: bool) -> bool:
    """Whether the last capital word goes on in small letters, as no name does (``Chủ tịch``)."""
    if not text[end : end + 1].isspace() or not text[end + 1 : end + 2].islower() or SAID.match(text, end + 1):
        return False
    if words[-1] in _HALVES and re.split(r"\W", text[end + 1 : end + 12], maxsplit=1)[0] in _SECOND_HALVES:
        return True
    return len(words) == 1 and not is_addressed and not _FOLLOWER.match(text, end)


def _is_title(word: str) -> bool:
    """Whether a capital word is a form of address or an abbreviated office."""
    word = word.lower().rstrip(".")
    return word in _ABBREVIATED or bool(_ADDRESS.fullmatch(word))


def _after_place(run: str, words: list[str], is_marked: bool) -> str | None:
    """The name in a run of capital words whose first ones may be a place or an abbreviated body."""
    rest = run
    while len(rest.split(" ")) > 1:
        place = _PLACE.match(rest)
        first = rest.split(" ", 1)[0]
        behind = rest[place.end() + 1 :].split(" ") if place else []
        if place and behind and (behind[0] in FAMILY_NAMES or " " in place[0] or not all(map(is_vietnamese, behind))):
            rest = " ".join(behind)
        elif _ACRONYM.match(first) and len(first) > 1:
            rest = rest.split(" ", 1)[1]
        else:
            break
    if _IS_PLACE.fullmatch(rest):
        return None
    words = rest.split(" ")
    if words[0] in CHRISTIAN_NAMES and len(words) > 1:
        return rest
    if name := _personal(words):
        return name
    if (
        is_marked
        and len(words) <= 5
        and (not _ACRONYM.match(rest) or _INITIALS.fullmatch(rest))
        and not _PLACE.fullmatch(rest)
    ):
        return rest
    return None


def _behind_place(words: list[str]) -> list[str]:
    """The personal name behind a place's (``xã Phước An Nguyễn Văn Tròn``); nothing where the run is the place alone."""
    run = " ".join(words)
    if place := _PLACE.match(run):
        behind = run[place.end() :].split()
        return behind if behind and behind[0] in FAMILY_NAMES else []
    for at in range(1, len(words) - 1):
        if words[at] in FAMILY_NAMES and len(words) - at <= 4:
            return words[at:]
    return []


def _personal(words: list[str]) -> str | None:
    """The Vietnamese name that ends a run of capital words: from the first family name that leaves two to five words.

    A short run in which only a rare family name stands behind another word is a name of its own (``Hương Giang Idol``).
    """
    if 1 < len(words) <= 3 and words[0] not in FAMILY_NAMES and not _COMMON_FAMILY_NAMES.intersection(words):
        return None
    for fewest, most in ((2, 4), (5, 5)):
        for at in range(len(words)):
            if fewest <= len(words) - at <= most and words[at] in FAMILY_NAMES:
                return " ".join(words[at:])
    return None


def _foreign(words: list[str]) -> str | None:
    return " ".join(words) if 2 <= len(words) <= 4 and not _ACRONYM.match(words[0]) else None


def _without_openers(words: list[str]) -> list[str]:
    at = 0
    while at < len(words) - 1 and (words[at] in _OPENERS or words[at] in _THINGS or _is_title(words[at])):
        at += 1
    return words[at:]


def _ahead(text: str, start: int) -> tuple[int, str | None]:
    """Where what belongs to a name begins, and the office written before it."""
    low = max(start - _LONGEST_LOOK_BACK, 0)
    bounds = [
        bound.span()
        for bound in _CLAUSE.finditer(text, low, start)
        if bound[0] != "." or not _POINT_INSIDE.search(text, max(bound.start() - 4, 0), bound.start())
    ]
    clause = bounds[-1][1] if bounds else low
    address = _ADDRESS_AHEAD.search(text[clause:start])
    begin = clause + address.start() if address else start
    for office in _OFFICE.finditer(text, clause, begin):
        role = text[office.start() : begin].strip(" .:").removesuffix(" tên")
        if role and len(role.split()) <= 18 and not _BETWEEN.search(role):
            return (begin, None) if address and _KIN.search(role) else (office.start(), role)
    if (
        bounds
        and text[bounds[-1][0]] == ")"
        and not text[clause:begin].strip()
        and (opened := text.rfind("(", low, bounds[-1][0])) > 0
    ):
        return _ahead(text, opened)
    if bounds and not text[clause:begin].strip() and (low := bounds[-1][0]) and text[low : low + 1] in ", ":
        return begin, _office_of_clause(text[bounds[-2][1] if len(bounds) > 1 else 0 : low])
    return begin, None


def _office_of_clause(clause: str) -> str | None:
    """The office that a whole clause in front of a name says (``Chủ tịch xã Lộc An, bà …``)."""
    clause = clause.strip()
    return clause if _OFFICE.match(clause) and 2 <= len(clause.split()) <= 18 and not _BETWEEN.search(clause) else None


def _behind(text: str, end: int) -> str | None:
    """The office written behind a name, between commas, dashes or in parentheses."""
    found = _APPOSITION.match(text, end)
    if found is None:
        return None
    role = re.sub(
        r"^(?:là |hiện là )?(?:một |nguyên là )?", "", _AGE.sub("", found["inside"] or found["behind"]).strip(" ,;-–")
    )
    for cut in (_NO_MORE_OFFICE.search(role), SAID.search(role, 3)):
        role = role[: cut.start()] if cut else role
    role = role.strip(" ,-–")
    is_office = _OFFICE.match(role) or (re.match(r"người\s", role) and len(role.split()) > 2)
    return role if is_office and len(role.split()) <= 22 else None


def _sex(name: str) -> str | None:
    words = name.split()
    return "f" if "Thị" in words[1:-1] else "m" if "Văn" in words[1:-1] else None
