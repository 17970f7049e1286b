"""What stands round title and lead in layouts of many kinds: paths, kickers, labels, controls, dates, credits."""

from __future__ import annotations

import pytest

from corpus.article import Article
from corpus.text.lines import Line
from corpus.text.page import read_text_page
from corpus.text.page_lines import read_lines

TITLE = "Xóm Trại giữ nghề tráng miến bên giếng đá ong"
LEAD = "Ba mươi hộ ở xóm Trại vừa dựng lại lò tráng miến sau bảy năm bỏ không, nhờ một đơn hàng của trường bán trú."
PARAGRAPHS = (
    "Bà Đinh Thị Lụa nhóm lò từ lúc ba giờ, khi cả xóm Trại còn ngủ. Nước giếng đá ong múc lên ấm tay, bột dong quấy "
    "đặc rồi mới đem tráng. Mỗi mẻ miến phơi hai nắng, nắng thứ ba thì rút vào hong bên bếp.",
    "Bảy năm trước, thương lái ép giá nên các hộ lần lượt tắt lò. Khuôn tráng đem cho hàng xóm, nong phơi để gà đẻ. "
    "Người trẻ trong xóm đi làm công nhân, chỉ còn bà Lụa giữ lại một chiếc nồi.",
    "Trường bán trú ở xã trên đặt sáu tạ miến mỗi tháng cho bữa trưa. Cô hiệu trưởng tự xuống xem giếng, xem lò, rồi "
    "ký với tổ hợp tác một bản hợp đồng hai trang viết tay. Tiền trả ngay khi giao hàng.",
)


def _read(*lines: str) -> Article:
    return read_text_page("\n".join(lines), "a.txt", "/a.txt")


@pytest.mark.parametrize(
    "control",
    ["Sao chép liên kết", "Copy liên kết", "Bấm xem >>", "ĐỌC TIẾP SAU QUẢNG CÁO", "Cuộn xuống để tắt quảng cáo"],
)
def test_controls_before_the_text_and_in_it(control: str) -> None:
    """Buttons and the words round an advertisement are no paragraph, and hide no lead."""
    article = _read(TITLE, "12/10/2020", control, LEAD, PARAGRAPHS[0], control, *PARAGRAPHS[1:])
    assert (article.lead, article.paragraphs) == (LEAD, PARAGRAPHS)


@pytest.mark.parametrize(
    "opening",
    [
        "Sáu giờ sáng, bà Đinh Thị Lụa đã ngồi bên lò. ",
        "Từ mùng 6 Tết, khói lò lại bay trên mái xóm Trại. ",
        "Theo Hội Nông dân huyện, ngày 3/5, tổ hợp tác đã ra mắt. ",
        "Tại đại hội tổ hợp tác xóm Trại tổ chức sáng 3/5, các hộ bầu bà Lụa làm tổ trưởng. ",
    ],
)
def test_the_text_begins_anew_behind_a_lead(opening: str) -> None:
    """An hour in words, a day of the moon, or a day behind whom one has it from or where it was: the text begins."""
    lead = f"{LEAD} Cả xóm chờ ngày ấy đã lâu lắm rồi, và ai cũng đem nong ra phơi."
    assert _read(TITLE, "12/10/2020", lead, opening + PARAGRAPHS[0], *PARAGRAPHS[1:]).lead == lead
    leaning = "Đó là điều ai cũng mong. " + PARAGRAPHS[0]
    assert _read(TITLE, "12/10/2020", lead, leaning, *PARAGRAPHS[1:]).lead is None


def test_a_lead_may_tease() -> None:
    """``Họ …`` in the first line of all leans on nothing but the title."""
    lead = "Họ tráng miến bằng nước giếng đá ong, bỏ nghề bảy năm, và nay quay lại vì bữa trưa của trẻ con xã trên."
    assert _read(TITLE, "12/10/2020", lead, *PARAGRAPHS).lead == lead


def test_an_agency_with_a_point_behind_it() -> None:
    """``(XTM).- `` names the source as ``(XTM) - `` does."""
    article = _read(TITLE, "12/10/2020", f"(XTM).- {LEAD}", *PARAGRAPHS)
    assert (article.source, article.lead) == ("XTM", LEAD)


