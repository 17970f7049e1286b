"""How a page was saved shows in its lines: by a letter, a post, a newspaper's column, a text browser, a live report."""

from __future__ import annotations

import textwrap

import pytest

from corpus.article import Article
from corpus.text.copy_header import without_copy_header
from corpus.text.inline_pieces import without_pieces
from corpus.text.page import read_text_page
from corpus.text.skipped_boxes import without_skipped_boxes
from corpus.text.unwrapping import unwrapped

TITLE = "Xóm Cồn Sậy góp tiền làm lại con đò ngang"
ONE = "Sáng mùng bốn, chiếc đò mới của xóm Cồn Sậy hạ thủy, dài mười hai mét, chở được hai chục người cùng xe đạp."
TWO = "Ông Hai Lượm, người chèo đò hai mươi năm, nói đò cũ thủng đáy từ mùa nước trước mà xóm chưa gom đủ tiền đóng."
THREE = (
    "Cả xóm có sáu mươi hộ, nhà nào khá thì góp hai trăm ngàn, nhà nào túng thì góp công bào ván và trét chai cho kín."
)
FOUR = "Từ nay mỗi ngày đò qua sông tám chuyến, chuyến đầu lúc năm giờ sáng cho học trò kịp giờ vào lớp bên kia sông."
DATE = "12/10/2020 08:15"


def _read(*lines: str) -> Article:
    return read_text_page("\n".join(lines), "a.txt", "/a.txt")


def test_a_letter_that_hands_on_another() -> None:
    """Only the other one's lines are the page, without their marks; what was written above them is a greeting."""
    quoted = [f"> {line}" if line else ">" for line in ("", TITLE, "", DATE, "", ONE, "", TWO, "", THREE, "", FOUR)]
    article = _read("Kính gửi các bác,", "", "Em chuyển tiếp bài về con đò của xóm.", "", *quoted, "", "Tuấn")
    assert (article.title, article.published) == (TITLE, "2020-10-12T08:15")
    assert article.paragraphs == (ONE, TWO, THREE, FOUR)


def test_a_few_quoted_lines_are_no_letter() -> None:
    """As where an answer stands among them, or a prompt."""
    assert _read(TITLE, DATE, ONE, "> Đò nhỏ quá!", TWO, THREE).paragraphs == (ONE, TWO, THREE)


def test_the_pictures_of_a_post_are_bullets() -> None:
    """In front of a paragraph they are none of its characters; a short line with one stays a control."""
    article = _read(TITLE, DATE, f"🗣️ {ONE}", f"👉 {TWO}", THREE, "👍 12 lượt thích")
    assert article.paragraphs == (ONE, TWO, THREE)


def test_text_in_a_newspapers_column() -> None:
    """Lines of some forty characters are put together where the next word had no room, each first line set in."""
    column = [f"  {line}" if not at else line for text in (ONE, TWO, THREE) for at, line in enumerate(
        textwrap.wrap(text, 42, initial_indent="  ")
    )]  # fmt: skip
    joined = [" ".join(line.split()) for line in unwrapped("\n".join(column))]
    assert joined == [ONE, TWO, THREE]


def test_a_heading_in_the_block_of_its_paragraph() -> None:
    """Its first line had room for the next word, which has a capital: so it is no line of the paragraph."""
    block = ["Tiền ở đâu ra", *textwrap.wrap(f"{TWO} {THREE}", 70)]
    text = "\n".join([*textwrap.wrap(f"{ONE} {FOUR}", 70), "", *block])
    joined = [" ".join(line.split()) for line in unwrapped(text)]
    assert joined == [f"{ONE} {FOUR}", "Tiền ở đâu ra", f"{TWO} {THREE}"]


def test_a_control_below_each_part_of_a_report_does_not_end_it() -> None:
    """The last of them does; below it stand comments."""
    hours = ("11:12", "10:35", "09:40", "08:25")
    parts = [
        line for hour, text in zip(hours, (ONE, TWO, THREE, FOUR), strict=True) for line in (hour, text, "Chia sẻ")
    ]
    found = _read(TITLE, "28/09/2020 05:40", *parts, "Bình luận (57)", "Hay quá, cảm ơn bà con xóm Cồn Sậy.").paragraphs
    assert [text for text in found if ":" not in text[:3]] == [ONE, TWO, THREE, FOUR]


