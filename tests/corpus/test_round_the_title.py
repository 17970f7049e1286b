"""Paths that are cut in the title, mottos, lists above it, and what a printed page's imprint says of the day."""

from __future__ import annotations

import unicodedata

import pytest

from corpus.article import Article
from corpus.text.bylines import source_in
from corpus.text.page import read_text_page
from corpus.text.paths import page_at_end
from tests.corpus.test_heads_of_sites import LEAD, TEXT, TITLE


def _page(*lines: str) -> Article:
    return read_text_page("\n".join(lines), "a.txt", "/a.txt")


@pytest.mark.parametrize("cut", [f"{TITLE[:32]}...", f"{TITLE[:32]} …", TITLE])
def test_a_path_that_is_cut_in_the_title_names_the_section(cut: str) -> None:
    """It is neither the title nor the beginning of the text, however long it is, and the day below is read."""
    path = f"Trang chủ Nông nghiệp nông thôn {cut}"
    article = _page(path, TITLE, "12/10/2020", "164", LEAD, *TEXT)
    assert (article.title, article.section) == (TITLE, "Nông nghiệp nông thôn")
    assert (article.published, article.lead, article.paragraphs) == ("2020-10-12", LEAD, TEXT)
    apart = _page(*(unicodedata.normalize("NFD", line) for line in (path, TITLE, "12/10/2020", LEAD, *TEXT)))
    assert unicodedata.normalize("NFC", apart.section or "") == "Nông nghiệp nông thôn"


def test_where_a_path_comes_to_its_page() -> None:
    """Whole or cut short, from the home page alone, and to this page alone."""
    title = "Thầy giáo vùng cao đưa học trò ra ruộng"
    assert page_at_end("Trang chủ Giáo dục Thầy giáo vùng cao đưa học...", title) == 19
    assert page_at_end(f"Trang chủ Giáo dục {title}", title) == 19
    assert page_at_end(f"Giáo dục {title}", title) is None
    assert page_at_end("Trang chủ Giáo dục Thầy giáo vùng cao đưa trâu...", title) is None
    assert page_at_end("Trang chủ Giáo dục Thầy giáo vùng cao đưa học", title) is None


def test_a_list_of_other_pages_by_dashes_above_the_title() -> None:
    """A dash on a line of its own is no section that announces what stands below it."""
    others = ("Thanh niên bơi qua sông cứu hai mẹ con", "Người phụ nữ bỏ quên hai cây vàng trên xe buýt",
              "Chín xã ven sông có nước sạch trước mùa khô")  # fmt: skip
    listed = [line for other in others for line in ("-", other)]
    article = _page(*listed, "Kinh tế", f"08/06/2021 09:06{TITLE}", *TEXT)
    assert (article.title, article.section, article.published) == (TITLE, "Kinh tế", "2021-06-08T09:06")
    assert article.captions == ()


def test_a_motto_of_a_blog_is_no_title_and_no_text() -> None:
    """Dots draw it out, and the day stands between it and the title; a text that trails off so stays what it is."""
    motto = "Hãy nói lời hay khi còn có thể.......Người đi xa nhớ nhất tiếng nước chảy quanh nhà......"
    article = _page(motto, "Thứ Hai, 12 tháng 10, 2020", TITLE.upper(), *TEXT)
    assert (article.title, article.published, article.paragraphs) == (TITLE.upper(), "2020-10-12", TEXT)
    trailing = "Người đàn bà giữ giống lúa mùa ở cù lao......"
    assert _page(trailing, "Thứ Hai, 12 tháng 10, 2020", "Bà Chín Nhạn kể", *TEXT).title == trailing
    assert motto in _page(TITLE, "Thứ Hai, 12 tháng 10, 2020", TEXT[0], motto, *TEXT[1:]).paragraphs


def test_the_imprint_of_a_printed_page_says_the_day() -> None:
    """It stands below the author's name; a date that the page gives above the text is the one that counts."""
    imprint = "Bản in của: Văn phòng Huyện Vồng. Ngày đăng: 03/02/2020 07:48"
    assert _page(TITLE, *TEXT, "Bá Thắng", imprint).published == "2020-02-03T07:48"
    article = _page(TITLE, *TEXT, imprint)
    assert (article.published, article.paragraphs) == ("2020-02-03T07:48", TEXT)
    assert _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT, imprint).published == "2020-10-12T08:15"


