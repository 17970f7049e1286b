"""The names of sections that news sites have in common, by which menus are known, and a section that stands alone."""

from __future__ import annotations

import re

_NAMES = """
    Trang chủ|Mới nhất|Tin mới|Tin nóng|Tin tức|Thời sự|Chính trị|Xã hội|Thế giới|Quốc tế|Kinh tế|Kinh doanh|Tài chính
    |Chứng khoán|Bất động sản|Nhà đất|Doanh nghiệp|Doanh nhân|Thị trường|Tiêu dùng|Nông nghiệp|Nông thôn|Nông sản
    |Công nghiệp|Hạ tầng|Giao thông|Xe|Ô tô|Pháp luật|Pháp đình|An ninh|Quốc phòng|Giáo dục|Tuyển sinh|Khoa học
    |Công nghệ|Số hóa|Môi trường|Y tế|Sức khỏe|Sức khoẻ|Đời sống|Gia đình|Giới trẻ|Nhịp sống|Văn hóa|Văn hoá|Văn nghệ
    |Giải trí|Âm nhạc|Điện ảnh|Thời trang|Làm đẹp|Ẩm thực|Du lịch|Thể thao|Bóng đá|Tennis|Bạn đọc|Bạn đọc viết|Góc nhìn
    |Ý kiến|Ý kiến bạn đọc
    |Bình luận|Diễn đàn|Tâm sự|Cộng đồng|Đồng hương|Video|Clip|Ảnh|Photo|Podcast|Audio|Media|Multimedia|Infographic
    |E-?magazine|Longform|Liên hệ|Giới thiệu|Quảng cáo|Rao vặt|Tuyển dụng|Lịch công tác|Văn bản|Thông báo|Thư viện
    |Y học|Y học cổ truyền|Dược
    |Tin hoạt động|Tin trong tỉnh|Tin trong nước|Nghệ thuật|Nghiên cứu|Trao đổi|Xây dựng Đảng|Dân vận|Mặt trận
    |Đoàn thể|Quân sự|Biển đảo|Hội nhập|Đô thị|Khám phá|Kiều bào|Cải cách hành chính|Chuyển đổi số|Hỏi đáp|Năng lượng
    |Hoạt động|Dân tộc|Tôn giáo|Địa phương|Tin địa phương|Trong nước|Phóng sự|Ký sự|Tản văn|Truyện ngắn|Xem ăn chơi
    |Sống khỏe|Sống khoẻ|Hồ sơ|Sự kiện|Chuyên đề|Công đoàn|Lao động|Việc làm|Nhân ái|Thiết bị|Media|Tư liệu|Magazine
"""
SMALL_LETTERS = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_SECTION = re.compile(rf"(?:{''.join(map(str.strip, _NAMES.splitlines()))})(?![{SMALL_LETTERS}])")
_SEPARATOR = re.compile(r"[|•·»/∨▾☰–]")
_MINISTRY = re.compile(r"\b(?<!quốc )(?:sở|bộ|phòng|ban|viện) ", re.IGNORECASE)
"""Ministries and offices are named after what sections are named after."""

_SENTENCE_MARK = re.compile(r"[,;:.!?()\d]")
_LONGEST = 50
_FEWEST_IN_MENU = 3
_MANY, _LONGEST_ENTRY = 5, 32
"""Strokes in a line with so short entries between them that it is a menu whatever they name."""

_LONGEST_JOINED = 3
"""Words of a part of a section's name that joins two."""


GENRE = re.compile(
    r"(?:phóng sự|ký sự|ghi chép|bút ký|tản văn|tạp bút|truyện ngắn|bình luận|xã luận|góc nhìn|chuyên đề|tin nóng"
    r"|tin nhanh|infographic|longform|e-?magazine|megastory|podcast|video|photo)(?: ảnh| story)?$",
    re.IGNORECASE,
)
"""What kind of text a line says that one is, and nobody's name."""


def is_section_name(plain: str) -> bool:
    """Whether a line is the name of a section that sites have in common, or some joined (``Văn hóa - Xã hội``)."""
    if len(plain) > _LONGEST:
        return False
    return all(_SECTION.fullmatch(part.strip().capitalize()) for part in re.split(r"\s+[-–&]\s+", plain))


def names_section(plain: str) -> bool:
    """Whether a line joins a section's name to a few capital words more (``Giáo dục - Khuyến học``)."""
    parts = re.split(r"\s+[-–]\s+", plain)
    if len(parts) < 2 or not any(map(is_section_name, parts)):
        return is_section_name(plain)
    return all(part[:1].isupper() and len(part.split()) <= _LONGEST_JOINED for part in parts)


def opens_as_section(plain: str) -> bool:
    """Whether a line opens with such a name, as a part of a section does (``Bóng đá trong nước``)."""
    return _SECTION.match(plain.capitalize()) is not None


def is_menu(plain: str) -> bool:
    """Whether a line runs through sections, parted by anything or by nothing: no title names so many."""
    if plain.count(" | ") >= _MANY and all(len(entry) <= _LONGEST_ENTRY for entry in plain.split(" | ")):
        return True
    plain = _SENTENCE_MARK.split(plain, 1)[0]  # behind a menu may stand a date, but no menu is a sentence
    found = set(_SECTION.findall(plain))
    if len(found) < _FEWEST_IN_MENU or _MINISTRY.search(plain):
        return False
    return 2 * sum(map(len, found)) >= len(plain) or len(_SEPARATOR.findall(plain)) >= _FEWEST_IN_MENU
