"""Text that tools have broken: sentences torn by links, paragraphs set in, marks of converters that were wrapped."""

from __future__ import annotations

import textwrap

import pytest

from corpus.article import Article
from corpus.text.drop_caps import with_drop_caps
from corpus.text.link_numbers import without_link_numbers
from corpus.text.markdown import without_markdown
from corpus.text.page import read_text_page
from corpus.text.strokes import without_strokes
from corpus.text.torn_lines import without_tears
from corpus.text.unwrapping import unwrapped
from tests.conftest import stopped_after

TITLE = "Hợp tác xã Gò Sành mở lớp dạy đan thúng chai"
PARAGRAPHS = (
    "Sáng thứ bảy, mười hai học viên đầu tiên của lớp đan thúng chai đã có mặt ở sân hợp tác xã Gò Sành, ai cũng mang "
    "theo dao và một bó tre.",
    "Ông Bảy Thới, thợ đan có bốn chục năm trong nghề, đứng lớp mà không lấy công, chỉ xin mỗi học viên một bó tre để "
    "dành cho người đến sau.",
    "Lớp học kéo dài ba tháng, mỗi tuần hai buổi, học viên nào đan xong chiếc thúng đầu tiên thì được mang thúng về "
    "nhà mình mà dùng.",
)


def _read(*lines: str) -> Article:
    return read_text_page("\n".join(lines), "a.txt", "/a.txt")


def _plain(lines: list[str]) -> list[str]:
    return [" ".join(line.split()) for line in lines if line]


@pytest.mark.parametrize(
    ("letter", "rest", "whole"),
    [
        ("S", "áng thứ bảy, mười hai học viên của lớp đan thúng chai đã có mặt ở sân hợp tác xã.", "Sáng thứ bảy, "),
        ("Ô", "ng Bảy Thới, thợ đan có bốn chục năm trong nghề, đứng lớp mà không lấy công của ai.", "Ông Bảy Thới, "),
        ("Ở", "nhiều nơi, thợ đan thúng bây giờ chỉ còn người già, và người già thì không còn tre.", "Ở nhiều nơi, "),
        ("Y", "ên Gò Sành, nơi mở lớp đan thúng đầu tiên của cả vùng biển này, không ai thiếu tre.", "Yên Gò Sành, "),
        ("“N", "gày xưa cả làng đan thúng, bây giờ cả làng đi học đan thúng lại”, ông Bảy Thới nói.", "“Ngày xưa "),
    ],
)
def test_a_large_letter_comes_back_to_its_word(letter: str, rest: str, whole: str) -> None:
    """The first letter of a text, on a line of its own, begins the word below it or is a word before that one."""
    for between in ((), ("",)):
        article = _read(TITLE, "", "12/10/2020", "", letter, *between, rest, "", *PARAGRAPHS)
        assert (article.lead or article.paragraphs[0]).startswith(whole)


def test_a_letter_that_begins_nothing_stays_apart() -> None:
    """A control of the page (``A``), and an answer above a line in capitals or a short one."""
    lines = [
        "A",
        "Đáp án đúng là A, vì đan thúng cần tre già hơn hai tuổi và phơi đủ ba nắng mới dùng.",
        "B",
        "tre non",
    ]
    assert list(with_drop_caps(lines)) == lines
    assert list(with_drop_caps(["C", "", ""])) == ["C", "", ""]


def test_a_title_below_the_date_goes_on_in_nothing() -> None:
    """A text that lost its large letter altogether begins in a small one, and is still no part of the title."""
    rest = "áng thứ bảy, mười hai học viên đầu tiên của lớp đan thúng chai đã có mặt ở sân hợp tác xã Gò Sành."
    article = _read("Trang chủ", "Thời sự", "12/10/2020 08:15", TITLE, rest, *PARAGRAPHS[1:])
    assert (article.title, article.paragraphs[0]) == (TITLE, rest)


def test_a_sentence_that_a_link_has_torn() -> None:
    """The words of a link and what stands before them come back to the sentence that goes on below."""
    rest = "chiều qua, ông Bảy Thới cho biết lớp học sẽ mở thêm một buổi vào sáng chủ nhật hằng tuần."
    assert list(without_tears(["Trả lời", "Quê Mới", rest])) == [f"Trả lời Quê Mới {rest}"]
    assert list(without_tears(["Trả lời", "", "Quê Mới", rest])) == ["Trả lời", "", f"Quê Mới {rest}"]
    assert list(without_tears(["Một.", "Quê Mới", "nghề cũ"])) == ["Một.", "Quê Mới", "nghề cũ"]