def test_the_main_picture_below_the_lead() -> None:
    """Below the very first paragraph a short sentence is a caption where it would not be further down."""
    caption = "Bà Đinh Thị Lụa bên lò tráng miến trước giếng đá ong xóm Trại."
    short = tuple(f"{paragraph.partition('. ')[0]}." for paragraph in PARAGRAPHS)
    short = tuple(f"{text[:-1]}, như cả xóm Trại vẫn làm từ đời ông bà cho đến tận mùa này." for text in short)
    assert _read(TITLE, "12/10/2020", f"XTM - {LEAD}", caption, *short).captions == (caption,)
    assert _read(TITLE, "12/10/2020", f"XTM - {LEAD}", short[0], caption, *short[1:]).captions == ()


@pytest.mark.parametrize(
    "caption",
    [
        "Phối cảnh lò tráng miến của xóm Trại. (Nguồn: Tổ hợp tác xóm Trại)",
        "Mẻ miến phơi trên bờ giếng ngày 3/5/2020. XTM - LAN CHI",
        "Bà Lụa giơ mẻ miến đầu tiên bên bờ giếng. AFP/BÙI LÂM",
        "Đinh Thị Lụa (giữa) trong buổi giao hàng đầu tiên",
        "Đinh Thị Lụa trong buổi trò chuyện với chúng tôi",
    ],
)
def test_captions_by_source_agency_or_occasion(caption: str) -> None:
    """A source in parentheses, an agency's capitals, somebody by name on an occasion: what stands below a picture."""
    article = _read(TITLE, "12/10/2020", LEAD, PARAGRAPHS[0], caption, *PARAGRAPHS[1:])
    assert (article.captions, article.paragraphs) == ((caption,), PARAGRAPHS)


def test_a_sentence_that_ends_in_capitals_is_text() -> None:
    """Capitals without a photographer behind them are an abbreviation of the text's."""
    line = "Hai mươi hộ trong xóm Trại vay vốn ưu đãi. Bên cho vay là Ngân hàng CSXH"
    assert not Line(line, line).names_photo
    assert Line("Lò miến. XTM - LAN CHI", "Lò miến. XTM - LAN CHI").names_photo


def test_labels_that_are_read_aloud() -> None:
    """A caption's label stands on the line above it; the author stands behind a comma."""
    caption = "Lò tráng miến của bà Lụa, nơi chưa bao giờ nguội"
    labels = ("Nguồn hình ảnh, Lan Chi", "Chụp lại hình ảnh,", caption)
    article = _read("Thế giới", "Video", TITLE, *labels, "Tác giả, Bùi Lan Chi", "Vai trò, Gửi bài từ xóm Trại",
                    "12/10/2020", LEAD, *PARAGRAPHS)  # fmt: skip
    assert (article.title, article.author, article.captions) == (TITLE, "Bùi Lan Chi", (caption,))
    assert (article.lead, article.paragraphs) == (LEAD, PARAGRAPHS)
    assert [line.plain for line in read_lines("Chú thích ảnh:\nGiếng đá ong")] == ["Giếng đá ong"]


@pytest.mark.parametrize(
    ("lines", "section"),
    [
        (("Trang nhất/Tạp chí/Tạp chí làng nghề", "TẠP CHÍ LÀNG NGHỀ"), "Tạp chí làng nghề"),
        (
            (
                "Miến Cuối Tuần",
                "Miến Cười",
                "Media",
                "Pháp luật | Xe | Văn hóa | Đời sống",
                "Trang chủ",
                "Đời sống",
                "Chuyện làng",
            ),
            "Chuyện làng",
        ),
        (("Miến Xanh Online", "Thời sự", "Dân sinh"), "Dân sinh"),
        (("Ký sự - Tản văn",), "Ký sự - Tản văn"),
        (("Trang chủ", "» Chính trị", "» Đời sống quê", "» Giải trí ta", "Đời sống quê"), "Đời sống quê"),
    ],
)
def test_where_the_article_stands(lines: tuple[str, ...], section: str) -> None:
    """A path without spaces or with a line for each step, a section below the site's name, an entry of a menu again."""
    article = _read(*lines, TITLE, "12/10/2020 08:15", LEAD, *PARAGRAPHS)
    assert (article.title, article.section) == (TITLE, section)


def test_a_kicker_above_what_the_event_is() -> None:
    """What announces the title stands below the path, ``Sự kiện: …`` between the two, and the title above the date."""
    article = _read("Trang chủ > Đời sống", "Trực tiếp hội làng hôm nay", "Sự kiện: Hội làng 2020, Làng nghề", TITLE,
                    "Thứ hai, 12/10/2020 08:15", LEAD, *PARAGRAPHS)  # fmt: skip
    assert (article.title, article.published, article.section) == (TITLE, "2020-10-12T08:15", "Đời sống")


