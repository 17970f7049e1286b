"""Pages of HTML: what templates set between the paragraphs of a text, and what is nevertheless part of it."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.html_page import read_html_page
from tests.conftest import stopped_after

ONE = "Bến đò Gành Mới mở lại sau hai năm vắng khách, chuyến đầu chở mười bốn học sinh sang trường bên kia sông."
TWO = "Ông Đỗ Văn Chắc, chủ đò, nói: “Máy mới êm hơn, tụi nhỏ ngồi học bài được”."
THREE = "Xã hỗ trợ áo phao và tiền dầu cho cả năm học, phần còn lại do phụ huynh góp theo đầu người."
FOUR = "Chiều về đò đợi đủ người mới nhổ sào, có hôm nắng tắt hẳn mới thấy ánh đèn pin bên kia bến vẫy gọi."
FIVE = "Cuối năm nay tỉnh sẽ khởi công cây cầu treo, dự kiến mười bốn tháng thì xong."
TITLE = "Bến đò mở lại"
HEADLINE = f"<h1>{TITLE}</h1>"
DATE = "<p>08/03/2020 - 07:15</p>"
ALL = (ONE, TWO, THREE, FOUR, FIVE)


def _paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def _read(body: str, head: str = "") -> Article:
    return read_html_page(f"<html><head>{head}</head><body>{body}</body></html>", "a.html", "/a.html")


@pytest.mark.parametrize(
    "box",
    [
        "<div class=x><div class=t>Đọc thêm</div><a href=/1>Chợ nổi vắng ghe</a></div>",
        "<table><tr><td><b>Tin liên quan</b><ul><li><a href=/1>Chợ nổi vắng ghe</a></li></ul></td></tr></table>",
        "<div class=x><b>Tin mới</b><p class=y>Chợ nổi vắng ghe từ đầu tháng, người mua quen lên bờ hết cả.</p></div>",
    ],
)
def test_a_box_of_other_pages_in_the_middle(box: str) -> None:
    """Behind a box with a heading for other pages the text goes on where its paragraphs stand, in whatever half."""
    article = _read(f"{HEADLINE}{DATE}<div>{_paragraphs(ONE, TWO, THREE, FOUR)}{box}{_paragraphs(FIVE)}</div>")
    assert article.paragraphs == ALL


def test_teasers_behind_the_text_stand_as_its_paragraphs_do() -> None:
    """Where the heading over other pages is a paragraph like the text's, what follows is no text, be it sentences."""
    teasers = f"<p>Tin liên quan</p><p><a href=/1>Chợ nổi vắng ghe</a></p>{_paragraphs(FIVE)}"
    assert _read(f"{HEADLINE}{DATE}<div>{_paragraphs(ONE, TWO, THREE, FOUR)}{teasers}</div>").paragraphs == ALL[:4]


@pytest.mark.parametrize(
    "tail",
    [
        f"<h3>Bình luận (2)</h3><p>{FIVE}</p>",
        f"<h3>Ý kiến bạn đọc</h3><p>{FIVE}</p><p><a href=/1>Trả lời</a></p>",
        f"<div>Tin liên quan</div><p>{FIVE}</p>",
        f"<div><h3>Bình luận (2)</h3><a href=/1>Gửi bình luận</a></div><p>{FIVE}</p>",
        f"<div>Bản quyền thuộc Báo Quê</div><p>{FIVE}</p>",
    ],
)
def test_nothing_goes_on_behind_a_heading_over_what_is_no_box(tail: str) -> None:
    """What readers say, whose the text is and other pages' sentences are none of it, be they paragraphs like its."""
    assert _read(f"{HEADLINE}{DATE}<div>{_paragraphs(ONE, TWO, THREE, FOUR)}{tail}</div>").paragraphs == ALL[:4]


def test_boxes_between_paragraphs_take_no_time_without_end() -> None:
    """Where the text goes on is found once for each box, whatever stands before it."""
    box = "<div class=k><b>Tin liên quan</b><br><a href=/1>Chợ nổi vắng ghe</a> hôm qua</div>"
    with stopped_after(20):
        article = _read(f"{HEADLINE}{DATE}<div>{_paragraphs(ONE) * 8000}{f'{box}{_paragraphs(TWO)}' * 4000}</div>")
    assert article.paragraphs.count(TWO) == 4000


