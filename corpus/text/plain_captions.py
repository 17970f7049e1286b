"""Captions that are sentences and name no photographer, told from the text's own short sentences.

Between paragraphs that are several times as long, or above the lead, stands a single short sentence. If it were the
author's next one, it would lean on what is said before (``này``, ``cũng``, ``nhưng``), report (``đã``, ``sẽ``, ``cho
biết``), count, or speak of somebody known by then (``ông``, ``họ``). What shows a picture names its people and things
anew, in words that the text has too, and says only what is there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from statistics import median

from corpus.text.lead import opens_with_agency
from corpus.text.likeness import Subject
from corpus.text.lines import Line
from corpus.text.link_boxes import heads_other_pages
from corpus.text.picture_lines import points_to_picture
from corpus.text.section_names import SMALL_LETTERS
from corpus.text.shown_below import is_shown_below
from corpus.text.standfirst import stands_first

_LONGEST = 16
"""Words of such a caption."""

_SHARE = 0.45
"""Of the length of a paragraph, at most."""

_SHORTEST_PARAGRAPH = 150
_SHORTEST_OF_SENTENCES = 120
"""Characters that the paragraphs of the page have, at least, in the middle: among short ones none is conspicuous.

Fewer, where most paragraphs have several sentences; many archives hold a sentence a line.
"""

_SHARE_BELOW_LEAD = 0.6
_SHORTEST_BELOW_LEAD = 110
"""The same below the very first paragraph, where the article's main picture stands: less tells a caption there."""

_LONGEST_BELOW_LEAD = 110
_FEWEST_WORDS = 4
"""Characters and words of a caption there that nothing else tells."""

_MOST = 40
"""Captions of this kind; a page with more short sentences is written in them."""

_ANNOUNCES = re.compile(
    r"(?:một (?:số|vài)|những|sau đây là|dưới đây là|các) hình ảnh\b[^.]{0,60}[:.]?$", re.IGNORECASE
)
_SHARE_APART = 0.7
"""Of the paragraphs that have an empty line above, where that is the rule."""

_FEWEST_APART = 2
_SHORTEST_ATTACHED, _LONGEST_ATTACHED = 4, 30
"""Words of a caption right below a paragraph."""

_LONGEST_BOX = 6
"""Lines of such a box, at most."""

_FEWEST_PARAGRAPHS = 3
_TIMES_AS_LONG = 2.2
_SHORTEST_AT_OPENING = 6
"""Words; with fewer a story may open."""

_TELLS = frozenset(
    """
    này đó đây ấy kia cũng đã sẽ vẫn là không chưa nhưng vì nên thì mà rằng họ tôi ta mình nó hắn chúng đều nếu tuy
    biết nói hay đừng gì sao ai vậy thế rồi hãy có được bị gồm cần thường khiến giảm tăng đạt chỉ rất còn
    """.split()
)
"""Words of one who tells, and not of one who shows."""

_TELLS_OF = _TELLS - {"được"}
"""Those that a caption does not have, were it a sentence (``Bánh được đóng gói tại hợp tác xã.``)."""

_SEEN = frozenset("họ được bị đã còn".split())
"""Those of them that a caption has, too, where it is longer than headings are (``mạn tàu bị hư hỏng``)."""

_SEEN_DONE = frozenset(("bị",))
_SEEN_BELOW_LEAD = frozenset("bị được vì còn mà".split())
_LONGEST_HEADING = 9
_LIKELY_CAPTION = 8
"""Words from which on a line that ends without a mark is a caption; with no more it names or counts something."""

_ONE_WORD = re.compile(r"(?<!\w)(?:chỉ (?:đạo|huy|thị|số|dẫn|tiêu|định)|không (?:gian|khí|quân|phận)|nói chuyện)(?!\w)")
"""Words of two syllables of which one alone would tell: who ``phát biểu chỉ đạo`` is seen to do so."""

_ONE_WORD_OF_SENTENCE = re.compile(
    rf"{_ONE_WORD.pattern}|(?<!\w)(?:chỉ trích|(?:đình|địa) chỉ|không (?:trung|kích)|(?:phòng|hàng|đường) không|xe tăng"
    r"|thế (?:giới|hệ|kỷ|vận)|ngôi sao|cần (?:cẩu|sa|câu)|giảm thanh|công chúng|dân thường|thường xuyên"
    r"|nhận biết)(?!\w)"
)
"""More of them, which a line without an end has as a heading."""

_OPENS = re.compile(
    r"(?:hiện|dự kiến|ngoài|trong|trước|sau|đồng thời|kết quả|cụ thể|bên cạnh|ngay|theo|từ|đến|tới|khi|lúc|ngày|sáng"
    r"|chiều|tối|trưa|đêm|năm|tháng|phút|giây|vào|ở|tại|với|nhân|để|qua|đối(?! tượng)|về|thậm|đáng|thực|cùng"
    r"|mới|riêng|xin|cuối|đầu|ban đầu|dịp|thứ|tiếp|lần|tất cả|trừ|mỗi khi|vụ|thời|việc|hôm|hậu quả|mục đích|trách nhiệm"
    r"|cách|nguyên nhân)\b",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"(?:từ|cần|để|vì sao|khi|nếu|thế nào|làm sao|đừng|hãy|phải)\b|[“\"‘«].*[”\"’»] [-–—] "
    r"|(?!biểu|hình|ảnh|bản|sơ|đồ)[^“\":]{3,30}: ",
    re.IGNORECASE,
)
"""How headings open, and what somebody says with his name behind it."""

