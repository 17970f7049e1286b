"""What ends a text: bylines with something glued to them, sources by address, boxes that update themselves."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.text.lines import Line
from corpus.text.page import read_text_page
from corpus.text.syllable_ends import end_of_syllables

TITLE = "Bến Cát dựng lại chợ nổi bằng bè tre"
ONE = "Sáng chủ nhật, mười hai chiếc bè tre đầu tiên của chợ nổi Bến Cát đã neo vào bờ kè, cột chặt bằng dây dừa."
TWO = "Bà con Bến Cát góp tre từ vườn nhà, đóng bè trong ba tuần, không thuê thợ và cũng không vay đồng vốn nào cả."
THREE = "Chợ nổi họp từ bốn giờ sáng đến khi nắng lên, bán cá đồng, rau vườn, và cà phê pha ngay trên bè tre của xóm."
OTHER = "TMO - Nhiều thầy cô thú nhận có những tiết dạy chỉ thấy toàn ô vuông đen trước mặt."


def _read(*lines: str) -> Article:
    return read_text_page("\n".join((TITLE, "12/10/2020", *lines)), "a.txt", "/a.txt")


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("HÀ VY thực hiệnGửi bình luận", "HÀ VY"),
        ("Bài, ảnh: Hà Vy", "Hà Vy"),
        ("Hà VyThích Chia sẻ Google +1", "Hà Vy"),
        ("Hà Vy (tổng hợp)", "Hà Vy"),
    ],
)
def test_a_byline_ends_the_text_above_teasers(line: str, author: str) -> None:
    """Behind a name with a label, a word or a button about it, running lines that speak of other things are others'."""
    long = (ONE, TWO, THREE, f"{TWO} {THREE}")
    article = _read(*long, line, "Camera tắt, lòng cũng tắt?", OTHER)
    assert (article.author, article.paragraphs) == (author, long)


def test_what_goes_on_behind_a_name_is_text() -> None:
    """A byline behind which the text goes on, or half of the page stands, closes nothing; nor does ``Nay, bà.``"""
    assert THREE in _read(ONE, TWO, f"{ONE} {TWO}", "Bài, ảnh: Hà Vy", f"{TWO[:50]} {THREE}").paragraphs[-1]
    assert OTHER in _read(ONE, "Bài, ảnh: Hà Vy", OTHER, TWO, THREE).paragraphs
    assert OTHER in _read(ONE, TWO, f"{ONE} {TWO}", THREE, "Nay, TP.", OTHER).paragraphs


def test_an_address_as_source_ends_the_text() -> None:
    """``Nguồn: https://…`` is no text, and an author with his paper may stand below it and other titles."""
    article = _read(ONE, TWO, THREE, "Nguồn: https://bencat.example/cho-noi-12.html", "Giải đua ghe năm nay có gì lạ",
                    OTHER, "Theo Hà Vy (Sông Quê)", "Chia sẻ")  # fmt: skip
    assert (article.author, article.source, article.paragraphs) == ("Hà Vy", "Sông Quê", (ONE, TWO, THREE))


def test_the_paper_beside_the_date_and_the_author_below() -> None:
    """A name beside the date that the foot gives as the source is the paper, and the foot's name the author."""
    page = (TITLE, "Sông Quê 14/02/2020 09:15 GMT+7 6 liên quan Gốc", ONE, TWO, THREE, "Hà Vy", "Nguồn Sông Quê")
    article = read_text_page("\n".join(page), "a.txt", "/a.txt")
    assert (article.author, article.source) == ("Hà Vy", "Sông Quê")


def test_an_author_with_tags_glued_to_the_name() -> None:
    """Where no syllable goes on as the line does, a tag begins; names whose syllables are whole stay as they are."""
    article = _read(ONE, TWO, THREE, "T. Hòa - M. Khangchợ nổi bè treBến Cát")
    assert (article.author, article.paragraphs) == ("T. Hòa - M. Khang", (ONE, TWO, THREE))
    assert end_of_syllables("Nguyễn Trường Giang") == len("Nguyễn Trường Giang")
    assert end_of_syllables("Hà Khangđường") == len("Hà Khang")


def test_a_box_that_updates_itself_is_no_text() -> None:
    """A name, values, and the hour of their state stand in a box of the site's; a sentence above it stays."""
    box = (
        "Công ty Cổ phần Bè Tre (BTR)",
        "Giá hiện tại",
        "24.35 -0.65 (-2.60%)",
        "Cập nhật lúc 10:15 Thứ 3, 14/09/2021",
    )
    article = _read(ONE, *box, TWO, THREE)
    assert (article.paragraphs, article.captions) == ((ONE, TWO, THREE), ())
    assert _read(ONE, "Bà con cười.", box[-1], TWO, THREE).paragraphs == (ONE, "Bà con cười.", TWO, THREE)


def test_links_with_a_day_in_front_are_other_pages() -> None:
    """``- 13-09-2021 …`` is the title of another page; a point of a list that only names a day is the author's."""
    line = "- 13-09-2021 Bè tre nửa đầu năm: kẻ khóc người cười"
    assert Line(line, line).is_insert
    point = "- 13-09-2021: mười hai chiếc bè đầu tiên neo vào bờ kè"
    assert _read(ONE, line, point, TWO, THREE).paragraphs == (ONE, point, TWO, THREE)


def test_running_lines_of_a_print_are_no_text() -> None:
    """The address with the number of the sheet, which a printer puts below each, stands between paragraphs."""
    foot = "http://bencat.example/print/88214/ben-cat-dung-lai-cho-noi-bang-be-tre-dau-tien-cua-xom.html\tTrang {}/2"
    assert _read(ONE, TWO, foot.format(1), THREE, foot.format(2)).paragraphs == (ONE, TWO, THREE)