def test_the_frame_of_a_table_is_no_text() -> None:
    """A text browser draws it round menus and paths."""
    frame = ("┌──────────┬───────────┐", "│• Xã hội  │   Đăng: 12/10/2020 08:15 │", "└──────────┴───────────┘")
    article = _read(*frame, TITLE, ONE, TWO, THREE)
    assert (article.title, article.published, article.paragraphs) == (TITLE, "2020-10-12T08:15", (ONE, TWO, THREE))


def test_links_alone_below_each_other_are_other_pages() -> None:
    """Numbered by a text browser and set in between two paragraphs; one alone may be a heading."""
    page = (
        f"   {TITLE}\n\n   [1]In bài [2]Gửi bài [3]A+\n\n   {DATE}\n\n   {ONE}\n\n   {TWO}\n\n"
        "      [4]Giá gạo tăng lần thứ tư\n      [5]Chợ nổi vắng khách trong mùa lũ\n\n"
        f"   {THREE}\n\n   {FOUR}\n"
    )
    assert _read(page).paragraphs == (ONE, TWO, THREE, FOUR)


def test_the_most_read_pages_are_counted() -> None:
    """Below a heading that says so they are left out, be they questions or names; points of the text's own are not."""
    most_read = (
        "ĐỌC NHIỀU NHẤT",
        '1 "Vua lúa" mất mùa',
        "2 Chợ nổi mất khách",
        "3 Đò nào rẻ nhất?",
        "4 Giá gạo sáng 3/3",
    )
    assert _read(TITLE, DATE, ONE, TWO, *most_read, THREE, FOUR).paragraphs == (ONE, TWO, THREE, FOUR)
    points = ("1 chiếc đò lớn cho người lớn", "2 chiếc xuồng cho học trò", "3 bộ áo phao cho mỗi chuyến")
    assert _read(TITLE, DATE, ONE, "Xóm đã đóng:", *points, THREE, FOUR).paragraphs == (
        ONE, "Xóm đã đóng:", *points, THREE, FOUR,
    )  # fmt: skip


def test_a_pull_quote_in_capitals() -> None:
    """What somebody says in the text catches the eye in capitals, with spaces inside its marks, and stands once."""
    said = "Đò là chân của xóm này, mất đò thì xóm cụt chân"
    told = f"“{said}”, ông Hai Lượm nói với đám thợ đang trét chai bên mé sông vào buổi chiều hôm ấy."
    article = _read(TITLE, DATE, ONE, told, f"“ {said.upper()}. ”", THREE, FOUR)
    assert article.paragraphs == (ONE, told, THREE, FOUR)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("N.Lam (ghi)", "N.Lam"),
        ("Hoa Lam (P/v TTXVN tại Loria)", "Hoa Lam"),
        ("Hoa Lam Lượt xem: 418", "Hoa Lam"),
    ],
)
def test_the_author_below_the_text(line: str, author: str) -> None:
    """With what he did, whose reporter he is, or a counter glued to him."""
    assert _read(TITLE, DATE, ONE, TWO, THREE, line).author == author


def test_initials_among_controls_are_the_authors() -> None:
    """Below the title, where no text has begun."""
    assert _read("Xã hội", DATE, TITLE, "Q.Lam", "Theo dõi báo trên Google News", ONE, TWO, THREE).author == "Q.Lam"


def test_where_the_agency_stands_before_the_only_paragraph() -> None:
    """It is no part of the paragraph, as it is none of a lead."""
    assert _read(TITLE, DATE, f"(ABCD) - {ONE}").paragraphs == (ONE,)


