"""Pages of HTML: what markup and look say of an article's facts, and what is told from its text."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.errors import NoArticleError
from corpus.html_page import read_html_page
from corpus.stated_dates import stated_date

ONE = "Phiên chợ Đồng Lạc họp lại sau ba tháng sửa mái, bà con bày hàng ngay từ bốn giờ sáng."
TWO = "Ông Hà Văn Thụ, trưởng ban quản lý, nói: “Mái mới cao hơn mái cũ hai mét, nước không còn tràn vào sạp hàng”."
THREE = "Tiền sửa chợ do huyện cấp một nửa, một nửa do các hộ bán hàng góp trong hai năm liền."
LAST = "Chiều muộn, người bán hàng cuối cùng kéo bạt che sạp và quét sạch lối đi giữa chợ."
TITLE = "<h1>Chợ Đồng Lạc họp lại</h1>"
DATE = "<p>08/03/2020 - 07:15</p>"
TEXT = "".join(f"<p>{text}</p>" for text in (ONE, TWO, THREE))
ALL = (ONE, TWO, THREE)


def _read(body: str, head: str = "") -> Article:
    return read_html_page(f"<html><head>{head}</head><body>{body}</body></html>", "a.html", "/a.html")


def _brief(body: str, head: str = "") -> tuple[str, ...]:
    """The paragraphs of a page with a menu, the weather, teasers and an imprint round it; none where it is refused."""
    menu = "".join(f"<li><a href=/{number}>Mục {number}</a></li>" for number in range(8))
    teasers = "".join(
        f"<div class=it><h4><a href=/{number}>Tin số {number} của một ngày khác trong tuần</a></h4><p>{ONE}</p></div>"
        for number in range(6)
    )
    imprint = (
        "<p>Cơ quan chủ quản: Sở Nội vụ huyện Ninh Hà. Giấy phép số 12 cấp ngày 5 tháng 6 năm 2009.</p>"
        "<p>Mọi hình thức sao chép phải được ban biên tập đồng ý bằng văn bản và phải nói rõ tác giả.</p>"
    )
    try:
        return _read(
            f"<ul>{menu}</ul>{body}<div>Thời tiết<br>Ninh Hà, 23 độ</div><div>{teasers}</div><div>{imprint}</div>", head
        ).paragraphs
    except NoArticleError:
        return ()


@pytest.mark.parametrize("value", ["0001-01-01T00:00:00", "1970-01-01T07:00:00+07:00", "1900-01-01", "1/1/0001"])
def test_what_systems_write_for_no_date_is_none(value: str) -> None:
    """The day on which a system's clock begins dates nothing, and the date that the page shows is taken."""
    assert stated_date(value) is None
    meta = f"<meta property='article:published_time' content='{value}'>"
    assert _read(TITLE + DATE + TEXT, meta).published == "2020-03-08T07:15"
    assert _read(f"{TITLE}<p class=date>{value}</p>{TEXT}<p>{ONE}</p>").published is None
    menu = "".join(f"<p>Mục {number}</p>" for number in range(8))
    assert _read(f"<p>01/01/0001 07:00</p>{menu}{TITLE}{TEXT}<p>{ONE}</p>").published is None


@pytest.mark.parametrize(
    "byline",
    [
        "<div class=byline><b class=byline__name>Lê Vân</b> <span class=byline__title>Gửi từ Ninh Hà</span></div>",
        "<p>07:15 | 08/03/2020 | <b>Lê Vân</b></p>",
        "<ul><li><a href=/author/le-van>Lê Vân</a></li></ul>",
        "<ul><li><a href='/tac-gia/le-van-12.html'>Lê Vân</a></li></ul>",
    ],
)
def test_an_author_below_the_headline(byline: str) -> None:
    """The named part of a byline, the name behind a date, and a link to the author's page are the author."""
    assert _read(TITLE + byline + DATE + TEXT).author == "Lê Vân"


def test_a_place_behind_a_date_is_no_author() -> None:
    """Only a stroke parts facts from each other; a dash parts the place as well."""
    assert _read(f"{TITLE}<p>08/03/2020 - Ninh Hà</p>{TEXT}").author is None


def test_an_author_among_those_who_made_the_page() -> None:
    """Whoever wrote the words is the author, beside photographers and designers."""
    makers = "<p><b>Nội dung:</b> Lê Thị Hồng Vân</p><p><b>Ảnh, video:</b> Hà Đức</p><p><b>Thiết kế:</b> Thu Thủy</p>"
    assert _read(f"<div>{TITLE}{DATE}<div>{TEXT}</div><div>{makers}</div></div>").author == "Lê Thị Hồng Vân"


