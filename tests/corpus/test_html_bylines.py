"""Pages of HTML: who wrote it, where the markup says nothing of it, or says something else."""

from __future__ import annotations

import unicodedata

import pytest

from tests.corpus.test_html_round_the_text import ALL, DATE, HEADLINE, ONE, TEXT, THREE, TWO, _read


@pytest.mark.parametrize("name", ["Trần Út Nhỏ", "Rơ Châm Duy - Phan Thùy", "MẠC VŨ KHUÊ"])
def test_a_name_right_below_the_headline(name: str) -> None:
    """Without a class or a label, and in the box of the text, it is the author's and none of the text."""
    article = _read(f"<div>{HEADLINE}<p><b>{name}</b></p>{TEXT}</div>")
    assert (article.author, article.paragraphs) == (name, ALL)


def test_a_place_right_below_the_headline_is_no_author() -> None:
    """It stays what the page shows there."""
    assert _read(f"<div>{HEADLINE}<p><b>Quảng Nam</b></p>{TEXT}</div>").author is None


def test_an_author_and_a_paper_in_bold_above_the_text() -> None:
    """They stand below what a template says of the account that posted the text."""
    posted = (
        "<div class=meta><div class=author>By <a href=/author/1>Quê Tôi</a></div><div>-</div><div>1,734</div></div>"
    )
    site = "<meta property='og:site_name' content='Que Toi Online'>"
    body = f"<div><p><b>Lý Đằng Vân/Quê Tôi</b></p>{TEXT}<p>Liên lạc tác giả: van@que.example</p></div>"
    article = _read(f"{HEADLINE}{posted}{DATE}{body}", site)
    assert (article.author, article.source, article.paragraphs) == ("Lý Đằng Vân", "Quê Tôi", ALL)


@pytest.mark.parametrize(
    "line",
    [
        "<div><i>Lê Vân</i>•<i>Hội luật gia tỉnh</i>•<i>07:15, 08/03/2020</i>•<i>12 lượt xem</i></div>",
        "<div>Lê Vân thực hiện, đăng ngày 8/3/2020</div>",
        "<div><a href=#>LÊ VÂN</a>·<a href=#>8 Tháng 3, 2020 lúc 7:15</a></div>",
        "<div class=author-share><a class=author>Lê Vân</a><i class=time> - 08/03/2020 07:15</i><a>Chia sẻ</a></div>",
    ],
)
def test_an_author_in_the_line_of_the_date(line: str) -> None:
    """With an office between, with what was done, as links to the account, in a box of tools: the name stands first."""
    article = _read(f"{HEADLINE}{line}{TEXT}")
    assert article.author is not None
    assert (article.author.title(), (article.published or "")[:10]) == ("Lê Vân", "2020-03-08")


def test_a_name_and_a_date_above_the_headline() -> None:
    """Builders of sites put both there, and the section above them."""
    above = "<div><a href=/g>Góc nhìn</a></div><ul><li>Lê Vân</li><li>8 thg 3, 2020</li><li>4 min read</li></ul>"
    article = _read(f"<nav><a href=/1>Home</a><a href=/2>More</a></nav>{above}{HEADLINE}{TEXT}<div>Recent Posts</div>")
    assert (article.author, article.section, article.published) == ("Lê Vân", "Góc nhìn", "2020-03-08")


@pytest.mark.parametrize("closing", ["<p><i>Theo Bergbote</i></p>", "<p align=right>Theo Bergbote</p>"])
def test_a_closing_source_is_no_author(closing: str) -> None:
    """Set apart as a name is, a line that begins with ``Theo`` still names where the text is from."""
    article = _read(f"{HEADLINE}{DATE}<div>{TEXT}{closing}</div>")
    assert (article.author, article.source, article.paragraphs) == (None, "Bergbote", ALL)