def test_an_owner_s_mark_and_a_source_behind_a_caption() -> None:
    """``© AFP / …`` and ``Nguồn: …`` behind a stop close a caption, and make no path of a sentence."""
    for caption in ("Bè tre đầu tiên của Bến Cát. © AFP / Hà Vy", "Bè tre đầu tiên của Bến Cát. Nguồn: Hội Nông dân"):
        article = _read(ONE, caption, TWO, THREE)
        assert (article.captions, article.paragraphs) == ((caption,), (ONE, TWO, THREE))
    owned = Line("Bè tre. © AFP / Hà Vy", "Bè tre. © AFP / Hà Vy")
    assert (owned.names_photo, owned.breadcrumb) == (True, ())


@pytest.mark.parametrize(
    ("line", "author", "source"),
    [("Theo Hà Vy (Sông Quê)", "Hà Vy", "Sông Quê"), ("Theo Hà Vy/Sông Quê", "Hà Vy", "Sông Quê")],
)
def test_an_author_of_another_paper(line: str, author: str, source: str) -> None:
    """Behind ``Theo`` stand the author and, in parentheses or behind a slash, the paper."""
    article = _read(ONE, TWO, THREE, line)
    assert (article.author, article.source, article.paragraphs) == (author, source, (ONE, TWO, THREE))


def test_a_note_of_the_sites_below_its_controls_is_no_text() -> None:
    """A sentence alone below the template is text only where it is as long as paragraphs are."""
    long = (
        f"{ONE} Gà gáy lần nữa thì xuồng đã chật cả khúc sông, người đứng trên cầu ngó xuống đông như hội.",
        f"{TWO} Thanh niên đi làm xa gửi tiền về mua dây, mua sơn, có đứa xin nghỉ phép để đóng cho kịp rằm.",
        f"{THREE} Trưa tan, ai về nhà nấy, bờ sông lại vắng, chỉ còn mấy đứa nhỏ ngồi câu cá chốt dưới bóng.",
    )
    note = "Tin về chợ nổi Bến Cát trên trang chỉ để tham khảo khi bà con đi chợ."
    imprint = "Giấy phép số 12"
    assert _read(*long, "Chia sẻ bài viết", note, imprint).paragraphs == long
    assert _read(*long, "Chia sẻ bài viết", ONE + " " + note, imprint).paragraphs == (*long, ONE + " " + note)


def test_a_name_whose_first_word_is_a_form_of_address_elsewhere() -> None:
    """``Anh Thư`` and ``Trường Giang`` are names where nothing but one word would be left of them."""
    article = _read(ONE, TWO, THREE, "Anh Thư", "Theo Báo Bến Cát")
    assert (article.author, article.source) == ("Anh Thư", "Báo Bến Cát")
    assert _read(ONE, TWO, THREE, "Trường Giang", "Mời bạn đọc thêm:").author == "Trường Giang"
    assert Line("", "Trường THPT").author is Line("", "Trường Chu Văn An").author is None
    assert Line("", "Nhà báo: Anh Trần Văn Thư").author is None
    assert Line("", "Anh Trần Văn Thư").author == "Trần Văn Thư"


def test_dated_titles_below_the_text() -> None:
    """The day in front of a line, in brackets or behind a dash, shows it to be another page's title."""
    for title in ("[28.11.2022] Tọa đàm “Chợ nổi cần gì?”", "(28/11/2022) Xóm Mía “được” cầu mới?"):
        assert _read(ONE, TWO, THREE, "Tin tức khác", title).paragraphs == (ONE, TWO, THREE)


def test_a_label_above_the_source() -> None:
    """They are one fact on two lines."""
    article = _read(ONE, TWO, THREE, "Nguồn:", "Huyện đoàn Bến Cát")
    assert (article.source, article.paragraphs) == ("Huyện đoàn Bến Cát", (ONE, TWO, THREE))


def test_tags_side_by_side_below_the_text() -> None:
    """Words of the text between strokes are tags; rows of a table have others beside them."""
    assert _read(ONE, TWO, THREE, "Chợ nổi | Bến Cát | Bè tre").paragraphs == (ONE, TWO, THREE)
    table = ("Giá cá sáng nay (nghìn đồng)", "Cá | Chợ sớm | Chợ trưa", "Cá lóc | 90 | 80", "Cá rô | 60 | 55")
    assert _read(ONE, TWO, *table, THREE).paragraphs == (ONE, TWO, *table, THREE)


def test_who_invites_to_a_funeral_is_no_author() -> None:
    """A committee stands in the place of a name, and signs nothing."""
    assert _read(ONE, TWO, THREE, "BAN TANG LỄ").author is None


def test_a_control_below_a_caption_in_capitals() -> None:
    """``ĐỌC NGAY`` took no picture."""
    article = _read(ONE, "Chợ nổi - Ảnh 1.", "Bè tre ngày hạ thủy.", "ĐỌC NGAY", TWO, THREE)
    assert article.captions == ("Bè tre ngày hạ thủy.",)


def test_where_a_reporter_is_heard() -> None:
    """A player's words announce a recording, and are no text, nor is where readers may write to."""
    asked = "Thư Hỏi - Đáp về chợ nổi xin gửi về địa chỉ tòa soạn."
    article = _read(ONE, "Nghe phóng viên Hà Vy phản ánh:", TWO, THREE, "Lan ChiBình luận", asked)
    assert (article.author, article.paragraphs) == ("Lan Chi", (ONE, TWO, THREE))