def test_a_paper_in_the_author_s_place_is_the_source() -> None:
    """A template has one place for names: with ``theo`` before it, it is a paper's, and the byline is the author's."""
    paper = "<p class=author>theo <a>Nông Thôn Trẻ</a></p>"
    article = _read(f"{TITLE}<p><span class=author>Lê Vân</span> | 08/03/2020</p>{TEXT}{paper}")
    assert (article.author, article.source) == ("Lê Vân", "Nông Thôn Trẻ")


@pytest.mark.parametrize("markup", ["<p class=author>{}</p>", "<p align=right><b>{}</b></p>"])
def test_an_agency_behind_the_author_s_name_is_the_source(markup: str) -> None:
    """A closing line gives both, whether its markup or its look shows it."""
    article = _read(TITLE + DATE + TEXT + markup.format("Lê Vân (TTQ)"))
    assert (article.author, article.source, article.paragraphs) == ("Lê Vân", "TTQ", ALL)


@pytest.mark.parametrize(
    "lead",
    [
        "<p class=story-body__introduction>{}</p>",
        "<div><i>{}</i></div>",
        "<p class=sapo>- {}</p>",
    ],
)
def test_a_lead_in_the_body_of_the_text(lead: str) -> None:
    """A name for what is inside the body, slanted letters of a block by itself; a dash before it is no part of it."""
    body = f"{TITLE}{DATE}<div class=story-body>{lead.format(ONE)}<p>{TWO}</p><p>{THREE}</p></div>"
    article = _read(body)
    assert (article.lead, article.paragraphs) == (ONE, (TWO, THREE))


@pytest.mark.parametrize("first", ["<i>{}</i><br>", "<p><i>“{}”</i></p>"])
def test_slanted_letters_alone_make_no_lead(first: str) -> None:
    """A text that opens with slanted words that go on in the same block, or that are quoted, has no lead."""
    article = _read(f"{TITLE}{DATE}<div>{first.format(ONE)}{TWO}<br>{THREE}</div>")
    assert article.lead is None
    assert len(article.paragraphs) == 3


def test_a_text_that_is_slanted_throughout_has_no_lead() -> None:
    """The first paragraph looks as all others do."""
    article = _read(TITLE + DATE + "".join(f"<p><i>{text}</i></p>" for text in ALL))
    assert (article.lead, article.paragraphs) == (None, ALL)


def test_the_points_of_a_lead_keep_their_dashes() -> None:
    """Only before one line a dash is what is left of a prefix."""
    article = _read(f"{TITLE}{DATE}<div class=sapo>- Chợ họp lại từ hôm nay.<br>- Mái cao hơn hai mét.</div>{TEXT}")
    assert article.lead == "- Chợ họp lại từ hôm nay.\n- Mái cao hơn hai mét."


def test_words_for_screen_readers_are_no_part_of_a_caption() -> None:
    """What stands off the screen nobody sees."""
    caption = "<figcaption><span class=off-screen>Chú thích ảnh</span>Mái chợ mới</figcaption>"
    article = _read(f"{TITLE}{DATE}<p>{ONE}</p><figure><img src=a.jpg>{caption}</figure><p>{TWO}</p><p>{THREE}</p>")
    assert article.captions == ("Mái chợ mới",)


@pytest.mark.parametrize(
    "box",
    [
        "<blockquote>{}</blockquote>",
        "<blockquote><p>{}</p><cite>Trưởng ban Hà Văn Thụ</cite></blockquote>",
        "<div class=quote-wrapper><p>{}</p><p class=NameCaption>Trưởng ban Hà Văn Thụ</p></div>",
    ],
)
def test_words_pulled_out_of_the_text_are_said_once(box: str) -> None:
    """A quotation set apart that repeats a paragraph's words is left out, with its speaker's name; another is text."""
    again, own = box.format("Mái mới cao hơn mái cũ hai mét"), box.format("Chợ là nhà của cả làng này")
    article = _read(f"{TITLE}{DATE}<div><p>{ONE}</p><p>{TWO}</p>{again}<p>{THREE}</p></div>")
    assert (article.paragraphs, article.captions) == (ALL, ())
    article = _read(f"{TITLE}{DATE}<div><p>{ONE}</p><p>{TWO}</p>{own}<p>{THREE}</p></div>")
    assert "Chợ là nhà của cả làng này" in article.paragraphs