def test_what_a_feed_writes_below_a_text() -> None:
    """It names the site, which is the source, and is none of the text."""
    feed = "<p>The post <a href=/1>Trạm bơm chạy lại</a> appeared first on <a href=/>Vùng Cao News</a>.</p>"
    article = _read(f"{HEADLINE}{DATE}<div>{TEXT}{feed}</div>")
    assert (article.source, article.paragraphs) == ("Vùng Cao News", ALL)


def test_a_source_beside_an_agency_before_the_lead() -> None:
    """A paper that a line names is whose text it is, whatever agency opens the lead."""
    lead = f"<h2 class=sapo>(QTO) - {ONE}</h2>"
    article = _read(
        f"{HEADLINE}{DATE}<p class=source>Theo Nông Thôn Trẻ</p>{lead}<div><p>{TWO}</p><p>{THREE}</p></div>"
    )
    assert (article.source, article.lead) == ("Nông Thôn Trẻ", ONE)


def test_a_slanted_author_with_the_paper() -> None:
    """Below a picture, above the text: whoever reads the two names knows which is the paper's."""
    picture = "<figure><img src=a.jpg><figcaption>Máy bơm cũ. (Hình: Lý Vân)</figcaption></figure>"
    posted = "<div class=meta><div class=author>By <a href=/1>Quê Tôi</a></div></div>"
    article = _read(f"{HEADLINE}{posted}{DATE}<div>{picture}<p><i>Lý Vân/Quê Tôi</i></p>{TEXT}</div>")
    assert (article.author, article.paragraphs) == ("Lý Vân", ALL)


def test_a_closing_name_whose_letters_are_apart() -> None:
    """In bold below the text it is the author's, as composed letters say it."""
    name = unicodedata.normalize("NFD", "Lục Thành - Bảo Ngọc")
    article = _read(f"{HEADLINE}{DATE}<div>{TEXT}<p><b>{name}</b></p></div>")
    assert (article.author, article.paragraphs) == ("Lục Thành - Bảo Ngọc", ALL)


def test_the_paper_s_name_before_a_lead() -> None:
    """Where the window or the address names the site so, it is the source, though it has small letters."""
    lead = f"<div class=sapo><b>Biên phòng - {ONE}</b></div>"
    body = f"{HEADLINE}{DATE}{lead}<div><p>{TWO}</p><p>{THREE}</p></div>"
    article = _read(body, "<title>Trạm bơm chạy lại - Báo Biên phòng</title>")
    assert (article.source, article.lead) == ("Biên phòng", ONE)
    assert _read(body, "<title>Trạm bơm chạy lại - Tin quê</title>").lead == f"Biên phòng - {ONE}"


def test_the_nearest_of_two_times() -> None:
    """At the top of the page stands the clock of whoever saved it; the hour and the day may be marked each alone."""
    clock = "<div>Chủ nhật, 08-03-2020, 21:44 (GMT+7) <a href=/rss>RSS</a></div><div><a href=/tl>Thủy lợi</a></div>"
    assert (
        _read(f"{clock}<div>Chủ nhật, 08/03/2020, 07:15 (GMT+7)</div>{HEADLINE}{TEXT}").published == "2020-03-08T07:15"
    )
    parts = "<div><span class=time>07:15</span> | <span class=date>08/03/2020</span> <a>Nghe bài</a></div>"
    assert _read(f"{HEADLINE}{parts}{TEXT}").published == "2020-03-08T07:15"


def test_readers_below_the_text() -> None:
    """A heading says whose words they are, and neither they nor their names belong to the article."""
    heading = "<div><b>Phản hồi của bạn đọc</b></div>"
    readers = f"{heading}<p>NGUYỄN LẮM - 17/09/2008 11:20</p><p>Mừng cho bà con quá, có máy rồi.</p>"
    article = _read(f"{HEADLINE}{DATE}<div>{TEXT}<p class=author>HOÀI LỘC - BÍCH THỦY</p>{readers}</div>")
    assert (article.author, article.paragraphs) == ("HOÀI LỘC - BÍCH THỦY", ALL)


