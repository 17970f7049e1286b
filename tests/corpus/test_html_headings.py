"""Pages of HTML: which heading is the title, which path leads to it, and what stands between paragraphs."""

from __future__ import annotations

import pytest

from tests.corpus.test_html_round_the_text import ALL, DATE, HEADLINE, ONE, TEXT, THREE, TITLE, TWO, _read

MENU = "<ul>" + "".join(f"<li><a href=/{at}>Mục số {at}</a></li>" for at in range(9)) + "</ul>"
PATH = "<li><a href=/ts>Thời sự</a></li><li><a href=/bl>Thủy lợi</a></li>"


def test_a_heading_over_links_is_no_title() -> None:
    """A list of links right below it shows what it heads, whatever its letters and its class."""
    page = f"<h2 class=title>Chuyên mục</h2>{MENU}<div class=title>{TITLE}</div>{DATE}<div>{TEXT}</div>"
    assert _read(page).title == TITLE


def test_a_lead_in_the_class_of_titles_is_no_title() -> None:
    """It is a whole sentence, and longer than titles are."""
    lead = f"{ONE[:-1]}, sớm hơn lịch hẹn với bà con đúng một tuần lễ."
    article = _read(f"<div class=title>{TITLE}</div>{DATE}<div class=title><b>{lead}</b></div><div>{TEXT}</div>")
    assert (article.title, article.lead) == (TITLE, lead)


def test_the_title_of_an_entry_in_a_reader_of_feeds() -> None:
    """It is a link, and labels with what they say stand beside it; the window has the program's name."""
    head = "<table><tr><td>Kênh:</td><td><a>Vùng Cao News</a></td></tr></table><div>Chuyên mục: Y tế cơ sở</div>"
    name = f"<div class=title><a href=/1>{TITLE} sau ba vụ nằm im</a></div>"
    posted = "<div>Đăng: Sun, 08 Mar 2020 07:15:00 +0700 | Tác giả: Lê Vân</div>"
    article = _read(f"{head}{name}{posted}<div>{TEXT}</div>", "<title>FeedReader 4</title>")
    assert (article.title, article.published) == (f"{TITLE} sau ba vụ nằm im", "2020-03-08T07:15:00")


def test_the_title_of_a_letter_to_readers() -> None:
    """Bold in a table, and below it who wrote it, with a label; the window has the number of the letter."""
    name = "Ba điều học được từ một trạm bơm chạy lại"
    rows = (f"<b>{name}</b>", "Viết bởi: Ngụy Hoài Thu", "Chào bạn,", *ALL)
    page = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    article = _read(f"<table>{page}</table>", "<title>Thư sáng thứ Tư #118</title>")
    assert (article.title, article.author) == (name, "Ngụy Hoài Thu")


@pytest.mark.parametrize("between", ["", "<div class=date>08/03/2020 07:15 GMT+7</div>"])
def test_a_path_without_a_home_page(between: str) -> None:
    """A list of two links, above the headline and its date, with the menu above it."""
    assert _read(f"{MENU}<div><ul>{PATH}</ul></div>{between}{HEADLINE}{TEXT}").section == "Thủy lợi"


def test_a_path_that_looks_like_a_menu() -> None:
    """Three links from the home page on, right above the headline, are its path; above a date they may be a blog's."""
    path = f"<ul><li><a href=/>Trang chủ</a></li>{PATH}</ul>"
    assert _read(f"{path}{HEADLINE}{DATE}{TEXT}").section == "Thủy lợi"
    assert _read(f"<nav>{path}</nav><h2>Chủ nhật, 8/3/2020</h2>{HEADLINE}{TEXT}").section is None


def test_the_title_of_another_page_does_not_end_a_text() -> None:
    """A label with the title behind it stands between paragraphs, also where both are one link."""
    pointer = "<div><a href=/1>Bài liên quan: Bắt nhóm trộm cáp viễn thông dọc quốc lộ</a></div>"
    text = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>{pointer}<p>{ALL[3]}</p>"
    assert _read(f"{HEADLINE}{DATE}<div>{text}</div>").paragraphs == ALL