def test_a_line_of_a_thin_space() -> None:
    """It holds nothing, wherever it stands."""
    thin = "<p>&#8202;</p>"
    body = f"{thin}{_paragraphs(ONE, TWO)}{thin}{_paragraphs(THREE)}{thin}"
    assert _read(f"{HEADLINE}{DATE}<div>{body}</div><footer>{thin}</footer>").paragraphs == ALL[:3]


def test_paragraphs_in_widgets_below_a_headline_of_the_theme() -> None:
    """Each stands in a widget, and the headline and a teaser in none."""
    widgets = "".join(f"<div class='elementor-widget elementor-widget-text-editor'><p>{text}</p></div>" for text in ALL)
    teaser = "<div class=related><p>Tỉnh khởi công đường ven sông dài sáu mươi cây số, nối hai bến đò cũ.</p></div>"
    assert _read(f"<article><header>{HEADLINE}</header>{DATE}{widgets}{teaser}</article>").paragraphs[:5] == ALL


def test_widgets_beside_the_article() -> None:
    """They may hold more than a short article does, and stay what stands beside it."""
    widget = f"<div class=widget><h3>Bến sông</h3><p>{FOUR}</p><p>{FIVE}</p></div>"
    body = f"<div class=detail>{HEADLINE}{DATE}<div>{_paragraphs(ONE, TWO, THREE)}</div></div>"
    assert _read(f"{body}<div id=sidebar-x><div class=col>{widget * 4}</div></div>").paragraphs == ALL[:3]


@pytest.mark.parametrize("heading", ["<h3>Bản quyền ảnh bến sông ra sao</h3>", "<p><b>Nguồn ảnh từ bạn đọc</b></p>"])
def test_a_heading_about_pictures(heading: str) -> None:
    """It is no label of a picture, where none is."""
    body = f"{_paragraphs(ONE, TWO)}{heading}{_paragraphs(THREE, FOUR)}"
    assert len(_read(f"{HEADLINE}{DATE}<div>{body}</div>").paragraphs) == 5


def test_a_heading_of_more_of_the_same_over_no_links() -> None:
    """``Các chuyến khác`` over a table is a heading of the text, and over links the end of it."""
    table = "<table><tr><td>Chuyến trưa</td><td>11h</td></tr><tr><td>Chuyến chiều</td><td>17h</td></tr></table>"
    text = _paragraphs(ONE, TWO, THREE, FOUR)
    article = _read(f"{HEADLINE}{DATE}<div>{text}<p><b>Các chuyến khác</b></p>{table}{_paragraphs(FIVE)}</div>")
    rows = ("Chuyến trưa | 11h", "Chuyến chiều | 17h")
    assert article.paragraphs == (*ALL[:4], "Các chuyến khác", *rows, FIVE)
    links = "<p><b>Các chuyến khác</b></p><p><a href=/1>Chuyến trưa</a></p><p><a href=/2>Chuyến chiều</a></p>"
    assert _read(f"{HEADLINE}{DATE}<div>{text}{links}</div>").paragraphs == ALL[:4]


def test_a_program_that_calls_every_box_a_widget() -> None:
    """Names accuse no box where the boxes called so have the text together; one that also shares pages is accused."""
    begun = f"<div class='pb-element pb-widget pb-widget-heading'>{HEADLINE}</div>"
    text = "".join(f"<div class='pb-element pb-widget pb-widget-text'><p>{each}</p></div>" for each in ALL)
    asks = "Mời bạn chia sẻ bài này cho nhiều người cùng đọc nhé, càng nhiều càng vui."
    shares = f"<div class='pb-widget pb-widget-share-buttons'><p>{asks}</p></div>"
    article = _read(f"<div class=pb>{begun}{text}{shares}</div>")
    assert (article.title, article.paragraphs) == (TITLE, ALL)


def test_widgets_beside_one_that_has_the_text() -> None:
    """Where one widget has the text, the others are furniture as they are called."""
    text = f"<div class='widget Blog'>{HEADLINE}{_paragraphs(*ALL)}</div>"
    others = "<div class='widget Text'><p>Nhà tôi ở cuối xóm, ai ghé qua thì gọi một tiếng cho vui.</p></div>"
    assert _read(f"<div>{others}{text}{others}</div>").paragraphs == ALL