_SOMEBODY_KNOWN = re.compile(
    r"(?:^|[ ,])(?<!chị )(?<!anh )(?<!trẻ )(?:ông|bà|anh|chị|cô|cụ|em|cậu|chàng|nàng|người ta)"
    r"(?! (?:con|em|bé|nhỏ|giáo|dâu|trò)\b)"
    rf"(?= (?-i:[{SMALL_LETTERS}]))",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\d[\d.,]*\s?(?:%|usd|đồng|triệu|tỷ|tỉ|độ|km|m\b|tuổi)|\d[/-]\d|\b(?:ngày|tháng|năm) \d", re.IGNORECASE
)
_SENTENCE_INSIDE = re.compile(rf"[.!?…][”\"’»)]* [^{SMALL_LETTERS}]")
_INSIDE = re.compile(r"[.!?…:;]\s|[“”\"«»?!:]|\b(?:[A-ZĐ]{1,4}|Th?s|Tp)\.$|\.\.$")
_HAPPENS = re.compile(r"(?:diễn|xảy|tạo|gây|đưa) (?:ra|tin)|thuộc về|tiếp tục|bắt đầu|phủ nhận|cáo buộc", re.IGNORECASE)
_WHERE = re.compile(r",? (?:ở|tại|bên|trước|trên|trong|giữa|nơi) ")


