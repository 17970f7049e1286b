"""What programs leave on a saved page: words for pictures, the title and the lead again, days, counters, initials."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.dates import find_date
from corpus.text.lines import Line
from corpus.text.page import read_text_page
from corpus.text.title_again import Again, title_again
from corpus.text.torn_lines import without_tears
from tests.corpus.test_heads_of_sites import LEAD, TEXT, TITLE

PLAIN_TITLE = "nguoi dan ba giu giong lua mua o cu lao ap vong"
CAPTION = "Bà Chín Nhạn bên chiếc xuồng của cha"


def _page(*lines: str, line: str = "\n\n") -> Article:
    return read_text_page(line.join(lines), "a.txt", "/a.txt")


def _between(*between: str, line: str = "\n\n") -> Article:
    return _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT[:2], *between, *TEXT[2:], line=line)


@pytest.mark.parametrize(
    "word",
    ["img", "Image", "Screenshot_3", "DSC_0412", "lu-ve.jpgPhóng to", "a.png b.png", "null", "Logo", "Banner",
     "Nhập mô tả vào đây", "0f1e2d3c4b5a69788796a5b4c3d2e1f0 1f1e2d3c4b5a69788796a5b4c3d2e1f0"],
)  # fmt: skip
def test_words_in_the_place_of_pictures_are_no_text(word: str) -> None:
    """What an editor's program wrote where a picture or a banner was is nothing that the author wrote."""
    assert _between(word).paragraphs == TEXT
    article = _page(word, TITLE, "12/10/2020 08:15", LEAD, *TEXT)
    assert (article.title, article.section, article.captions) == (TITLE, None, ())


def test_a_caption_below_such_a_word() -> None:
    """Below the word for a picture stands its caption; below a banner's or a film's still the text goes on."""
    for word in ("img", "lu-ve.jpgPhóng to", "Nhập mô tả vào đây"):
        article = _between(word, f"{CAPTION}.")
        assert (article.captions, article.paragraphs) == ((f"{CAPTION}.",), TEXT)
    told = "Bà cười rồi chống xuồng đi tiếp, không nói gì thêm nữa."
    assert told in _between("Screenshot_1", told).paragraphs


def test_a_picture_below_the_last_sentence_has_its_caption() -> None:
    """It stays, although behind the end of a text lines without an end name other pages."""
    article = _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT, "[Ảnh]", CAPTION, "Hà Vy")
    assert (article.captions, article.author) == ((CAPTION,), "Hà Vy")


@pytest.mark.parametrize("number", [" - Ảnh 1", " - ảnh 2.", " ảnh 1", " - Hình 12"])
def test_the_title_with_a_number_stands_for_a_picture(number: str) -> None:
    """The line itself is no text, the one below it is the caption, and of two lines it shows which is the title."""
    article = _between(TITLE + number, CAPTION)
    assert (article.paragraphs, article.captions) == (TEXT, (CAPTION,))
    slogan = "Cù lao Ấp Vồng vươn mình cùng cả nước"
    assert _page(slogan, TITLE, "Chia sẻ", *TEXT[:2], TITLE + number, *TEXT[2:]).title == TITLE


def test_the_title_without_accents() -> None:
    """Alone it stands for a picture, in front of another page's title for that page; half of it is neither."""
    title = Line(TITLE, TITLE)
    assert title_again(Line("", PLAIN_TITLE), title) is Again.PICTURE
    assert title_again(Line("", f"{PLAIN_TITLE} Mùa sau nước về huyện"), title) is Again.LINK
    assert title_again(Line("", PLAIN_TITLE[:20]), title) is None
    assert title_again(Line("", TITLE.upper()), title) is Again.TITLE
    article = _between(f"{PLAIN_TITLE} Mùa sau nước về huyện, xã lập xuồng", PLAIN_TITLE, CAPTION)
    assert (article.paragraphs, article.captions) == (TEXT, (CAPTION,))
    assert _between(f"{PLAIN_TITLE[:-5].title()} dong-hinh-anh-1").paragraphs == TEXT