def test_a_long_line_below_date_and_controls_is_no_title() -> None:
    """Between the date and a lead without a stop stand controls: the title is above the date all the same."""
    lead = (
        "Sau bảy năm bỏ không, lò tráng miến của bà Đinh Thị Lụa nhóm lại từ lúc ba giờ, khi cả xóm Trại còn ngủ bên "
        "nước giếng đá ong múc lên ấm tay"
    )
    title = "Hồi sinh một thứ quà quê"
    article = _read("Báo Miến Xanh", "Trang chủ > Đời sống", title, "12/10/2020", "Chia sẻ", "Facebook",
                    "Sao chép liên kết", "In bài", lead, *PARAGRAPHS)  # fmt: skip
    assert article.title == title


def test_a_last_change_is_no_publication() -> None:
    """A change beside the first posting leaves it, one alone gives no date, and the visit's day is none either."""
    both = "Đăng ngày: 12/03/2021 - 13:45Sửa đổi ngày: 12/03/2021 - 16:02"
    assert _read(TITLE, both, LEAD, *PARAGRAPHS).published == "2021-03-12T13:45"
    changed = "Cập nhật lần cuối: 14:32, 05/11/2018"
    visited = ("Miến Xanh Online", "Chủ nhật, 18/11/2018 | 21:07", "Chính trị | Kinh tế | Văn hóa", "Kinh tế")
    assert _read(*visited, changed, TITLE, LEAD, *PARAGRAPHS).published is None
    assert _read(TITLE, changed, LEAD, *PARAGRAPHS).published is None


@pytest.mark.parametrize(
    ("line", "author", "source"),
    [
        ("Mít, Theo Nhịp Quê 20:00 12/10/2020", "Mít", "Nhịp Quê"),
        ("Lan Chi, Theo Nhịp Quê 12/10/2020", "Lan Chi", "Nhịp Quê"),
        ("Theo Lan Chi (Nhịp Quê)", "Lan Chi", "Nhịp Quê"),
        ("Theo Nhịp Quê (Bắc Kạn)", None, "Nhịp Quê (Bắc Kạn)"),
    ],
)
def test_author_and_paper_in_one_line(line: str, author: str | None, source: str) -> None:
    """A pen name of one word is shown to be one by the paper behind it; the author may stand behind ``Theo``."""
    if line[-1].isdigit():
        article = _read(TITLE, line, LEAD, *PARAGRAPHS)
        assert (article.author, article.source, article.published is not None) == (author, source, True)
    elif author is not None:
        assert Line(line, line).author_and_source == (author, source)


def test_a_text_that_goes_on_as_its_lead_began_is_no_caption() -> None:
    """The same words again with a photographer behind them are one caption; with a whole text, they are its opening."""
    long = f"{LEAD} {' '.join(PARAGRAPHS)}"
    article = _read(TITLE, "12/10/2020", LEAD, long)
    assert (article.captions, article.paragraphs) == ((), (LEAD, long))
    caption = "Bà Lụa bên lò tráng miến đầu xóm Trại"
    twice = _read(TITLE, "12/10/2020", caption, f"{caption}. Ảnh: Lan Chi", LEAD, *PARAGRAPHS)
    assert (twice.captions, twice.lead) == ((f"{caption}. Ảnh: Lan Chi",), LEAD)
    told = f"{caption} nói chuyện cũ. {PARAGRAPHS[0]}"
    assert told in _read(TITLE, "12/10/2020", LEAD, PARAGRAPHS[1], caption, told, *PARAGRAPHS[2:]).paragraphs


@pytest.mark.parametrize(
    "control",
    ["Sao chép đường dẫn", "Chép đường link", "Tăng giảm cỡ chữ", "Kéo xuống để xem tiếp nội dung", "Chia sẻ liên kết"],
)
def test_more_words_for_controls(control: str) -> None:
    """Links are copied and letters made larger in many words."""
    article = _read(TITLE, "12/10/2020", control, LEAD, PARAGRAPHS[0], control, *PARAGRAPHS[1:])
    assert (article.lead, article.paragraphs) == (LEAD, PARAGRAPHS)