def plain_captions(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are such captions."""
    lengths = [len(line.plain) for line in lines if line.is_running]
    if len(lengths) < _FEWEST_PARAGRAPHS or (usual := median(lengths)) < _SHORTEST_BELOW_LEAD:
        return frozenset()
    shortest = _SHORTEST_OF_SENTENCES if _has_sentences(lines) else _SHORTEST_PARAGRAPH
    longest = _SHARE * usual if usual >= shortest else 0
    last = max(at for at, line in enumerate(lines) if line.is_running)
    short = [0] if _opens_with_picture(lines) else []
    for at, line in enumerate(islice(lines, 1, last), start=1):
        most = longest if at > 1 else _SHARE_BELOW_LEAD * usual
        if len(line.plain) <= most and (short[-1:] == [at - 1] or _text_above(lines, at)) and _shows(line):
            short.append(at)
    if len(short) > _MOST:
        return frozenset()
    subject = Subject(line for at, line in enumerate(lines) if line.is_running and at not in short)
    found = _shown_below(lines, last, usual) if usual >= shortest else set()
    for at in short:
        is_likely = at - 1 in found or _WHERE.search(lines[at].plain)
        if subject.shared_words(lines[at]) >= (0.3 if is_likely else 0.5):
            found.add(at)
    return frozenset(found)


def _has_sentences(lines: Sequence[Line]) -> bool:
    """Whether most paragraphs have several sentences."""
    running = [bool(_SENTENCE_INSIDE.search(line.plain)) for line in lines if line.is_running]
    return 2 * sum(running) > len(running)


def _shown_below(lines: Sequence[Line], last: int, usual: float) -> set[int]:
    """The numbers of the sentences between paragraphs that weights tell to be captions."""
    may = [at for at in range(1, last) if _may_show(lines[at]) and _text_above(lines, at)]
    if not 0 < len(may) <= _MOST:
        return set()
    subject = Subject(line for at, line in enumerate(lines) if line.is_running and at not in may)
    return {at for at in may if is_shown_below(lines[at], lines[at + 1 : last + 1], subject, usual)}


def _may_show(line: Line, seen: frozenset[str] = _SEEN_DONE) -> bool:
    """Whether a sentence of any length, by its own words alone, tells nothing but what may be ``seen``.

    What is done to a thing is seen, too.
    """
    plain = line.plain
    if not plain.endswith(".") or not plain[0].isupper() or _OPENS.match(plain) or _INSIDE.search(plain[:-1]):
        return False
    return not (
        tells(line, seen, _ONE_WORD_OF_SENTENCE)
        or '"' in plain
        or _SOMEBODY_KNOWN.search(plain)
        or _HAPPENS.search(plain)
    )


def caption_below_lead(lines: Sequence[Line], *, has_lead: bool) -> frozenset[int]:
    """The number of the first line below the lead, which is the first line if none was found, should it be a caption.

    There the main picture stands. In a data set of which the leads are known, of a hundred such sentences that may show
    a picture some ninety do, whatever the text has of their words.
    """
    at = 0 if has_lead else 1
    if len(lines) <= at + _FEWEST_PARAGRAPHS or not lines[at + 1].is_running:
        return frozenset()
    if not _may_show(lines[at], _SEEN_BELOW_LEAD):
        return frozenset()
    usual = median(len(line.plain) for line in lines[at + 1 :] if line.is_running)
    longest = min(_SHARE_BELOW_LEAD * usual, _LONGEST_BELOW_LEAD)
    if usual < _SHORTEST_BELOW_LEAD or not (len(lines[at].plain) <= longest and lines[at].length >= _FEWEST_WORDS):
        return frozenset()
    return frozenset((at,) if has_lead or opens_with_agency(lines[0]) or stands_first(lines, 0) else ())


def attached_captions(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of lines right below a paragraph, where else an empty line parts paragraphs, and without an end.

    So stand the captions of pictures inside a text: a heading stands right above its paragraph.
    """
    text = [line for line in lines[1:] if line.is_running]
    if sum(line.is_apart for line in text) < max(_SHARE_APART * len(text), _FEWEST_APART):
        return frozenset()
    return frozenset(
        at
        for at, (above, line) in enumerate(pairwise(lines), start=1)
        if above.is_running
        and above.plain[-1] != ":"
        and not line.is_apart
        and (line.is_open or line.ends_in_name)
        and not (line.is_numbered or line.is_button or line.is_insert or line.author)
        and _SHORTEST_ATTACHED <= line.length <= _LONGEST_ATTACHED
        and all(following.is_apart for following in lines[at + 1 : at + 2])
    )


def announced_captions(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the short lines below one that announces pictures (``Một số hình ảnh tại buổi lễ:``)."""
    found: set[int] = set()
    announced = False
    for at, line in enumerate(lines):
        if (line.plain[-1] == ":" or not line.is_sentence) and _ANNOUNCES.search(line.plain):
            announced = True
        elif announced and line.words:
            announced = (
                _SHORTEST_ATTACHED <= line.length <= _LONGEST_ATTACHED and not line.author and ":" not in line.plain
            )
            found.update({at} if announced else ())
    return frozenset(found)


def _opens_with_picture(lines: Sequence[Line]) -> bool:
    """Whether the first line is the main picture's: no lead tells so little, and what follows is longer by far.

    Of 20,000 articles of a data set, which keeps no pictures, 29 open with such a line, half of them captions of films;
    and none of its leads is one.
    """
    if len(lines) < _FEWEST_PARAGRAPHS or not _shows(lines[0]):
        return False
    if lines[0].length < _SHORTEST_AT_OPENING or not lines[1].is_running:
        return stands_first(lines, 1)
    return len(lines[1].plain) >= _TIMES_AS_LONG * len(lines[0].plain) or stands_first(lines, 1)


def _text_above(lines: Sequence[Line], at: int) -> bool:
    """Whether a paragraph stands above a line, but for a box of other pages' titles between them."""
    above = at - 1
    while above > max(at - _LONGEST_BOX, 0) and _may_stand_between(lines[above]):
        above -= 1
    return lines[above].is_running


def _may_stand_between(line: Line) -> bool:
    """Whether a template may set a line between a paragraph and a picture: a pointer, a heading over links, a rule."""
    return line.is_insert or line.is_button or line.is_row or heads_other_pages(line)


def may_be_caption(line: Line) -> bool:
    """Whether a line without an end may be a caption: longer than headings, and it says no more than what is seen."""
    if line.length < _LIKELY_CAPTION or _HEADS.match(line.plain) or points_to_picture(line.plain):
        return False
    if tells(line, _SEEN if line.length > _LONGEST_HEADING else frozenset()):
        return False
    return line.length > _LIKELY_CAPTION or _names_something(line)


def tells(line: Line, but: frozenset[str] = frozenset(), one_word: re.Pattern[str] = _ONE_WORD) -> bool:
    """Whether a line has a word of one who tells, other than some, and not as part of ``one_word``."""
    said = (line.plain[0].lower() + line.plain[1:]).rstrip(".").replace(",", " ")  # what is capital inside is a name's
    telling = _TELLS - but
    return not (telling.isdisjoint(said.split()) or telling.isdisjoint(one_word.sub(" ", said).split()))


def _names_something(line: Line) -> bool:
    """Whether a line has a name behind its first word, or a number."""
    words = line.plain.split()
    return any(word[0].isupper() for word in words[1:]) or any(map(str.isdecimal, line.plain))


def _shows(line: Line) -> bool:
    """Whether a short sentence tells nothing: by its own words alone."""
    plain = line.plain
    if not (3 <= line.length <= _LONGEST and plain.endswith(".") and plain[0].isupper()):
        return False
    if _INSIDE.search(plain) or _OPENS.match(plain) or _SOMEBODY_KNOWN.search(plain) or _MEASURE.search(plain):
        return False
    if _HAPPENS.search(plain.partition(", nơi ")[0]):
        return False
    said = plain[0].lower() + plain[1:].partition(", nơi ")[0]  # what is capital inside is a name's
    return _TELLS_OF.isdisjoint(_ONE_WORD_OF_SENTENCE.sub(" ", said).rstrip(".").replace(",", " ").split())