@pytest.mark.parametrize("prefix", ["", "(CL online) - "])
def test_a_lead_that_opens_the_text_once_more(prefix: str) -> None:
    """It is a lead and no caption, and its words are counted once, with or without an agency's name in front."""
    head = (TITLE, "12/10/2020 08:15")
    article = _page(*head, prefix + LEAD + " Bà gieo một mình.", prefix + LEAD + " Bà gieo một mình.", *TEXT)
    assert (article.lead, article.paragraphs, article.captions) == (f"{LEAD} Bà gieo một mình.", TEXT, ())
    article = _page(*head, LEAD, f"{CAPTION} - Ảnh: Lam Anh", f"CLO - {LEAD}", *TEXT)
    assert (article.lead, article.paragraphs) == (LEAD, TEXT)
    longer = f"Ngày 12/10/2020, {LEAD[:1].lower()}{LEAD[1:]}"
    assert longer in _page(*head, LEAD, longer, *TEXT).paragraphs


def test_a_lead_above_the_title_that_stands_again_below_it() -> None:
    """A site's preview of itself is no title; a first line that does not come again may be one."""
    long = f"{LEAD} {TEXT[1]}"
    article = _page(long, TITLE, "Báo Quê | 12/10/2020, 08:15", long, *TEXT)
    assert (article.title, article.published) == (TITLE, "2020-10-12T08:15")


def test_a_headline_that_was_broken_in_two() -> None:
    """It goes on in small letters; what goes on in a capital, or holds a date, is a line of its own."""
    first, second = "Xã Ấp Vồng tổ chức lễ đón bằng công nhận", "giống lúa mùa của cù lao là giống quý"
    for broken in ((first, second), ("Cổng thông tin xã", first, second)):
        assert _page(*broken, "12/10/2020 08:15", LEAD, *TEXT).title == f"{first}\n{second}"
    assert _page(first, "bởi Kiều Oanh · 12/10/2020 · 0 bình luận", LEAD, *TEXT).title == first
    assert _page(TITLE, "Giống lúa của cha ông để lại", "12/10/2020 08:15", LEAD, *TEXT).title == TITLE


def test_a_day_or_an_hour_behind_the_title() -> None:
    """With its hour, or in parentheses, it is when the page was posted; a day that something is on belongs to it."""
    article = _page(f"{TITLE} 12/10/2020 08:15", LEAD, *TEXT)
    assert (article.title, article.published) == (TITLE, "2020-10-12T08:15")
    for told in (f"{TITLE} (phát sóng ngày 11/10/2020)", f"{TITLE} ngày 11/10/2020"):
        article = _page(told, "Đăng ngày 12/10/2020", LEAD, *TEXT)
        assert (article.title, article.published) == (told, "2020-10-12")


def test_the_first_line_is_a_day() -> None:
    """It is when the page was posted, and never its title, also of a title that is a sentence."""
    for title in (TITLE, f"{TITLE} và đem tặng cho bà con trong xã."):
        article = _page("12/10/2020", title, LEAD, *TEXT, line="\n")
        assert (article.title, article.published) == (title, "2020-10-12")
    article = _page("Bạn đang ở đây", f"{TITLE}, rồi cho cả xã.", "(12.10.2020)", LEAD, *TEXT)
    assert (article.title, article.published) == (f"{TITLE}, rồi cho cả xã.", "2020-10-12")


def test_a_full_time_without_a_space() -> None:
    """A year is followed by no figure, but for those of an hour, a minute and a second."""
    written = find_date("12/10/202008:15:00(Xem: 569)")
    assert written is not None
    assert written.iso == "2020-10-12T08:15:00"
    assert find_date("12/10/20201") is None


def test_a_day_beside_languages_is_the_visit_s() -> None:
    """In the bar at the top of an office's page stand today and the languages to choose from."""
    assert _page("Cổng thông tin xã", "12/10/2020 | English | 中文", TITLE, LEAD, *TEXT).published is None
    assert _page("Cổng thông tin xã", "12/10/2020 09:00 | English", TITLE, LEAD, *TEXT).published is None