def test_a_heading_over_more_of_its_kind_is_no_text() -> None:
    """What it heads are other pages."""
    assert _read(f"{HEADLINE}{DATE}<div>{TEXT}<h3>Phóng sự ảnh khác</h3></div>").paragraphs == ALL


@pytest.mark.parametrize(
    "picture",
    [
        "<div class=imgBox><p><img src=a.jpg></p><p class=imgTitle align=center><em>{}</em></p></div>",
        "<div class=pic-block><img src=a.jpg><div class=pic-credit>{}</div></div>",
        "<div class=wsw__embed><figure><img src=a.jpg><figcaption><i>{}</i></figcaption></figure></div>",
    ],
)
def test_captions_by_the_names_of_their_boxes(picture: str) -> None:
    """A picture's title or credit, and a figure in a box that is called after how it is put in."""
    caption = "Bà Nhài bên chiếc máy bơm cũ."
    text = f"<p>{ONE}</p>{picture.format(caption)}<p>{TWO}</p><p>{THREE}</p><p>{ALL[3]}</p>"
    article = _read(f"{HEADLINE}{DATE}<div>{text}</div>")
    assert (article.captions, article.paragraphs) == ((caption,), ALL)


def test_a_photographer_below_a_caption_by_a_name_alone() -> None:
    """A template has a line of its own for whose the picture is: it belongs to the caption."""
    picture = (
        "<figure><img src=a.jpg><figcaption><p>Bà Nhài bên máy cũ</p></figcaption></figure><p class=author>B.N.K</p>"
    )
    text = f"<p>{ONE}</p>{picture}<p>{TWO}</p><p>{THREE}</p><p>{ALL[3]}</p>"
    article = _read(f"{HEADLINE}{DATE}<div>{text}</div>")
    assert (article.captions, article.paragraphs) == (("Bà Nhài bên máy cũ\nB.N.K",), ALL)


def test_a_caption_below_the_author_s_line() -> None:
    """Behind the box of the text stands one more picture, with what it shows."""
    picture = "<div><img src=a.jpg></div><div class=chuthich>Trạm bơm trước giờ chạy.</div>"
    article = _read(f"{HEADLINE}{DATE}<div class=all><div>{TEXT}<p><i>Tin, ảnh: Lê Vân</i></p></div>{picture}</div>")
    assert (article.captions, article.author) == (("Trạm bơm trước giờ chạy.",), "Lê Vân")


def test_a_path_whose_last_step_is_no_link() -> None:
    """Each step counts, be it a link or not; and tools may stand between the path and the headline."""
    crumbs = "<div class=breadcrumb><a href=/>Trang chủ</a> » <a href=/tt>Tin tức</a> » Thủy lợi</div>"
    assert _read(f"{crumbs}{HEADLINE}{DATE}{TEXT}").section == "Thủy lợi"
    tools = "<div>• <a href=/tl>Thủy lợi</a></div><div>08/03/2020, 07:15</div><div><a href=#>Bản in</a></div>"
    assert _read(f"{MENU}{tools}{HEADLINE}{TEXT}").section == "Thủy lợi"


def test_a_label_with_the_date_behind_the_title() -> None:
    """Both stand in one line, the date in brackets."""
    line = f"<div><span class=title>{TITLE}</span> <i>(Ngày đăng: 05/07/2017 - 10:32 AM)</i></div>"
    article = _read(f"{line}<div>{TEXT}</div>", f"<title>{TITLE} - Tin Quê</title>")
    assert (article.title, article.published) == (TITLE, "2017-07-05T10:32")


def test_the_heading_below_which_the_date_stands() -> None:
    """A larger heading of a box beside the text is no title of the page, whose window has the site's name."""
    box = "<div><h1 class=box-title>Thống kê truy cập</h1><p>Đang truy cập: 12</p></div>"
    page = f"{box}<div><h3 class=title>{TITLE}</h3><p class=date>Thứ Ba, 08/03/2020, 07:15</p><div>{TEXT}</div></div>"
    assert _read(page, "<title>Tin của phường</title>").title == TITLE