@pytest.mark.parametrize(
    "line",
    [
        "The post Xóm Cồn Sậy góp tiền làm lại con đò ngang appeared first on Báo Quê Mới.",
        "Bạn thấy bài viết này thế nào?",
        "Bạn đọc có câu hỏi xin gửi về tòa soạn ở số 5, đường Bến Đò, thị trấn Cồn Sậy.",
    ],
)
def test_what_a_site_writes_below_a_text(line: str) -> None:
    """Also as a whole sentence."""
    assert _read(TITLE, DATE, ONE, TWO, THREE, line).paragraphs == (ONE, TWO, THREE)


def test_three_entries_of_a_menu_side_by_side() -> None:
    """They name no author, and no title stands among them; nor is a control below the path the title."""
    article = _read("Góc nhìn", "Tác giả  Mới nhất  Bàn tròn", "", DATE, "Quyền được yên", "Lam Hoa", ONE, TWO, THREE)
    assert (article.title, article.author) == ("Quyền được yên", "Lam Hoa")
    article = _read(
        "Đài truyền thanh Cồn Sậy",
        "Trang chủ / Đời sống / Diễn đàn",
        "Nghe lại bài ▶ 00:00 / 12:44",
        DATE,
        TITLE,
        ONE,
        TWO,
    )
    assert article.title == TITLE


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        ((ONE, TWO, f"{THREE} H.Ng."), "H.Ng."),
        ((ONE, TWO, THREE, "(Hoa Lam - Thu Sương)"), "Hoa Lam - Thu Sương"),
    ],
)
def test_who_signs_behind_the_last_sentence(lines: tuple[str, ...], author: str) -> None:
    """With initials in its line, or with whole names in parentheses below it."""
    article = _read(TITLE, DATE, *lines)
    assert (article.author, article.paragraphs) == (author, (ONE, TWO, THREE))


def test_the_line_of_a_reader_of_feeds() -> None:
    """The site, the author and the date, with controls behind them."""
    article = _read(
        TITLE, "Tạp chí Quê Mới by Hoa Lam / 18 thg 10, 2024, 7:04 CH / keep unread / hide", ONE, TWO, THREE
    )
    assert (article.author, article.published, article.captions) == ("Hoa Lam", "2024-10-18T19:04", ())


def test_pieces_of_text_that_kept_their_spaces() -> None:
    """Words of a link, what goes on behind them and what is said behind a name in bold letters are one paragraph."""
    link = ONE.replace("xóm Cồn Sậy hạ thủy", "\nxóm Cồn Sậy\n hạ thủy")
    said = "Ông Hai Lượm:\n Đò cũ thủng đáy từ mùa nước trước, xóm góp mãi mới đủ tiền đóng đò mới."
    article = _read(TITLE, "", DATE, "", link, "", said, "", THREE, "", FOUR)
    assert article.paragraphs == (ONE, said.replace("\n", ""), THREE, FOUR)
    assert without_pieces("Theo \nHội Chèo Đò\n Việt Nam\n, đò mới.") == "Theo Hội Chèo Đò Việt Nam\n, đò mới."


@pytest.mark.parametrize("below", [" Đò ngang", "  đò ngang", " .: Đò ngang :."])
def test_lines_that_are_set_in_are_no_pieces(below: str) -> None:
    """A capital begins another line, two spaces set one in, and ornaments are a section's."""
    assert without_pieces(f"{ONE}\n{below}\n") == f"{ONE}\n{below}\n"
    assert without_pieces(f" {ONE}\n đò ngang") == f" {ONE}\n đò ngang"  # a page that is set in as a whole


def test_a_short_end_behind_a_link() -> None:
    """What is too short to be text ends a sentence that breaks off before a link, or in a long line right above."""
    begun, ended = ONE[: ONE.index("mét,")].rstrip(), "từ tháng tư, sau ba lần họp."
    long = f"{ONE[:-1]} và bao lúa"
    assert _read(TITLE, DATE, THREE, long, "của bà con.", TWO).paragraphs == (THREE, f"{long} của bà con.", TWO)
    assert _read(TITLE, DATE, begun, "Hội Chèo Đò", ended, TWO, THREE).paragraphs[0] == f"{begun} Hội Chèo Đò {ended}"