@pytest.mark.parametrize(
    ("line", "section", "author", "source"),
    [
        ("Thứ hai, 12/10/2020 08:15 | Tiếng nói cơ sở", "Tiếng nói cơ sở", None, None),
        ("Tin hoạt động | 12-10-2020 08:15 | 70 lượt xem", "Tin hoạt động", None, None),
        ("12/10/2020 08:15 | Lượt xem bài", None, None, None),
        ("Chi Lan QMO | 12/10/2020 08:15", None, "Chi Lan", "QMO"),
        ("12/10/2020 08:15 Theo QMĐ", None, None, "QMĐ"),
    ],
)
def test_what_stands_beside_a_day(line: str, section: str | None, author: str | None, source: str | None) -> None:
    """A section in words of which not all are capital, an author with the paper's short name, or the paper alone."""
    article = _page(TITLE, line, LEAD, *TEXT)
    assert (article.published, article.section) == ("2020-10-12T08:15", section)
    assert (article.author, article.source) == (author, source)


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("Xây dựng nông thôn mới", "Xây dựng nông thôn mới"),
        ("Quê Việt", None),
        ("Chi tiết bài viết Tin tức", "Tin tức"),
        ("Tổng 1.204.300", None),
        ("Trang chủĐời sốngNông nghiệp" + TITLE, "Nông nghiệp"),
        ("Đọc báo số mới| Đặt báo| Thứ Hai, Ngày 05 tháng 10 năm 2020,", None),
    ],
)
def test_the_only_line_above_a_title(above: str, section: str | None) -> None:
    """A section in small letters, or the path that ends in the title; no site, counter or bar of controls."""
    article = _page(above, TITLE, "12/10/2020 08:15", LEAD, *TEXT)
    assert (article.title, article.section, article.published) == (TITLE, section, "2020-10-12T08:15")


def test_sections_and_paths_without_marks() -> None:
    """A path that ends in no page is a menu, and the title itself is nobody's section."""
    article = _page("Trang chủĐời sốngNông nghiệp", "Đời sống", TITLE, "12/10/2020 08:15", LEAD, *TEXT)
    assert article.section == "Đời sống"
    assert _page(TITLE[:28], TITLE[:28], LEAD, *TEXT).section is None


@pytest.mark.parametrize(
    ("closing", "author", "source"),
    [
        ("N.HOÀI", "N.HOÀI", None),
        ("L. Hoài |", "L. Hoài", None),
        ("LH", "LH", None),
        ("Bài viết, hình: Hoài Lam", "Hoài Lam", None),
        ("Tin và ảnh: Hoài Lam", "Hoài Lam", None),
        ("HOÀI LAM (quemoi.example)", "HOÀI LAM", "quemoi.example"),
        ("Theo Hoài Lam (QMX/Quemoi+)", "Hoài Lam", "QMX/Quemoi+"),
        ("Theo https://quemoi.example", None, "quemoi.example"),
        ("www.quemoi.example", None, "www.quemoi.example"),
        ("Nguồn Ấp Mới: http://quemoi.example/xa-hoi/giu-giong-lua-9886/", None, "Ấp Mới"),
        ("Theo Báo giấy", None, None),
        ("Đài Truyền thanh Ấp Vồng", None, "Đài Truyền thanh Ấp Vồng"),
    ],
)  # fmt: skip
def test_who_stands_below_the_text(closing: str, author: str | None, source: str | None) -> None:
    """Initials, bylines with pictures in them, and sites by their addresses; where it was printed first is no paper."""
    article = _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT, closing)
    assert (article.author, article.source, article.paragraphs) == (author, source, TEXT)