@pytest.mark.parametrize(
    ("line", "author", "source"),
    [
        ("<p align=right>Tác giả: Lê Vân - Nguồn: Đài huyện Ninh Hà</p>", "Lê Vân", "Đài huyện Ninh Hà"),
        (
            "<div class=post-footer><b>Người đăng: <i class=author>Cỏ May</i></b> <a>vào lúc 22:14</a></div>",
            "Cỏ May",
            None,
        ),
    ],
)
def test_labels_behind_the_text(line: str, author: str, source: str | None) -> None:
    """One line may have two of them, and the foot of a post is a template's, but for who posted it."""
    article = _read(f"{HEADLINE}{DATE}<div>{TEXT}</div>{line}")
    assert (article.author, article.source, article.paragraphs) == (author, source, ALL)


def test_what_an_author_did_behind_the_name() -> None:
    """A template marks both as the author's."""
    line = "<div><span class=date>08/03/2020 07:45</span> - <span class=author>Hoàng Nam thực hiện</span></div>"
    assert _read(f"{HEADLINE}{line}{TEXT}").author == "Hoàng Nam"


def test_two_authors_whose_names_are_links() -> None:
    """They are joined as the page joins them."""
    line = "<div class=author><a class=author href=/1>Lê Vân</a> - <a class=author href=/2>Hà Vy</a></div>"
    assert _read(f"{HEADLINE}{line}{DATE}<div>{TEXT}</div>").author == "Lê Vân - Hà Vy"


def test_a_paper_s_short_name_between_author_and_date() -> None:
    """It is where the text is from, and part of no name."""
    line = "<p class=author>Lê Văn Vân - Hà Vy QTO | <span class=time>08/03/2020 | 07:15</span></p>"
    article = _read(f"<div>{HEADLINE}{line}{TEXT}</div>")
    assert (article.author, article.source, article.published) == ("Lê Văn Vân - Hà Vy", "QTO", "2020-03-08T07:15")


def test_an_agency_in_brackets_behind_the_text() -> None:
    """It is the source, with a mark that is no letter, before the site as machines are told it."""
    site = "<meta property='og:site_name' content='QuePlus'>"
    article = _read(f"{HEADLINE}{DATE}<div>{TEXT}<div class=author>(Que+)</div></div>", site)
    assert (article.source, article.paragraphs) == ("Que+", ALL)


@pytest.mark.parametrize(("mark", "is_source"), [("QTT", True), ("QTTO", True), ("UBND", False)])
def test_a_lead_that_opens_with_the_paper_s_initials(mark: str, is_source: bool) -> None:
    """Without a dash they are the paper's name where they are the first letters of it, and the lead's words else."""
    site = "<meta property='og:site_name' content='Báo Quê Ta Thương'>"
    article = _read(f"{HEADLINE}{DATE}<div class=sapo>{mark} Thôn ta họp bàn việc nước từ mờ sáng.</div>{TEXT}", site)
    assert (article.source == mark) is is_source
    assert (article.lead or "").startswith("Thôn ta" if is_source else "UBND Thôn ta")


def test_a_label_and_a_mark_of_the_east_before_a_source() -> None:
    """The wide colon parts them as the narrow one does."""
    line = "<div>2016-09-12 10:22:31 <span class=source>Nguồn：Tin Quê</span></div>"
    assert _read(f"{HEADLINE}{line}<div>{TEXT}</div>").source == "Tin Quê"


def test_an_invitation_to_write_stands_below_the_author() -> None:
    """What readers are asked is no text, nor does it hide the name above it."""
    asked = "<p>Bạn đọc gửi câu hỏi về địa chỉ <a href=#>hoi@que.example</a></p>"
    article = _read(f"{HEADLINE}{DATE}<div>{TEXT}<p align=right>Lê Vân (ghi)</p>{asked}</div>")
    assert (article.author, article.paragraphs) == ("Lê Vân", ALL)