def test_a_box_that_may_be_skipped() -> None:
    """It ends where the page says so, and the text goes on below; what says no end is no such box."""
    box = ("Bỏ qua Bài đọc nhiều nhất và đọc tiếp", "Bài đọc nhiều nhất", "Chợ đêm ven kênh đào", "Nước ngọt về làng")
    article = _read(TITLE, DATE, ONE, TWO, *box, "Kết thúc Bài đọc nhiều nhất", THREE, FOUR)
    assert article.paragraphs == (ONE, TWO, THREE, FOUR)
    text = "\n".join((ONE, *box, "Kết thúc Quảng cáo", TWO))
    assert without_skipped_boxes(text) == text


def test_a_copy_out_of_a_cache() -> None:
    """What the cache writes above the page is no title; a text that speaks of a cache is an article's."""
    header = (
        "This is Google's cache of https://bao.example/do-ngang. It is a snapshot of the page as it appeared on 1 May.",
        "Full versionText-only versionView source",
        "",
        "Tip: To quickly find your search term on this page, press Ctrl+F.",
    )
    assert _read(*header, TITLE, DATE, ONE, TWO, THREE) == _read(TITLE, DATE, ONE, TWO, THREE)
    assert without_copy_header("\n".join((*header, "", ONE))) == ONE
    assert without_copy_header(f"{ONE}\n{header[0]}\n") == f"{ONE}\n{header[0]}\n"


def test_a_row_of_points_below_the_title() -> None:
    """A reading list's row has site, author, day and length; site and length alone are no title either."""
    article = _read(TITLE, "bao.example • Lý Thu (thực hiện) • Thứ Hai, 12/10/2020 08:15 • 5 phút đọc", ONE, TWO, THREE)
    assert (article.title, article.author, article.published) == (TITLE, "Lý Thu", "2020-10-12T08:15")
    article = _read(TITLE, "baosong.vn · 3 phút đọc · Xem bản gốc", ONE, TWO, THREE)
    assert (article.title, article.paragraphs, article.captions) == (TITLE, (ONE, TWO, THREE), ())


def test_a_post_s_signature_and_a_list_s_pages() -> None:
    """Below a stroke of underscores stands the poster's motto; which page of a list this is, is no section."""
    article = _read("Trang 1 / 3   1 2 3 Tiếp >", "", TITLE, DATE, ONE, TWO, THREE, "__________________", "Đời là đi.")
    assert (article.title, article.section, article.paragraphs) == (TITLE, None, (ONE, TWO, THREE))


@pytest.mark.parametrize("label", ["Bản quyền hình ảnh", "Nguồn hình ảnh,", "Image copyright"])
def test_a_picture_s_owner_below_its_label(label: str) -> None:
    """Neither is text; the caption behind its own label is one, and a sentence below the owner's label stays."""
    article = _read(TITLE, DATE, ONE, label, "Getty Images", "Image caption", "Đò mới của xóm", TWO, label, THREE)
    assert (article.paragraphs, article.captions) == ((ONE, TWO, THREE), ("Đò mới của xóm",))


def test_a_picture_s_number_stands_for_it() -> None:
    """``Hình 1`` on a line of its own is a picture's place, and what stands below it with the number its caption."""
    article = _read(TITLE, DATE, ONE, "Hình 1", "Hình 1: Đò mới hạ thủy (ảnh Hai Lượm)", TWO, THREE)
    assert (article.paragraphs, article.captions) == ((ONE, TWO, THREE), ("Hình 1: Đò mới hạ thủy (ảnh Hai Lượm)",))


def test_a_picture_s_file_without_its_ending() -> None:
    """Small letters and hyphens alone are a file's name or a page's, and no text."""
    article = _read(TITLE, DATE, ONE, "do-moi-cua-xom-02", TWO, "NỘI DUNG CHÍNH", THREE)
    assert (article.paragraphs, article.captions) == ((ONE, TWO, THREE), ())