def test_the_section_that_a_post_says_it_is_in() -> None:
    """Below the title, or below the text; a short menu from the home page tells less."""
    menu = "<ul><li><a href=/>Home</a></li><li><a href=/g>Ghi chép</a></li><li><a href=/a>About</a></li></ul>"
    posted = "<div>Posted by <i class=author>admin</i> in <a rel=category>Ghi chép</a> on March 8, 2020</div>"
    assert _read(f"{menu}{HEADLINE}{posted}<div>{TEXT}</div>").section == "Ghi chép"
    below = "<div class=itemCategory>Được xuất bản trong <a href=/t>Tin xã</a></div>"
    assert _read(f"{HEADLINE}{DATE}<div>{TEXT}</div>{below}").section == "Tin xã"


def test_a_section_above_the_date_and_a_step_that_names_none() -> None:
    """A plain label stands above the date as well as above the title; ``Nội dung chính`` is where the page is."""
    assert _read(f"<b>Khoa học</b>{DATE}{HEADLINE}<div>{TEXT}</div>").section == "Khoa học"
    path = "<div><a href=/>Trang chủ</a> > <a href=/k>Kinh tế</a> > Nội dung chính</div>"
    assert _read(f"{path}{HEADLINE}<div>{TEXT}</div>").section == "Kinh tế"


def test_a_section_above_the_date_that_the_menu_has_as_well() -> None:
    """As a link or as plain words; a path's last step need not be a link, and a title that was cut is none."""
    menu = "<ul><li><a href=/1>Thời sự</a></li><li><a href=/2>Nuôi trồng</a></li><li><a href=/3>Bạn đọc</a></li></ul>"
    plain = f"{menu}<table><tr><td>Nuôi trồng</td></tr></table>{HEADLINE}{DATE}<div>{TEXT}</div>"
    assert _read(plain).section == "Nuôi trồng"
    linked = (
        f"{menu}<div><a href=/2>Nuôi trồng</a></div><div class=date>08/03/2020 07:15</div>{HEADLINE}<div>{TEXT}</div>"
    )
    assert _read(linked).section == "Nuôi trồng"
    path = "<div class=breadcrumb><a href=/>Trang chủ</a><a href=/d>Diễn đàn</a><span>{}</span></div>"
    assert _read(f"{path.format('Ý kiến')}{HEADLINE}<div>{TEXT}</div>").section == "Ý kiến"
    assert _read(f"{path.format('Trạm bơm...')}{HEADLINE}<div>{TEXT}</div>").section == "Diễn đàn"


def test_a_heading_in_capitals_below_the_lead() -> None:
    """It is written as names are, and begins with no family's; a name in capitals right there is the author's."""
    lead = f"<p><b>{ONE}</b></p>"
    text = f"<p>{TWO}</p><p>{THREE}</p>"
    article = _read(f"{HEADLINE}{DATE}<div>{lead}<p><b>THỨC CÙNG CON NƯỚC</b></p>{text}</div>")
    assert (article.author, article.paragraphs[0]) == (None, "THỨC CÙNG CON NƯỚC")
    article = _read(f"{HEADLINE}{DATE}<div>{lead}<p><b>TRẦN LÊ KHA</b></p>{text}</div>")
    assert (article.author, article.paragraphs) == ("TRẦN LÊ KHA", (TWO, THREE))


def test_a_blog_whose_name_is_the_page_s_title_for_machines() -> None:
    """The window has both names: the blog's stands first on the page, and the post's is a heading above the text."""
    head = f"<title>Sổ tay quê — {TITLE}</title><meta property='og:title' content='Sổ tay quê'>"
    page = f"<h1><a href=/>Sổ tay quê</a></h1><p>viết cho vui</p><h2><a href=/1>{TITLE}</a></h2><div>{TEXT}</div>"
    assert _read(page, head).title == TITLE