def test_a_quotation_that_only_the_headline_repeats_is_text() -> None:
    """The headline takes it from there."""
    box = "<blockquote>Mái mới, nước không còn tràn</blockquote>"
    article = _read(f"<h1>“Mái mới, nước không còn tràn”, bà con nói</h1>{DATE}<p>{ONE}</p>{box}<p>{TWO}</p>")
    assert article.paragraphs == (ONE, "Mái mới, nước không còn tràn", TWO)


def test_a_comment_makes_no_quotation_a_repetition() -> None:
    """A quotation in the article stays, though a reader repeats it below."""
    own = "Chợ là nhà của cả làng này, ai cũng phải góp một tay mà giữ lấy nó."
    comments = f"<div class=comments><p>{own} Ông nói hay quá, tôi xin góp thêm một ngày công.</p></div>"
    article = _read(f"{TITLE}{DATE}<div>{TEXT}<blockquote>{own}</blockquote><p>{ONE}</p></div>{comments}")
    assert own in article.paragraphs


def test_a_table_of_figures_is_read_row_by_row() -> None:
    """Cells of rows that are alike stand in one paragraph, with the row that heads them."""
    table = (
        "<table><thead><tr><th></th><th>Tháng 1</th><th>Tháng 2</th></tr></thead>"
        "<tbody><tr><td>Sạp vải</td><td>95</td><td>60</td></tr>"
        "<tr><td>Sạp rau</td><td><p>80</p></td><td>72</td></tr></tbody></table>"
    )
    article = _read(f"{TITLE}{DATE}<div><p>{ONE}</p><p>{TWO}</p>{table}<p>{THREE}</p></div>")
    assert article.paragraphs == (ONE, TWO, "Tháng 1 | Tháng 2", "Sạp vải | 95 | 60", "Sạp rau | 80 | 72", THREE)


def test_a_table_for_the_look_of_the_page_has_paragraphs() -> None:
    """A row by itself, or rows with text in them, are no rows of figures."""
    rows = f"<tr><td>Bên trái</td><td>Bên phải</td></tr><tr><td><p>{TWO}</p><p>{THREE}</p></td><td></td></tr>"
    texts = (ONE, "Bên trái", "Bên phải", TWO, THREE)
    assert _read(f"{TITLE}{DATE}<p>{ONE}</p><table>{rows}</table>").paragraphs == texts
    rows = f"<tr><td>Số 1</td><td>Sạp rau</td><td>{TWO}</td></tr><tr><td>Số 2</td><td>Sạp vải</td><td>{THREE}</td></tr>"
    cells = (ONE, "Số 1", "Sạp rau", TWO, "Số 2", "Sạp vải", THREE)
    assert _read(f"{TITLE}{DATE}<p>{ONE}</p><table>{rows}</table>").paragraphs == cells


@pytest.mark.parametrize(
    "between",
    [
        "<figure class=video><div><span>00:00 / 01:43</span></div></figure>",
        "<div class=wsw__embed><span>Embed</span><div>The code has been copied. <span>0:00</span></div></div>",
        "<div class=jp-relatedposts><h3>Cũng về chợ</h3><p>Chợ làng bên có mái mới rồi</p></div>",
        "<p><strong>Bài liên quan:</strong> <a href=/b>Chợ làng bên đã có mái mới</a></p>",
    ],
)
def test_what_stands_between_two_paragraphs_ends_no_text(between: str) -> None:
    """A player, what is embedded and a pointer to one other page are left out, and the text goes on behind them."""
    article = _read(f"{TITLE}{DATE}<div>{TEXT}{between}<p>{LAST}</p></div>")
    assert article.paragraphs == (*ALL, LAST)


def test_a_figure_keeps_its_caption_however_it_is_shown() -> None:
    """What is embedded as a figure belongs to the text."""
    figure = "<figure class=wp-block-embed><iframe src=b></iframe><figcaption>Phiên chợ đầu tiên</figcaption></figure>"
    assert _read(f"{TITLE}{DATE}<div><p>{ONE}</p>{figure}<p>{TWO}</p></div>").captions == ("Phiên chợ đầu tiên",)


def test_a_caption_is_no_title_on_a_page_without_headings() -> None:
    """The bold line above the date is the title, though a caption stands nearer to the text; above it, the section."""
    article = _read(
        "<table><tr><td><font color=red><b>PHÓNG SỰ - KÝ SỰ</b></font><br><br><font size=5><b>Chợ Đồng Lạc họp lại</b>"
        "</font><br>08-03-2020 07:15<br><table align=right><tr><td><img src=a.jpg></td></tr>"
        f"<tr><td>Mái chợ mới lợp xong</td></tr></table>{ONE}<br><br>{TWO}<br><br>{THREE}</td></tr></table>",
        "<title>Sông Quê Online</title>",
    )
    assert (article.title, article.section) == ("Chợ Đồng Lạc họp lại", "PHÓNG SỰ - KÝ SỰ")
    assert (article.captions, article.paragraphs) == (("Mái chợ mới lợp xong",), ALL)