def test_text_beside_a_list_that_is_most_of_it() -> None:
    """Questions and answers as a list have the text's beginning above them and its last word below."""
    asked = "".join(f"<dt>Hỏi: Chuyến {at} thì sao?</dt><dd>{text}</dd>" for at, text in enumerate(ALL[1:], 2))
    article = _read(f"{HEADLINE}{DATE}<div><p>{ONE}</p><dl>{asked}</dl><p>Xin cảm ơn ông!</p></div>")
    assert article.paragraphs[0] == ONE
    assert article.paragraphs[-1] == "Xin cảm ơn ông!"
    assert len(article.paragraphs) == 10


@pytest.mark.parametrize("caption", ["Bến đò lúc sáng sớm.", "Bà Tư bán bún. “Bữa nào cũng hết”, bà cười. Ảnh: Lê Vân"])
def test_captions_below_the_numbers_of_a_gallery(caption: str) -> None:
    """A picture's box with its number has the caption below it; numbers and captions are no text."""
    slides = "".join(
        f"<div class=slide><img src={at}.jpg><div class=num>{at}/3</div><div class=desc>{caption} {at}</div></div>"
        for at in (1, 2, 3)
    )
    article = _read(f"{HEADLINE}{DATE}<div>{_paragraphs(ONE, TWO)}{slides}{_paragraphs(THREE, FOUR)}</div>")
    assert article.captions == (f"{caption} 1", f"{caption} 2", f"{caption} 3")
    assert article.paragraphs == ALL[:4]


def test_numbers_that_count_no_pictures() -> None:
    """Scores between paragraphs, which no picture's box holds, stay what they are."""
    text = "".join(f"<p>{at}/3</p><p>{each}</p>" for at, each in enumerate((ONE, TWO, THREE), 1))
    article = _read(f"{HEADLINE}{DATE}<div>{text}{_paragraphs(FOUR)}</div>")
    assert article.captions == ()
    assert [each for each in article.paragraphs if "/" not in each] == list(ALL[:4])


def test_two_pictures_in_one_table() -> None:
    """Each of two cells side by side below two pictures is a caption by itself."""
    cells = "<tr><td><img src=1.jpg></td><td><img src=2.jpg></td></tr><tr><td>Bến đò cũ.</td><td>Bến đò mới.</td></tr>"
    article = _read(f"{HEADLINE}{DATE}<div>{_paragraphs(ONE, TWO)}<table>{cells}</table>{_paragraphs(THREE)}</div>")
    assert article.captions == ("Bến đò cũ.", "Bến đò mới.")


def test_the_name_below_words_that_are_set_apart() -> None:
    """Below a quotation set apart stands who said it, whatever the template calls that line."""
    box = "<div class=quote><p>Sông nuôi ai thì người ấy giữ sông.</p><p class=NameCaption>Ông Đỗ Văn Chắc</p></div>"
    article = _read(f"{HEADLINE}{DATE}<div>{_paragraphs(ONE, TWO)}{box}{_paragraphs(THREE, FOUR)}</div>")
    assert article.captions == ()
    assert "Ông Đỗ Văn Chắc" in article.paragraphs


def test_who_wrote_it_below_the_picture_is_no_part_of_its_caption() -> None:
    """Outside the frame of a picture a box for the author is the article's, with a comma behind its labels."""
    picture = "<figure><img src=a><figcaption>Đò ngang buổi sớm ở Gành Mới</figcaption></figure>"
    rows = ("<span>Tác giả, </span><span>Mai Khuê</span>", "<span>Vai trò, </span><span>Viết từ Gành Mới</span>")
    listed = "".join(f"<li>{row}</li>" for row in rows)
    byline = f"<section class=byline><strong>Article information</strong><ul>{listed}</ul></section>"
    article = _read(f"<main>{HEADLINE}{picture}{byline}<div>{_paragraphs(*ALL)}</div></main>")
    assert (article.author, article.captions) == ("Mai Khuê", ("Đò ngang buổi sớm ở Gành Mới",))
    assert article.paragraphs == ALL