def test_short_names_above_the_text() -> None:
    """A paper's letters alone below the title, before a full stop in a site's name, and no city's."""
    assert _page(TITLE, "QMGPO", LEAD, *TEXT).source == "QMGPO"
    assert _page(TITLE, f"QUEMOI.ORG – {LEAD}", *TEXT).source == "QUEMOI.ORG"
    assert _page(TITLE, f"TP.ABC - {LEAD}", *TEXT).source is None


def test_captions_that_stand_at_a_paragraph() -> None:
    """Where an empty line parts paragraphs, a line right below one is a caption; where none does, nothing tells."""
    caption = "Xuồng đầy bông súng"
    paragraphs = (*TEXT[:2], f"{TEXT[2]}\n{caption}", *TEXT[3:])
    article = _page(TITLE, "12/10/2020 08:15", LEAD, *paragraphs)
    assert (article.captions, article.paragraphs) == ((caption,), TEXT)
    heading = _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT[:2], f"Giữ giống cho mai sau này\n{TEXT[2]}", *TEXT[3:])
    assert heading.captions == ()


@pytest.mark.parametrize(
    "caption",
    [
        "Ông Lê Văn Tấn – Phó Chủ tịch UBND xã phát biểu tại lễ phát động.",
        "Lãnh đạo xã Ấp Vồng trao giấy khen cho các hộ giữ giống lúa mùa tiêu biểu năm 2020.",
        "Bà Chín Nhạn (phải), con gái và cháu ngoại trên chiếc xuồng đã đi qua bốn mươi mùa nước nổi của cù lao, chiếc "
        "xuồng mà cha bà đóng bằng gỗ sao từ thuở còn con gái và nay vẫn chắc như ngày nào trên đồng nước.",
        "Bà con Ấp Vồng xem giống lúa của bà Nhạn (2 ảnh trên)",
    ],
)
def test_sentences_of_officials_that_are_captions(caption: str) -> None:
    """Who is seen to speak or to hand something over, who stands on the right: with a point behind it or without."""
    article = _between(caption)
    assert (article.captions, article.paragraphs) == ((caption,), TEXT)


@pytest.mark.parametrize(
    "told",
    [
        "Ông Lê Văn Tấn phát biểu tại lễ phát động và hứa sẽ mua lại giống của bà.",
        "Lãnh đạo xã đã trao giấy khen cho bà và năm hộ khác trong ấp.",
        "Con nước lên, cả xóm ra đồng. Bà Nhạn dẫn cháu theo xem. (ảnh)",
        "Bữa đó có mười hai chiếc xuồng ra đồng, chiếc nào cũng chở đầy lúa giống của bà, từ đầu ấp đến cuối ấp người "
        "ta gọi nhau í ới, con nít chạy theo bờ kinh, còn bà thì đứng ở mũi xuồng nhìn theo tới khi khuất hẳn",
    ],
)
def test_sentences_that_are_none(told: str) -> None:
    """What tells more than is seen, two sentences that point to a picture, a paragraph that lost its point."""
    article = _between(told)
    assert (article.captions, article.paragraphs) == ((), (*TEXT[:2], told, *TEXT[2:]))


def test_a_label_before_a_caption_leaves_the_paragraph_above_alone() -> None:
    """Behind ``Ảnh:`` stands a photographer, whose caption is above, or a caption in so many words."""
    article = _between("Ảnh: Bà con xem giống lúa của bà Nhạn")
    assert (article.captions, article.paragraphs) == (("Ảnh: Bà con xem giống lúa của bà Nhạn",), TEXT)


def test_a_picture_above_the_title_has_its_caption() -> None:
    """Right above the title it is the article's."""
    article = _page(f"{CAPTION}. Ảnh: Lam Anh", TITLE, "12/10/2020 08:15", LEAD, *TEXT)
    assert (article.title, article.captions) == (TITLE, (f"{CAPTION}. Ảnh: Lam Anh",))


def test_a_programme_is_text() -> None:
    """Lines that open with an hour have no end, and are no titles of other pages below the text."""
    programme = ("8h00: Rước mạ ra đồng", "9h30: Thi cấy lúa mùa", "16h00: Đua xuồng trên kinh")
    assert _page(TITLE, "12/10/2020 08:15", LEAD, *TEXT, *programme).paragraphs == (*TEXT, *programme)


