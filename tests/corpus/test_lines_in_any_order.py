"""Lines that pages have, in any order and number: whatever comes of them is an article or one of our errors."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import CorpusError
from corpus.html_page import read_html_page
from corpus.text.page import read_text_page

PROSE = "Sáng 1/1, bà con xóm Trại dựng lại lò tráng miến sau bảy năm bỏ không, nhờ một đơn hàng của trường bán trú."
LINES = (
    "",
    "\u2005",
    "Trang chủ",
    "Ý kiến",
    "Trang chủ » Nghề quê",
    "Nghề quê | Chợ | Bạn đọc",
    "Xóm Trại giữ nghề tráng miến",
    "Thứ Hai, 01/01/0001",
    "01/01/0001 00:00:00",
    "Thứ Sáu, 31/12/9999, 23:59",
    "Cập nhật: 29/02/2021",
    "12/10/2020 08:15",
    "3 giờ trước",
    "Hà Vy",
    "Bài và ảnh: Hà Vy",
    "Theo Quê Mới",
    "(Dân trí)",
    "(Quê Mới)",
    "XTM - ",
    "PV:",
    "Bà Đinh Thị Lụa:",
    "Hỏi: Vì sao?",
    "“",
    "”",
    "(",
    ")",
    ", thợ tráng miến",
    ".",
    ":",
    "2",
    "Sân rộng 80 m",
    "Theo",
    "ông",
    "iPhone.",
    PROSE,
    f"“{PROSE}”",
    f"- {PROSE}",
    f"{PROSE[:60]}",
    "Ảnh: Hà Vy",
    "Bà Lụa bên lò tráng miến. Ảnh: Hà Vy",
    "Bà Lụa bên lò tráng miến",
    "1/3",
    "Giá miến: 60.000 đồng",
    "- Khai mạc hội làng ở đình Gành (12/3)",
    "Lịch hội như sau:",
    "Tóm tắt bằng AI",
    "Đọc thêm",
    "Tin liên quan",
    "Bình luận (2)",
    "Từ khóa:",
    "Bản quyền ảnh",
    "Nguồn hình ảnh, Hà Vy",
    "©",
    "* * *",
    "0:00 / 1:43",
)
_PAGE = st.lists(st.sampled_from(LINES), max_size=24)
_FRAMES = (
    "<p>{}</p>",
    "<div>{}</div>",
    "<h1>{}</h1>",
    "<h2>{}</h2>",
    "<li>{}</li>",
    "<td>{}</td>",
    "<dd>{}</dd>",
    "<b>{}</b><br>",
    "<p><a href=/1>{}</a></p>",
    "<figure><img src=a><figcaption>{}</figcaption></figure>",
    "<div class=widget>{}</div>",
    "<div class=author>{}</div>",
    "<time>{}</time>",
    "<div class=sapo>{}</div>",
    "<div class=related>{}</div>",
    "<title>{}</title>",
    "<table><tr><td>{}</td></tr></table>",
    "<blockquote>{}</blockquote>",
    "<meta property=og:site_name content='{}'>",
)


@given(_PAGE, st.booleans())
def test_of_text(lines: list[str], apart: bool) -> None:
    """With empty lines between them and without."""
    try:
        read_text_page(("\n\n" if apart else "\n").join(lines), "a", "/a")
    except CorpusError:
        return


@given(st.lists(st.tuples(st.sampled_from(_FRAMES), st.sampled_from(LINES)), max_size=24))
def test_of_html(lines: list[tuple[str, str]]) -> None:
    """Each in any element."""
    try:
        read_html_page("".join(frame.format(line) for frame, line in lines), "a.html", "/a.html")
    except CorpusError:
        return