@pytest.mark.parametrize(
    ("site", "opening"),
    [
        ("Báo Lao Động", "Lao động Việt Nam tại Nhật Bản"),
        ("Báo Lao Động", "Lao Động Việt Nam tại Nhật Bản"),
        ("Báo Quân đội nhân dân", "QĐND Việt Nam"),
        ("Báo Hà Nội", "Hà Nội Metro"),
    ],
)
def test_a_lead_that_opens_with_words_of_the_site_s_name(site: str, opening: str) -> None:
    """Without a dash they are the lead's, where a name goes on with them, or what they name is a place or a thing."""
    lead = f"{opening} vừa tổ chức lễ khai giảng lớp học nghề đầu tiên cho ba mươi học viên ở các xã ven sông."
    head = f"<meta property='og:site_name' content='{site}'>"
    article = _read(f"{HEADLINE}{DATE}<p class=sapo>{lead}</p><div>{TEXT}</div>", head)
    assert (article.lead, article.source) == (lead, site)


def test_an_author_above_the_headline_glued_to_the_hour() -> None:
    """Templates put both there, in an element that says whose it is."""
    line = "<div class=author-time>LÊ VÂN – HÀ VY<span>10:13 (GMT+7) - Thứ Tư, 9/3/2011</span></div>"
    article = _read(f"{line}{HEADLINE}<div>{TEXT}</div>")
    assert (article.author, article.published) == ("LÊ VÂN – HÀ VY", "2011-03-09T10:13")


def test_an_author_with_a_source_before_the_date() -> None:
    """Both stand in the line of the date, without a name in the markup."""
    line = "<p>Lê Vân (Theo Kyodo, NHK)-<span class=time>Thứ ba, ngày 12/04/2022 14:03 GMT+7</span></p>"
    article = _read(f"{HEADLINE}{line}<div>{TEXT}</div>")
    assert (article.author, article.source) == ("Lê Vân", "Kyodo, NHK")


def test_who_says_what_is_set_apart() -> None:
    """The name below a quotation is text, though templates call it the author's."""
    box = "<div class=quote><p>Nước về là sống.</p><p class=author-quote>Bà Hà Thị Nhài</p></div>"
    assert "Bà Hà Thị Nhài" in _read(f"{HEADLINE}{DATE}<div><p>{ONE}</p>{box}{TEXT}</div>").paragraphs


@pytest.mark.parametrize(
    ("site", "mark"),
    [("Báo điện tử Quê Ta", "Quê Ta "), ("queta.vn", "Queta - "), ("Tạp chí Quê Ta", "Quê Ta – ")],
)
def test_a_lead_that_opens_with_the_site_s_name(site: str, mark: str) -> None:
    """With or without a dash, as the machines are told it but for what kind of site it is, or for its domain."""
    head = f"<meta property='og:site_name' content='{site}'>"
    article = _read(
        f"{HEADLINE}{DATE}<h2 class=sapo><span>{mark}</span>{ONE}</h2><div><p>{TWO}</p><p>{THREE}</p></div>", head
    )
    assert (article.source, article.lead) == (mark.strip(" -–"), ONE)


def test_a_source_whose_words_are_joined() -> None:
    """Some sites put strokes in the place of spaces."""
    assert _read(f"{HEADLINE}{DATE}<div>{TEXT}<p>(Theo_Que_Ta)</p></div>").source == "Que_Ta"


def test_a_name_with_the_hour_behind_the_text() -> None:
    """The author's element has the time of the last change in it as well."""
    closing = "<p class=author_name><b>Lê Vân | 23:56 07/04/2019</b></p>"
    article = _read(f"{HEADLINE}{DATE}<div>{TEXT}{closing}</div>")
    assert (article.author, article.paragraphs) == ("Lê Vân", ALL)