def test_a_section_below_the_text() -> None:
    """Its label says so, also below the author's name; a section that stands above the text is kept."""
    article = _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT, "Lam Anh", "Chuyên mục: Khuyến học")
    assert (article.section, article.author, article.paragraphs) == ("Khuyến học", "Lam Anh", TEXT)
    assert _page(TITLE, *TEXT, "Chuyên mục: Khuyến học").paragraphs == TEXT
    assert _page("Thời sự", TITLE, "12/10/2020", *TEXT, "Chuyên mục: Khuyến học").section == "Thời sự"


def test_an_address_is_no_title_and_a_feed_nobody() -> None:
    """What a site says of itself has a telephone; whoever runs it is no author by name."""
    address = "Tòa soạn Quê Mới 7 Lê Lai - Ấp Vồng - Đt (84) 59.0000123"
    for site in (address, f"{address}. Email gửi về tòa soạn trước mười giờ sáng mỗi ngày."):
        assert _page(site, "Rss Feed", TITLE, "Chia sẻ", *TEXT).title == TITLE
    assert _page(address, "Rss Feed", TITLE, "Chia sẻ", *TEXT).author is None
    assert (
        _page("Điện thoại 5 triệu đồng cho nhà nông", "Chia sẻ", *TEXT).title == "Điện thoại 5 triệu đồng cho nhà nông"
    )
    assert _page(TITLE, "Đăng bởi: Administrator", "12/10/2020", *TEXT).author is None
    assert _page(TITLE, "Theo Lam Vy • 12/10/2020 08:15", LEAD, *TEXT).author == "Lam Vy"


def test_a_section_of_four_words_above_the_title() -> None:
    """Where hardly anything stands above the text, the first line is the title unless it is written as a section."""
    article = _page("Lực lượng vũ trang", f"{TITLE} (17/06/2020)", *TEXT)
    assert (article.title, article.published, article.section) == (TITLE, "2020-06-17", "Lực lượng vũ trang")
    head = ("TRANG THÔNG TIN ĐIỆN TỬ CÙ LAO ẤP VỒNG", "Thứ sáu, 27/11/2026", "Giới thiệu | Văn kiện | Tin tức | Lịch")
    title = "Xã đội Ấp Vồng cùng nhân dân chống hạn và giữ lấy từng hạt giống"
    assert _page(*head, "Chuyện lúa xưa nay", title, *TEXT).title == title
    short = "Xã đội giúp bà Chín Nhạn giữ lúa mùa"
    article = _page(*head, "Lực lượng vũ trang", f"{short} (17/06/2020)", *TEXT)
    assert (article.title, article.published, article.section) == (short, "2020-06-17", "Lực lượng vũ trang")
    assert _page("Nước lên ở cù lao", "Bà Chín kể", *TEXT).title == "Nước lên ở cù lao"


def test_how_long_ago_with_other_reports() -> None:
    """An aggregator's line, whatever is glued to it, is no text, and says whose it is."""
    article = _page(TITLE, "Quê Mới6 giờ trước2 liên quanGốc", LEAD, *TEXT)
    assert (article.source, article.paragraphs) == ("Quê Mới", TEXT)


@pytest.mark.parametrize("nobody", ["PV", "Nhóm PV", "CTV"])
def test_a_reporter_without_a_name_stands_below_the_title(nobody: str) -> None:
    """It is the author, and no paragraph, also where no date stands beside it."""
    article = _page(TITLE, nobody, *TEXT)
    assert (article.author, article.paragraphs) == (nobody, TEXT)


def test_a_caption_that_breaks_off_at_a_comma() -> None:
    """The photographer's name is at the end of its second line, and the first is no paragraph."""
    first, second = "Bà Chín Nhạn, chủ ruộng ở Ấp Vồng,", "bên chiếc xuồng của cha. Ảnh: Hà Vy"
    article = _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT[:2], first, second, *TEXT[2:])
    assert (article.captions, article.paragraphs) == ((first, second), TEXT)
    assert first in _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT[:2], first, *TEXT[2:]).paragraphs


def test_a_picture_right_below_the_lead() -> None:
    """The title stands there for the picture, and the line below it is the caption before any paragraph came."""
    article = _page(TITLE, "12/10/2020 08:15", LEAD, TITLE, "Một buổi gặt lúa mùa.", *TEXT)
    assert (article.captions, article.paragraphs) == (("Một buổi gặt lúa mùa.",), TEXT)


def test_a_paper_by_its_kind_in_small_letters() -> None:
    """``Theo báo Quê`` names the paper without the word before it; a sentence that begins so names none."""
    assert source_in("Theo báo Thanh Quê") == "báo Thanh Quê"
    assert source_in("Theo tạp chí Biển") == "tạp chí Biển"
    assert source_in("Theo báo cáo của huyện") is None
    assert source_in("Theo báo Quê đưa tin hôm qua") is None