def test_facts_in_a_list_above_the_text() -> None:
    """How often a page was read, and what its facts are headed with, are none of the text."""
    facts = (
        "<dl class=article-info><dt class=article-info-term>Chi tiết</dt>"
        "<dd class=category-name>Chuyên mục: Bến bãi</dd>"
        "<dd class=published>Được đăng: 27 Tháng 10 2014 08:35</dd><dd class=hits>Lượt xem: 1893</dd></dl>"
    )
    listed = f"{_paragraphs(*ALL[:4])}<div class=top-hits>{_paragraphs(FIVE)}</div>"  # no element of that name alone
    article = _read(f"<div class=item-page>{HEADLINE}{facts}{listed}</div>")
    assert (article.published, article.section, article.paragraphs) == ("2014-10-27T08:35", "Bến bãi", ALL)


def test_labels_of_captions_that_only_a_reader_of_screens_is_told() -> None:
    """``Chụp lại hình ảnh,`` is no part of a caption, and whose picture it is by itself is none."""
    figure = (
        "<figure><img src=1.jpg><p>Nguồn hình ảnh, Lê Vân</p>"
        "<figcaption>Chụp lại hình ảnh, <p>Đò sang sông lúc tan trường</p></figcaption></figure>"
    )
    article = _read(f"{HEADLINE}{DATE}<div>{_paragraphs(ONE, TWO)}{figure}{_paragraphs(THREE, FOUR)}</div>")
    assert article.captions == ("Đò sang sông lúc tan trường",)
    assert article.paragraphs == ALL[:4]


@pytest.mark.parametrize(
    "advertised", ["Quảng cáo", "- Quảng cáo -", "<i>- Quảng cáo -</i><a href=/x>Áo phao giá rẻ</a>"]
)
def test_what_is_advertised_between_paragraphs(advertised: str) -> None:
    """The word above an advertisement is no text, whether its picture was saved or not."""
    text = f"{_paragraphs(ONE, TWO)}<div class=z>{advertised}</div>{_paragraphs(THREE, FOUR)}"
    assert _read(f"{HEADLINE}{DATE}<div>{text}</div>").paragraphs == ALL[:4]


def test_a_description_that_repeats_the_first_of_several_paragraphs() -> None:
    """What the head describes the page with is no lead where it stands in the text as all paragraphs do."""
    head = f"<meta name=description content='{ONE}'>"
    article = _read(f"{HEADLINE}{DATE}<div>{_paragraphs(*ALL)}</div>", head)
    assert (article.lead, article.paragraphs) == (None, ALL)
    article = _read(f"{HEADLINE}{DATE}<div><p><b>{ONE}</b></p>{_paragraphs(*ALL[1:])}</div>", head)
    assert (article.lead, article.paragraphs) == (ONE, ALL[1:])


def test_what_stands_between_a_box_and_the_next_paragraph() -> None:
    """A table and a line without an end behind a box are text, where paragraphs go on behind them."""
    box = "<div class=x><p>TIN LIÊN QUAN</p><a href=/1>Chợ nổi vắng ghe</a></div>"
    table = "<table><tr><td>Chuyến</td><td>Giờ</td></tr><tr><td>Trưa</td><td>11h</td></tr></table><p>Giờ nghỉ: 12h</p>"
    article = _read(f"{HEADLINE}{DATE}<div>{_paragraphs(ONE, TWO, THREE, FOUR)}{box}{table}{_paragraphs(FIVE)}</div>")
    assert article.paragraphs == (*ALL[:4], "Chuyến | Giờ", "Trưa | 11h", "Giờ nghỉ: 12h", FIVE)


def test_an_invitation_to_read_something_else_ends_the_text() -> None:
    """A publisher's word for its books, and points that readers gave, are no text."""
    asked = "<p>Tác phẩm hay: mời độc giả đón đọc các tủ sách trong chuyên mục Xuất bản.</p>"
    article = _read(f"{HEADLINE}{DATE}<div>{_paragraphs(*ALL)}{asked}<p>Điểm bình chọn: 4</p></div>")
    assert article.paragraphs == ALL


def test_a_lead_beside_a_picture() -> None:
    """A template sets it in a cell next to a small picture; what is called a lead further down may be a caption."""
    lead = f"<table><tr><td><img src=a.jpg></td><td class=lead>{ONE}</td></tr></table>"
    article = _read(f"{HEADLINE}{DATE}{lead}<div>{_paragraphs(*ALL[1:])}</div>")
    assert (article.lead, article.captions, article.paragraphs) == (ONE, (), ALL[1:])
