"""Pages of HTML: what stands round the text, in templates that call the boxes round it after what else they have."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.html_page import read_html_page

ONE = "Trạm bơm Cầu Vực chạy lại từ sáng nay, nước về đến chân ruộng cuối cùng của xã trước giờ trưa."
TWO = "Bà Hà Thị Nhài, tổ trưởng thủy nông, nói: “Máy cũ nghỉ ba vụ, giờ nghe tiếng nổ mà mừng”."
THREE = "Tiền sửa máy hai trăm triệu đồng, một nửa do huyện cấp, phần còn lại trích từ quỹ của hợp tác xã."
FOUR = (
    "Ông Lương Văn Sửu, thợ máy đã nghỉ hưu, được mời về trông hai tháng đầu; ông bảo chỉ cần bữa cơm trưa. "
    "Đến mùng mười, xã mở họp ở nhà văn hóa để chia lịch lấy nước cho bảy xóm, xóm xa lấy trước, xóm gần lấy sau."
)
TITLE = "Trạm bơm chạy lại"
HEADLINE = f"<h1>{TITLE}</h1>"
DATE = "<p>08/03/2020 - 07:15</p>"
TEXT = "".join(f"<p>{text}</p>" for text in (ONE, TWO, THREE, FOUR))
ALL = (ONE, TWO, THREE, FOUR)


def _read(body: str, head: str = "") -> Article:
    return read_html_page(f"<html><head>{head}</head><body>{body}</body></html>", "a.html", "/a.html")


def test_the_names_of_boxes_round_the_whole_article() -> None:
    """A box named after its kind of page, or after the title and date in it, makes none of its lines any of these."""
    page = (
        "<div class='category'><div class='show-title publish-date author'>"
        "<ul class=breadcrumb><li><a href=/>Trang chủ</a></li><li><a href=/nn>Thủy lợi</a></li></ul>"
        f"<h3>{TITLE}</h3><div class=box>NTM</div><div><p>{ONE}</p>"
        f"<p align=center><img src=a.jpg></p><p align=center><i>Trạm bơm nhìn từ cánh đồng</i></p>"
        f"<p>{TWO}</p><p>{THREE}</p><p>{FOUR}</p></div></div></div>"
    )
    article = _read(page, "<title>Thủy lợi - Cổng tin</title>")
    assert (article.title, article.section, article.author) == (TITLE, "Thủy lợi", None)
    assert article.captions == ("Trạm bơm nhìn từ cánh đồng",)
    assert article.paragraphs[-4:] == ALL


def test_a_date_among_links_and_the_dates_of_comments() -> None:
    """The line of the date has the page's tools in it as well; behind the text comments have dates of their own."""
    comments = "<h3>Bình luận (2)</h3><div class=cm><b>Lan</b><p>Mừng cho bà con.</p><i>10/03/2020 11:53</i></div>"
    tools = "<div><time>08/03/2020 07:15</time> <a href=#>Bản in</a> <a href=#>Gửi mail cho bạn bè</a></div>"
    assert _read(f"{HEADLINE}{tools}{TEXT}{comments}").published == "2020-03-08T07:15"
    assert _read(f"{HEADLINE}{TEXT}{comments}").published is None
    assert _read(f"{HEADLINE}<div>{TEXT}</div>{comments.replace('cm', 'entry')}").published is None


@pytest.mark.parametrize(
    ("prefix", "source"),
    [("QTN Online - ", "QTN Online"), ("TSH.vn - ", "TSH.vn"), ("(Quê Tôi) - ", "Quê Tôi"), ("QTO – ", "QTO")],
)
def test_agencies_before_a_lead(prefix: str, source: str) -> None:
    """A paper's name and its address open a lead as agencies' short names do."""
    article = _read(f"{HEADLINE}{DATE}<h2 class=sapo>{prefix}{ONE}</h2><div><p>{TWO}</p><p>{THREE}</p></div>")
    assert (article.source, article.lead, article.paragraphs) == (source, ONE, (TWO, THREE))


def test_an_office_of_the_agency_before_the_text() -> None:
    """The line of the author names the office that sent the text, and the lead's beginning the agency itself."""
    lead = f"<div class=summary>QTO.VN - {ONE}</div>"
    author = "<div class=author><a href=/tac-gia/1>Lê Vân</a>/QTO-Miền Đông</div>"
    article = _read(f"{HEADLINE}{DATE}{lead}<div><p>{TWO}</p><p>{THREE}</p></div>{author}")
    assert (article.author, article.source) == ("Lê Vân", "QTO.VN")


@pytest.mark.parametrize(
    "byline",
    [
        "<p class=info><b>Lê Vân</b>-<span class=time>Chủ nhật, ngày 08/03/2020 07:15 GMT+7</span></p>",
        "<p><span class=author>Lê Vân, </span><span class=origin-source>Theo Quê Tôi</span> <i>08/03/2020</i></p>",
    ],
)
def test_a_name_before_the_date(byline: str) -> None:
    """The author stands before the date, with what parts the two, or with the mark that a template sets behind it."""
    assert _read(f"{HEADLINE}{byline}{TEXT}").author == "Lê Vân"


@pytest.mark.parametrize("label", ["Link bài gốc", "Lấy link"])
def test_a_control_is_no_source(label: str) -> None:
    """A box for the address of the source has controls in it, which name nobody."""
    control = f"<div class=link-source><a class=source-name>{label}</a></div>"
    assert _read(f"{HEADLINE}{DATE}{TEXT}{control}").source is None


