"""Who is speaking? Names, titles and verbs of saying, on either side of a passage.

Vietnamese names begin with a family name out of a short list, so a name is found where one stands: in
``Chủ tịch UBND xã Phước An Nguyễn Văn Tròn cho biết`` the office ends at ``Nguyễn``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
UPPER = "A-Z" + LOWER[3:].upper()
"""Vietnamese letters as the inside of a regular expression's class, which knows no upper and lower case by itself."""

_FAMILY_NAMES = frozenset(
    """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Lí Đào Đoàn Vương Trịnh Trương Đinh
    Lâm Phùng Mai Tô Hà Tạ Quách Thái Châu Triệu Cao Lương La Lưu Thạch Kim Sơn Tăng Chu Nông Ma Vi Quan Hứa
    Đàm Doãn Bạch Tống Khổng Kiều Diệp Ông Từ Thân Tất Trà Mạc Thi Nghiêm Lục Giang Hầu Khuất Cù Ninh Phí Ngụy
    Tôn Bành Lại Mã Giàng Vàng Sùng Lò Cầm Hạ Vừ Thào Cư Y H'
    """.split()
)
_HONORIFICS = """
    ông, bà, anh, chị, cô, chú, bác, cụ, em, đồng chí, thầy, thầy giáo, cô giáo, nghệ nhân, nghệ sĩ, bác sĩ,
    giáo sư, tiến sĩ, luật sư, kỹ sư, kĩ sư, nhà báo, nhà văn, lão nông, ngư dân, già làng
"""
_HONORIFIC = f"(?:{'|'.join(' '.join(word.split()) for word in _HONORIFICS.split(','))})"
_CUES = """
    nói, bảo, cho biết, cho rằng, cho hay, khẳng định, nhấn mạnh, phát biểu, chia sẻ, đề nghị, lưu ý, bày tỏ,
    trả lời, kể, tâm sự, nhận định, nhận xét, giải thích, phân tích, thừa nhận, cảnh báo, kêu gọi, yêu cầu, góp
    ý, nhắc nhở, nhắc, tâm niệm, bộc bạch, trăn trở, đặt vấn đề, thông tin, khuyên, khuyến cáo, hỏi, đáp, thắc
    mắc, than, dặn, hứa, quả quyết, tuyên bố, chỉ đạo, đánh giá, kiến nghị, đề xuất, bình luận, tiết lộ, xúc
    động, vui vẻ, cười, hồi tưởng, nhớ lại, kết luận, tự hào, phấn khởi, phản ánh, trao đổi, khoe,
    đúc kết, báo cáo, thì thầm, thì thào, góp chuyện, phàn nàn, than thở, rao
"""
_CUE = f"(?:{'|'.join(' '.join(cue.split()) for cue in _CUES.split(','))})"
_CAPITAL_HONORIFIC = re.compile(r"^(?:Ông|Bà|Anh|Chị|Cô|Chú|Bác|Cụ|Em|Thầy|Mẹ) (?!Thị |Văn )")
"""At the beginning of a sentence; ``Ông Thị Phấn`` is a family name."""

_NAME_WORD = rf"[{UPPER}][{LOWER}]*(?:['’][{UPPER}]?[{LOWER}]+)?"
_LONGEST_NAME = 5
_LONGEST_HONORIFIC = 16
"""Characters, the space behind included: how far to look back from a name."""

_HONORIFIC_AHEAD = re.compile(rf"\b{_HONORIFIC}\s+$", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:^|[\s,])(?:ông|bà|anh|chị|cô|em|bác|cụ)$", re.IGNORECASE)
_NAME = re.compile(rf"{_NAME_WORD}(?:[ -]{_NAME_WORD})*")
_LONG_NAME = re.compile(rf"{_NAME_WORD}(?:[ -]{_NAME_WORD})+")
_CUE_AHEAD = re.compile(rf"\b{_CUE}\b[^.;:“\"]{{0,60}}[:,]?\s*(?:rằng)?\s*[:,]?\s*$")
_FIRST_CUE = re.compile(rf"\b{_CUE}\b")
_ACCORDING = re.compile(r"^[\s,–-]*(?:theo|lời (?:của )?)\s+", re.IGNORECASE)


PRONOUN = "he or she"
"""In the place of a name where the text has a pronoun; never given out."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A name and an office, each ``None`` where the text does not say."""

    name: str | None
    role: str | None


@dataclass(slots=True)
class SpeakerMemory:
    """The people an article has named so far, so that ``ông Tròn`` can be tied to ``Nguyễn Văn Tròn``.

    Names are looked for when somebody is to be tied to one: in most articles nobody is.
    """

    _people: dict[str, Speaker] = field(default_factory=dict)
    _unsearched: list[str] = field(default_factory=list)

    def hear(self, text: str) -> None:
        """Takes in a paragraph, for the full names that it holds."""
        self._unsearched.append(text)

    def resolve(self, speaker: Speaker, nearby: str = "") -> Speaker:
        """The speaker under the full name and office given before, where a given name alone matches one person.

        A pronoun stands for the one person named ``nearby``, in the same paragraph before the passage.
        """
        if speaker.name == PRONOUN:
            speaker = Speaker(only_person(nearby), None)
        if speaker.name is None:
            return speaker
        self._catch_up()
        if " " in speaker.name:
            self._note(speaker)
        known = self._people.get(speaker.name.split()[-1])
        if known is None or known.name is None or not known.name.endswith(speaker.name):
            return speaker
        return Speaker(known.name, speaker.role or known.role)

    def resolve_label(self, label: str) -> Speaker:
        """The speaker of a line of dialogue (``Bà Trịnh Thị Mến: …``); the reporter's own questions have none."""
        if re.match(r"(?:phóng viên|pv|p\.v|hỏi)\b", label.strip(), re.IGNORECASE):
            return Speaker(None, None)
        return self.resolve(_split(label) or Speaker(None, None))

    def _catch_up(self) -> None:
        """Notes the full names in what was heard."""
        for text in self._unsearched:
            for name in _full_names(text):
                self._note(Speaker(name, None))
        self._unsearched.clear()

    def _note(self, speaker: Speaker) -> None:
        if speaker.name is not None:
            given = speaker.name.split()[-1]
            known = self._people.get(given)
            role = speaker.role or (known.role if known and known.name == speaker.name else None)
            self._people[given] = Speaker(speaker.name, role)