@pytest.mark.parametrize(
    ("label", "section"), [("Kinh tế", "Kinh tế"), ("Đời sống làng quê", "Đời sống làng quê"), ("Vụ sửa chợ", None)]
)
def test_a_bold_line_above_the_headline(label: str, section: str | None) -> None:
    """It is the section where it is named as sections are; other words announce the title."""
    assert _read(f"<div><b>{label}</b></div>{TITLE}{DATE}{TEXT}").section == section


def test_a_path_from_the_home_page_in_a_row_of_links() -> None:
    """The path says the section, though its row looks like those of a list of other pages."""
    rows = "".join(f"<tr><td><a href=/{number}>Trang khác số {number}</a></td></tr>" for number in range(3))
    path = "<tr><td><a href=/>Trang nhất</a> &gt; <a href=/x>Xã hội</a></td><td>08/03/2020 07:15</td></tr>"
    article = _read(f"<table>{path}<tr><td>{TITLE}{TEXT}</td></tr>{rows}</table>")
    assert article.section == "Xã hội"


def test_a_long_paragraph_is_not_all_of_the_text() -> None:
    """Where paragraphs are named as bodies are, and one holds most of the words, the others are text as well."""
    texts = (" ".join((*ALL, *ALL)), LAST)
    article = _read(f"{TITLE}{DATE}<div>" + "".join(f"<p class=body-text>{text}</p>" for text in texts) + "</div>")
    assert article.paragraphs == texts


ARTICLE = "<meta property=og:type content=article>"
DATA = '<script type="application/ld+json">%s</script>'
BRIEF = (
    "Rạng sáng 4/3, lửa bùng lên ở dãy hàng vải của chợ.",
    "Lửa tắt sau một giờ, không ai bị thương trong đám cháy.",
)


@pytest.mark.parametrize(
    ("page", "head"),
    [
        ("<article><h1>Cháy chợ Đồng Lạc</h1>{}</article>", ""),
        ("<div><h1>Cháy chợ Đồng Lạc</h1>{}</div>", ARTICLE),
        ("<h1>Cháy chợ Đồng Lạc</h1><div itemprop=articleBody>{}</div>", ""),
        ("<div><h1>Cháy chợ Đồng Lạc</h1>{}</div>", DATA % '{"@type": "NewsArticle"}'),
    ],
)
def test_news_in_brief_is_an_article_where_the_page_says_so(page: str, head: str) -> None:
    """Two sentences are enough, in one paragraph or two, and what stands round them is no part of the text."""
    assert _brief(page.format("".join(f"<p>{text}</p>" for text in BRIEF)), head) == BRIEF
    assert _brief(page.format(f"<p>{' '.join(BRIEF)}</p>"), head) == (" ".join(BRIEF),)


@pytest.mark.parametrize(
    ("page", "head"),
    [
        ("<h1>Cháy chợ Đồng Lạc</h1>{}", ""),
        ("<article><h1><a href=/c>Cháy chợ Đồng Lạc</a></h1>{}</article>", ""),
        ("<h1>Cháy chợ Đồng Lạc</h1>{}", DATA % '[{"@type": "ItemList"}, {"@type": "NewsArticle"}]'),
        ("<article><h1>Cháy chợ Đồng Lạc</h1>{}</article>", DATA % '{"@type": "CollectionPage"}'),
        ("<h1>Cháy chợ Đồng Lạc</h1>", ARTICLE),
        ("<h1>Cháy chợ Đồng Lạc</h1><p>Trang bạn tìm không còn ở đây nữa.</p>", ARTICLE),
        (f"<h1>Cháy chợ Đồng Lạc</h1><p>{ONE[:-1]}...</p>", ARTICLE),
        (f"<h1>Cháy chợ Đồng Lạc</h1><p>{BRIEF[0]}</p><p>Vui lòng đăng nhập để đọc hết bài viết này.</p>", ARTICLE),
        ("", ARTICLE),
    ],
)  # fmt: skip
def test_a_short_page_that_is_none_is_refused(page: str, head: str) -> None:
    """Two sentences without a claim, a list, a teaser, a text that is kept back, menus and messages are no articles."""
    assert _brief(page.replace("{}", "".join(f"<p>{text}</p>" for text in BRIEF)), head) == ()