@pytest.mark.parametrize("margin", ["     ", "\t"])
def test_paragraphs_whose_first_line_is_set_in(margin: str) -> None:
    """No empty line parts them; the spaces in front take room in the column."""
    page = "\n".join(textwrap.fill(margin + each, 70, tabsize=5) for each in (*PARAGRAPHS, *PARAGRAPHS))
    assert _plain(unwrapped(page)) == [*PARAGRAPHS, *PARAGRAPHS]


def test_a_page_that_is_set_in_as_a_whole_has_no_more_paragraphs() -> None:
    """A text browser sets every line in: only what stands further in than the others begins a paragraph."""
    page = "\n\n".join(textwrap.indent(textwrap.fill(each, 60), "   ") for each in PARAGRAPHS)
    assert _plain(unwrapped(page)) == list(PARAGRAPHS)


def test_points_that_hang() -> None:
    """A point's words go on below it, further in, also where a wide gap stands behind its mark."""
    points = [textwrap.fill(each, 60, initial_indent="-   ", subsequent_indent="    ") for each in PARAGRAPHS]
    assert _plain(unwrapped("\n\n".join(points))) == [f"- {each}" for each in PARAGRAPHS]


def test_a_wrapped_page_may_end_in_empty_lines() -> None:
    """Nothing stands in the last block, and that is no error."""
    page = "\n\n".join(textwrap.fill(each, 60) for each in PARAGRAPHS)
    assert _plain(unwrapped(page + "\n  \n\n")) == list(PARAGRAPHS)


def test_what_closes_an_agency_s_text_stands_apart() -> None:
    """Behind ``./.`` stands no more of a paragraph, though the next line had no room above."""
    last = textwrap.wrap(PARAGRAPHS[2], 60)[:-1]
    last[-1] = f"{last[-1][:-4]}./."
    page = "\n\n".join((*(textwrap.fill(each, 60) for each in PARAGRAPHS[:2]), "\n".join((*last, "(TXGS)"))))
    assert _plain(unwrapped(page))[-2:] == [" ".join(last), "(TXGS)"]


def test_numbers_of_links_whose_addresses_were_cut_off() -> None:
    """Numbers that count from one on, each before a word, are a browser's; others are the author's."""
    page = "[1]Trang chủ > [2]Nghề quê\n[3]In bài [4]Gửi bài"
    assert without_link_numbers(page) == "Trang chủ > Nghề quê\nIn bài Gửi bài"
    feed = "Theo sách[1], [2]báo.\n\nLinks:\n[1]: https://a.example/\n[2]: https://b.example/1.jpg (image)\n"
    assert without_link_numbers(feed).strip() == "Theo sách, báo."
    assert without_link_numbers("Theo [1]sách và [3]báo, [4]ông, [5]bà") == "Theo [1]sách và [3]báo, [4]ông, [5]bà"


LINKS = "[Trang chủ](/) / [Nghề quê](/nghe-que)\n\n"


def test_markdown_that_was_wrapped() -> None:
    """Links and emphasis go on in the next line, and no further than the paragraph."""
    assert without_markdown(f"{LINKS}Lớp [đan\nthúng](/lop) mở *sáng\nnay*.").endswith("Lớp đan\nthúng mở sáng\nnay.")
    assert without_markdown(f"{LINKS}Một *bó\n\ntre* khô.").endswith("Một *bó\n\ntre* khô.")


def test_what_markdown_says_beside_the_words() -> None:
    """A paragraph that is emphasised as a whole is the lead, a block that is a link a pointer to another page."""
    lead = (
        "Ba tháng học đan với ông Bảy Thới, mười hai người trẻ ở Gò Sành giữ lại được cái nghề thúng chai của làng. Họ "
        "không phải trả tiền học, chỉ góp mỗi người một bó tre."
    )
    text = (PARAGRAPHS[1], PARAGRAPHS[2], PARAGRAPHS[0])
    article = _read(
        LINKS, f"# {TITLE}", "", "12/04/2015", "", f"***{lead}***", "", text[0], "",
        "> [Người đóng ghe cuối cùng ở bến Vạc](/ghe.html)", "", text[1], "", text[2],
    )  # fmt: skip
    assert (article.title, article.lead, article.paragraphs) == (TITLE, lead, text)
    heading = "Ba tháng và một chiếc thúng"
    article = _read(LINKS, f"# {TITLE}", "12/04/2015", *text, "![](/thung.jpg)", f"## {heading}", *text)
    assert (article.captions, article.paragraphs) == ((), (*text, heading, *text))
    assert _read(LINKS, f"# {TITLE}", "12/04/2015", lead, *text).lead is None