def test_author_and_paper_in_one_line() -> None:
    """Of ``Theo`` with a name and a paper in parentheses one is the author, and the other the source."""
    article = _read(f"{HEADLINE}{DATE}{TEXT}<div class=source>Theo Lê Vân (Quê Tôi)</div>")
    assert (article.author, article.source) == ("Lê Vân", "Quê Tôi")


def test_the_author_in_the_place_of_the_source() -> None:
    """Who signs in a box that is named for the source is no source besides."""
    site = "<meta property='og:site_name' content='Quê Tôi'>"
    article = _read(f"{HEADLINE}{DATE}<div>{TEXT}<div class=nguon-tin><b>Lê Vân</b></div></div>", site)
    assert (article.author, article.source, article.paragraphs) == ("Lê Vân", "Quê Tôi", ALL)


def test_a_name_in_parentheses_behind_the_last_sentence() -> None:
    """It is whose the text is; a place stands before the stop, and a lower word is no name."""
    article = _read(f"{HEADLINE}{DATE}<div>{TEXT}<p>Vụ tới xã sửa tiếp hai máy. <em>(Nguyễn Út Thắm)</em></p></div>")
    assert (article.author, article.paragraphs[-1]) == ("Nguyễn Út Thắm", "Vụ tới xã sửa tiếp hai máy.")
    last = "Vụ tới xã sửa tiếp hai máy. (còn tiếp kỳ sau)"
    article = _read(f"{HEADLINE}{DATE}<div>{TEXT}<p>{last}</p></div>")
    assert (article.author, article.paragraphs[-1]) == (None, last)


def test_who_made_what_else_is_on_the_page() -> None:
    """At the end of the text stand whose the words, the pictures and the design are; only the first is the author."""
    makers = "<p>Nội dung: Lê Vân</p><p>Ảnh: Hà Đức</p><p>Thiết kế: Thu Thủy</p>"
    article = _read(f"{HEADLINE}{DATE}<div>{TEXT}{makers}</div>")
    assert (article.author, article.paragraphs, article.captions) == ("Lê Vân", ALL, ())
    article = _read(f"{HEADLINE}{DATE}<div><p>{ONE}</p><p>Ảnh: Hà Đức</p><p>{TWO}</p><p>{THREE}</p></div>")
    assert (article.paragraphs, article.captions) == ((ONE, TWO, THREE), ())


def test_a_heading_over_other_pages_is_no_author() -> None:
    """In bold capitals behind the text stands what heads the list of other pages."""
    other = "<b>CÁC TIN, BÀI KHÁC</b><ul><li><a href=/1>Ba hồ chứa được gia cố xong trước lũ</a></li></ul>"
    assert _read(f"{HEADLINE}{DATE}<div>{TEXT}</div><div>{other}</div>").author is None


@pytest.mark.parametrize(
    "path",
    [
        "<ul class=list><li><a href=/>Trang chủ</a></li><li><a href=/tl>Thủy lợi</a></li></ul>",
        "<div class=breadcrum><ul><li><a href=/nn>Nông nghiệp</a></li><li><a href=/tl>Thủy lợi</a></li></ul></div>",
        "<div>Nông nghiệp</div>",
    ],
)
def test_a_section_above_the_headline(path: str) -> None:
    """A list of few links from the home page on, a path whose name is misspelt, a line that opens as sections do."""
    menu = "<nav>" + "".join(f"<a href=/{at}>Mục {at}</a>" for at in range(9)) + "</nav>"
    assert _read(f"{menu}{path}{HEADLINE}{DATE}{TEXT}").section in ("Thủy lợi", "Nông nghiệp")


def test_a_menu_that_begins_at_the_home_page_is_no_path() -> None:
    """It has more entries than a path has steps."""
    menu = "".join(f"<li><a href=/{at}>Mục số {at}</a></li>" for at in range(9))
    assert _read(f"<ul><li><a href=/>Trang chủ</a></li>{menu}</ul>{HEADLINE}{DATE}{TEXT}").section is None


def test_a_football_page_s_lead_and_a_table_of_contents() -> None:
    """A class with ``foot`` in it among other words is no foot, and the list of a text's headings is none of it."""
    contents = (
        "<div id=toc-container><p class=toc-title>Mục lục</p><ul><li><a href=#1>Chạy máy ban đêm</a></li></ul></div>"
    )
    heading = "<h2><span class=toc-section>Chạy máy ban đêm</span></h2>"
    lead = f"<h2 class='cate-foot-arti-sum sapo'>{ONE}</h2>"
    article = _read(f"{HEADLINE}{DATE}{lead}<div>{contents}<p>{TWO}</p>{heading}<p>{THREE}</p></div>")
    assert (article.lead, article.paragraphs) == (ONE, (TWO, "Chạy máy ban đêm", THREE))


def test_the_first_cell_below_a_picture_is_no_caption() -> None:
    """A table of figures behind a picture is read by rows, its first cell with the others."""
    picture = "<tr><td><img src=a.jpg></td></tr>"
    table = f"<table>{picture}<tr><td>Vụ</td><td>Diện tích</td></tr><tr><td>Xuân</td><td>120</td></tr></table>"
    article = _read(f"{HEADLINE}{DATE}<div><p>{ONE}</p>{table}<p>{TWO}</p><p>{THREE}</p></div>")
    assert article.paragraphs == (ONE, "Vụ | Diện tích", "Xuân | 120", TWO, THREE)
    assert article.captions == ()