def test_a_day_above_the_title_that_the_text_tells_of() -> None:
    """A weekday without an hour may be the visit's: it is the article's where the text begins with a day near it."""
    told = f"Sáng 18/10, lò miến đỏ lửa trở lại. {PARAGRAPHS[0]}"
    score = f"Đội xóm Trại thắng 18-10, hơn 18/10 điểm năm trước. {PARAGRAPHS[0]}"
    for text, published in ((told, "2003-10-19"), (told.replace("18/10", "18/9"), None), (score, None)):
        assert _read("Chủ nhật, 19/10/2003", TITLE, text, *PARAGRAPHS[1:]).published == published
    unset = told.replace("18/10", "1/1")
    for never in ("Thứ Hai, 01/01/0001", "01/01/0001 00:00:00"):  # what systems show for no date
        assert _read(never, TITLE, unset, *PARAGRAPHS[1:]).published is None
    visit = _read("Hôm nay, Chủ nhật, 19/10/2003", TITLE, told, *PARAGRAPHS[1:])
    assert visit.published is None


def test_a_section_that_a_control_is_called_too() -> None:
    """``Ý kiến`` right above the title is the section, and no button."""
    assert _read("Trang chủ", "Ý kiến", TITLE, "12/10/2020 08:15", LEAD, *PARAGRAPHS).section == "Ý kiến"


def test_a_labelled_author_above_the_title() -> None:
    """``Tác giả: …`` right above the title is no title, and the section above it still the section."""
    article = _read("MIẾN XANH", "Thời sự", "Đời sống", "Tác giả: Bùi Lan Chi", "Thứ hai, 12/10/2020, 08:15 (GMT+7)",
                    TITLE, LEAD, *PARAGRAPHS)  # fmt: skip
    assert (article.title, article.author, article.section) == (TITLE, "Bùi Lan Chi", "Đời sống")
    posted = _read("Diễn đàn", TITLE, "Gửi bởi Bùi Lan Chi » 12/10/2020 08:15", LEAD, *PARAGRAPHS)
    assert (posted.author, posted.published) == ("Bùi Lan Chi", "2020-10-12T08:15")


def test_the_label_of_a_caption_in_its_line() -> None:
    """``Chú thích ảnh: …`` labels a caption, which is what stands behind it."""
    article = _read(TITLE, "12/10/2020", LEAD, PARAGRAPHS[0], "Chú thích ảnh: Giếng đá ong", *PARAGRAPHS[1:])
    assert (article.captions, article.paragraphs) == (("Giếng đá ong",), PARAGRAPHS)


def test_a_site_s_name_in_capitals_above_a_section() -> None:
    """Entries of one menu are written alike: capitals above a section's name are the site's, and it is no entry."""
    lines = ("Bản lưu", "MIẾN XANH", "Chuyện làng", TITLE, "12/10/2020 08:15", LEAD, *PARAGRAPHS)
    assert _read("https://mienxanh.example/88.html", *lines).section == "Chuyện làng"


def test_an_entry_of_the_menu_above_the_date_is_no_title() -> None:
    """Though the text speaks of it, too, the title stands below the date."""
    menu = ("Thời sự miền núi", "Khuyến nông", "Thị trường lò miến", "Khuôn tráng nồi miến", "Văn bản")
    page = (
        "Làng Mới và Nghề Xưa",
        "Thứ Hai, 12/10/2020",
        "CHUYÊN MỤC",
        *menu,
        "Khuyến nông 12/10/2020 08:15",
        "Nắng thứ ba: bớt lửa, thêm lãi",
    )
    article = _read(*page, LEAD, *PARAGRAPHS)
    assert (article.title, article.lead, article.published) == (
        "Nắng thứ ba: bớt lửa, thêm lãi",
        LEAD,
        "2020-10-12T08:15",
    )


@pytest.mark.parametrize("line", ["08:15 | 12/10/2020 - Hà Vy", "12/10/2020 08:15 | Hà Vy"])
def test_a_name_behind_the_hour_above_the_title_is_the_authors(line: str) -> None:
    """Beside an hour stands who posted then; behind a day alone stands the name of the day."""
    path = "Trang chủ / Kinh tế / Nghề làng"
    article = _read("Báo Quê", path, line, TITLE, LEAD, *PARAGRAPHS)
    assert (article.author, article.published) == ("Hà Vy", "2020-10-12T08:15")
    assert _read("Báo Quê", path, "Thứ Hai, 12/10/2020 - Tuần Lễ Miến", TITLE, LEAD, *PARAGRAPHS).author is None


@pytest.mark.parametrize("label", ["Cập nhật lúc", "Đăng lúc", "Cập nhật:", "Xuất bản"])
def test_a_label_between_author_and_date(label: str) -> None:
    """A dash or a stroke parts the name from the label, which is no part of it."""
    for mark in ("-", "|", "–"):
        assert _read(TITLE, f"Hà Vy {mark} {label} 08:15 12/10/2020", LEAD, *PARAGRAPHS).author == "Hà Vy"