def test_boxes_and_pictures_of_markdown() -> None:
    """Of a box and a list no mark is left; a picture's words are its caption where they say whose it is."""
    page = f"{LINKS}<div class='x'>\n-   Nan tre\n</div>\n![Thúng mới. Ảnh: Thới](/1.jpg)\n![Thúng cũ](/2.jpg)"
    assert without_markdown(page).split("\n")[2:] == ["", "Nan tre", "", "[Ảnh] Thúng mới. Ảnh: Thới", "[Ảnh]"]
    twice = f"{LINKS}![Thúng mới. Ảnh: Thới](/1.jpg)\nThúng mới. Ảnh: Thới"
    assert without_markdown(twice).endswith("\n[Ảnh]\nThúng mới. Ảnh: Thới")
    span = '[Thúng\nmới]{.in-caption} và [tre]{.x}{#y width="1"\nheight="2"}.'
    assert without_markdown(f"{LINKS}{span}").endswith("\n\n[Ảnh] Thúng\nmới và tre.")


def test_lines_without_end_take_no_time_without_end() -> None:
    """However many lines go on in small letters, the column is measured once, and no line grows for ever."""
    line = "và " + PARAGRAPHS[0][:100].lower() + " rồi đi"
    with stopped_after(20):
        assert len(_read(TITLE, "12/04/2015", *[line] * 20_000, *PARAGRAPHS).paragraphs) > 1


def test_words_that_end_in_a_comma_go_on_in_the_link_below() -> None:
    """However short they are, and whatever stands above them without an empty line between."""
    rest = "chiều qua cho biết lớp học sẽ mở thêm một buổi vào sáng chủ nhật hằng tuần."
    lines = ["Lớp học đông.", "Khi thúng đã xong,", "Bảy Thới", rest]
    assert list(without_tears(lines)) == ["Lớp học đông.", f"Khi thúng đã xong, Bảy Thới {rest}"]


@pytest.mark.parametrize("prefix", ["(QMO) -", "QMO –", "Báo Quê Mới -"])
@pytest.mark.parametrize("between", [(), ("",)])
def test_an_agencys_name_on_a_line_of_its_own(prefix: str, between: tuple[str, ...]) -> None:
    """It stands in front of the lead, and is the source; a dash alone or a point of a list is nobody's name."""
    article = _read(TITLE, "12/10/2020", prefix, *between, PARAGRAPHS[0], *PARAGRAPHS[1:])
    assert (article.source, article.lead) == (prefix.strip("() –-"), PARAGRAPHS[0])
    assert list(without_tears(["-", PARAGRAPHS[0]])) == ["-", PARAGRAPHS[0]]


def test_what_a_link_has_torn_without_an_empty_line() -> None:
    """A word that ends no line goes on in the link below; a comma behind it, or behind what is said, stands close."""
    above, rest = PARAGRAPHS[0], ", cả làng còn bốn chục người đan thúng, người trẻ nhất cũng đã ngoài năm mươi tuổi."
    lines = [above, "Theo khảo sát của", "Trung tâm Nghề Quê", rest, "“Nghề này sẽ còn.”", ", Bảy Thới nói."]
    assert list(without_tears(lines)) == [
        above,
        f"Theo khảo sát của Trung tâm Nghề Quê{rest}",
        "“Nghề này sẽ còn.”, Bảy Thới nói.",
    ]
    assert list(without_tears([above, "Nghề cũ", "Bảy Thới", rest]))[1:] == ["Nghề cũ", f"Bảy Thới{rest}"]


def test_a_table_in_wrapped_text() -> None:
    """Rows with gaps between what stands side by side are joined to no paragraph, however full they are."""
    rows = [
        f"Xóm {name}      đan được {at}00 chiếc thúng     còn {at}0 hộ giữ nghề" for at, name in enumerate("ABCD", 1)
    ]
    wrapped = [line for text in PARAGRAPHS * 2 for line in (*textwrap.wrap(text, 66), "")]
    assert unwrapped("\n".join([*wrapped, *rows]))[-4:] == rows


def test_many_pictures_take_no_time_without_end() -> None:
    """The words of a bounded number are held against the page, however many pictures it has."""
    with stopped_after(20):
        text = without_markdown(LINKS + "![Ảnh: Thới](/1.jpg)\n" * 200_000)
    assert text.count("[Ảnh]") == 200_000


def test_a_page_whose_lines_are_joined_by_strokes() -> None:
    """One line with a stroke between any two of its pieces is read as if each were a line."""
    lines = (
        "Trang chủ",
        "Nghề quê",
        TITLE,
        "Thứ Năm, 08/08/2013, 18:05 (GMT+7)",
        *PARAGRAPHS,
        "Hà Vy",
        "In bài",
        "Email",
    )
    article = _read("|".join(lines))
    assert (article.title, article.published, article.author) == (TITLE, "2013-08-08T18:05", "Hà Vy")
    assert article.paragraphs == PARAGRAPHS
    table = "\n".join(f"{text}|" for text in PARAGRAPHS * 3)
    assert without_strokes(table) == table