def test_a_title_that_begins_as_previews_do() -> None:
    """``Bản thử nghiệm`` and ``Xem trước giờ`` head news, and no page that is not published yet."""
    for title in ("Bản thử nghiệm vaccine cho kết quả tốt", "Xem trước giờ ra mắt trạm bơm mới của huyện"):
        page = f"<h1>{title}</h1>{DATE}<div><h2>Nhiều điểm mới đáng chú ý lần này</h2>{TEXT}</div>"
        assert _read(page, f"<title>{title}</title>").title == title


def test_a_title_above_all_else_is_no_site_s() -> None:
    """Where the site's name is a heading at the page's foot, the first line is the title."""
    title = "Trạm bơm Cống Đá chạy lại"
    page = f"<h1>{title}</h1><h2>Vì sao trạm phải sửa ngay trong năm nay</h2>{TEXT}<h3>Báo Quê</h3>"
    assert _read(page, f"<title>{title} - Báo Quê</title>").title == title


def test_a_page_that_is_shown_before_it_is_published() -> None:
    """What an editor's program calls it is no title."""
    page = f"<h1>Xem trước bài #88172</h1>{DATE}<h2>{TITLE}</h2><div>{TEXT}</div>"
    assert _read(page, "<title>Xem trước bài #88172</title>").title == TITLE


def test_a_path_right_above_the_title() -> None:
    """In a forum the way to a page is a bar of links with the title below it, which stands again above the text."""
    steps = ("<a href=/f>Diễn đàn Quê</a>", "<a href=/p>Phòng đọc</a>", "<a href=/t>Tin sưu tầm</a>")
    bar = f"<div class=navbar>{' &gt; '.join(steps)}</div>"
    rows = "".join(
        f"<p>{each}</p>" for each in ("Đăng nhập", "Ghi danh", "Hỏi đáp", "Lịch", "#1", "dauhoi", "Bài gởi: 190")
    )
    page = f"{bar}<div class=navbar><b>{TITLE}</b></div>{rows}<div><b>{TITLE}</b></div><div>{TEXT}</div>"
    assert _read(page, f"<title>{TITLE} - Diễn đàn Quê</title>").section == "Tin sưu tầm"


def test_an_aside_in_slanted_letters_is_no_lead() -> None:
    """What stands in parentheses as a whole is said by the way; a control above the text is no section."""
    aside = "(Viết cho mấy anh thợ máy đã nghỉ hưu, nếu còn ai đọc)"
    view = "<div><a href=/v>Xem email này trên trình duyệt</a></div>"
    article = _read(f"{view}{HEADLINE}{DATE}<div><p><i>{aside}</i></p>{TEXT}</div>")
    assert (article.lead, article.paragraphs, article.section) == (None, (aside, *ALL), None)


def test_a_section_in_a_template_that_names_everything_after_it() -> None:
    """A control in a box that is named so is no section; the path is, though its name is not spelt out."""
    path = "<div class=brmCrum><a href=/b>Bóng đá</a> <a href=/v>V-League</a></div>"
    share = "<div class=cate-share><a>Chia sẻ</a><a>Zalo</a></div>"
    assert _read(f"{path}{HEADLINE}{DATE}{share}<div>{TEXT}</div>").section == "V-League"


def test_a_blog_and_its_post_with_a_colon_between() -> None:
    """The window has both, and a link over the page skips to the text."""
    skip = "<div><a href=#main>chuyển đến nội dung chính</a></div>"
    blog = "<h1><a href=/>Lều Cỏ</a></h1><p>viết cho vui</p>"
    page = f"{skip}{blog}{DATE}<h3 class=post-title>{TITLE}</h3><div>{TEXT}</div>"
    article = _read(page, f"<title>Lều Cỏ: {TITLE}</title>")
    assert (article.title, article.section) == (TITLE, None)