def only_person(text: str) -> str | None:
    """The one person whose full name stands in a text; ``None`` where there are several, or none."""
    names = set(_full_names(text))
    return names.pop() if len(names) == 1 else None


def may_stand_after(text: str, said: str) -> bool:
    """Whether a passage and what follows it are such that its speaker may be named there."""
    return text.lstrip()[:1] in ",–-—" or said.rstrip()[-1:] in ".,!?…-–"


def may_stand_before(text: str) -> bool:
    """Whether what goes ahead of a passage is such that its speaker may be named there."""
    return text.rstrip().endswith((":", ",", "rằng"))


def speaker_after(text: str) -> Speaker | None:
    """Who is said, behind a passage, to have said it (``, ông X nhấn mạnh``); ``None`` where nobody is.

    ``text`` is the rest of the sentence behind the closing mark, where a speaker ``may_stand_after``.
    """
    if according := _ACCORDING.match(text):
        return _split(text[according.end() :].split(",")[0])
    cue = _FIRST_CUE.search(text)
    if cue is None or len(text[: cue.start()].split()) > 24:
        return None
    return _split_or_pronoun(text[: cue.start()].strip(" ,–-—"))


def speaker_before(text: str, said: str) -> Speaker | None:
    """Who is said, ahead of a passage, to say it (``Ông X nói: “``); ``None`` where nobody is.

    ``text`` is the part of the sentence before the opening mark, where a speaker ``may_stand_before``.
    """
    if not (text.rstrip().endswith(":") or text.lstrip().startswith("“”") or said[:1].isupper()):
        return None
    first = _FIRST_CUE.search(text)
    if first is None or not _CUE_AHEAD.search(text, first.start()):
        return None
    head = text[: first.start()]
    head = re.sub(r"^(?:.*\b(?:theo|lời)\s)", "", head, count=1) if re.search(r"\btheo\b", head) else head
    return _split_or_pronoun(head.strip(" ,–-—")) or Speaker(None, None)


def _split_or_pronoun(text: str) -> Speaker | None:
    """As ``_split``; a pronoun alone (``Bà nói``) is a speaker whose name stands elsewhere."""
    return _split(text) or (Speaker(PRONOUN, None) if _PRONOUN.search(text) else None)


def _split(text: str) -> Speaker | None:
    """Name and office out of ``ông X, trưởng thôn Y``, ``Phó bí thư X`` or ``bà X``; ``None`` without a name."""
    best = max(_names(text), key=lambda found: (found[2], " " in found[0]), default=None)
    if best is None:
        return None
    name, start, _ = best
    return Speaker(name, _role(text[:start], text[start + len(name) :]))


def _full_names(text: str) -> Iterator[str]:
    """The personal names of two words and more in a text."""
    return (name for name, _, _ in _names(text, _LONG_NAME) if " " in name)


def _names(text: str, capitals: re.Pattern[str] = _NAME) -> Iterator[tuple[str, int, bool]]:
    """The personal names in a text, each with its offset, and whether an honorific stands before it.

    An honorific marks where a name begins; without one it begins at a family name. ``capitals`` are the runs of words
    among which names are looked for.
    """
    for found in capitals.finditer(text):
        run = _CAPITAL_HONORIFIC.sub("", found[0])
        honoured = run != found[0] or bool(
            _HONORIFIC_AHEAD.search(text, max(found.start() - _LONGEST_HONORIFIC, 0), found.start())
        )
        name = run if honoured and run.count(" ") < _LONGEST_NAME else _personal_name(run)
        if name is not None and (honoured or " " in name):
            yield name, found.end() - len(run) + run.index(name), honoured


def _personal_name(run: str) -> str | None:
    """The personal name that ends a run of capital words: from its first family name that leaves two to five words."""
    words = run.split(" ")
    for at, word in enumerate(words):
        if word in _FAMILY_NAMES and 2 <= len(words) - at <= _LONGEST_NAME:
            return " ".join(words[at:])
    return None


def _role(before: str, after: str) -> str | None:
    head = re.split(r"[,;:]\s*", before.strip())[-1]
    head = re.sub(rf"(?:^|\s){_HONORIFIC}$", "", head.strip(), flags=re.IGNORECASE).strip(" -–—")
    if head and len(head.split()) <= 14 and not re.search(r"\b(?:đó|này|khi|sau|tại|với)\b", head):
        return head
    tail = re.match(r"\s*(?:,|\(|–|-)\s*(?P<role>[^,;()]{3,90})", after)
    return tail["role"].strip() if tail else None