def test_a_short_text_leaves_out_much_of_its_own() -> None:
    """With few words nothing tells what it does not speak of, so that nothing of it is taken for other pages."""
    heading = "Ngày nước lên khắp cả đồng bãi phía sau làng chài"
    short = _page(TITLE, "12/10/2020 08:15", TEXT[1], heading, TEXT[3])
    assert heading in (*short.paragraphs, *short.captions)


def test_a_text_that_is_broken_again_and_again() -> None:
    """Each paragraph is one line again where sentences break off everywhere; a few breaks are let be."""
    broken = ["Sáng", "ngày 12/10 nước lên thật sớm, bà Chín", "Nhạn ra đồng", "thăm ruộng lúa mùa của nhà.",
              "Chiều, bà", "chống xuồng về cùng mấy đứa cháu", "bến cũ."]  # fmt: skip
    assert list(without_tears(broken)) == ["\n".join(broken[:4]), "\n".join(broken[4:])]
    signed = [*broken[:-1], "bến cũ", "Lam Anh"]
    assert list(without_tears(signed))[-2:] == ["\n".join(signed[4:-1]), "Lam Anh"]
    menu = ["Trang chủ", "thời sự", "kinh tế", "thể thao", "văn hóa", TITLE, "12/10/2020", "lúa mùa", "cù lao"]
    assert list(without_tears(menu)) == menu
    once = ["Sáng", "ngày 12/10.", "Bà Nhạn ra đồng.", "Chiều, bà về."]
    assert list(without_tears(once)) == once


@pytest.mark.parametrize(
    "line", ["Lượt xem:", "Theo dõi QMT trên", "Page Content", "Bạn đang ở đây", "2 giờ trướcBài gốc"]
)
def test_controls_below_the_title(line: str) -> None:
    """They are no text, whatever they lack behind them."""
    assert _page(TITLE, line, LEAD, *TEXT).paragraphs == TEXT


@pytest.mark.parametrize(
    "opening",
    ["Ngày 12/10, xã Ấp Vồng tổ chức lễ tuyên dương các hộ giữ giống lúa mùa trong năm.",
     "Vừa qua, xã Ấp Vồng tổ chức lễ tuyên dương các hộ giữ giống lúa mùa trong năm nay."],
)  # fmt: skip
def test_news_in_brief_has_no_lead(opening: str) -> None:
    """Its first sentence says when, or that it was of late; a lead does so where the text says when itself."""
    assert _page(TITLE, "12/10/2020 08:15", opening, *TEXT[1:], TEXT[0]).lead is None
    assert _page(TITLE, "12/10/2020 08:15", opening, f"Sáng 12/10, {TEXT[0]}", *TEXT[1:]).lead == opening


@pytest.mark.parametrize("day", ["Thứ hai, 12/10/20", "12/10/20 | 08:15", "Đăng ngày: 12/10/20"])
def test_a_day_with_its_year_in_two_figures_is_the_day_of_publication(day: str) -> None:
    """What stands beside it says that it is a day; three short numbers alone are none, and the text is the same."""
    article = _page(TITLE, day, LEAD, *TEXT)
    assert article.published is not None
    assert article.published.startswith("2020-10-12")
    assert (article.title, article.lead, article.paragraphs) == (TITLE, LEAD, TEXT)
    assert _page(TITLE, "Chia sẻ", LEAD, *TEXT[:2], "Số 12/10/20", *TEXT[2:]).published is None


def test_a_number_with_a_letter_stands_for_a_picture() -> None:
    """So are pictures named that were numbered by hand (``3b``); the line below is the caption."""
    article = _between("3b", "Bà Nhạn phơi thóc giống trên nia.")
    assert (article.captions, article.paragraphs) == (("Bà Nhạn phơi thóc giống trên nia.",), TEXT)
