"""Who said what: passages in quotation marks, their kinds and their speakers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import quotations as module
from corpus.article import QuotationKind
from corpus.quotations import quotations
from corpus.speech import attribution
from corpus.speech.sources import Source

SPEECH = [
    ("“Đường làm xong sớm hơn dự định”, ông Nguyễn Văn Tròn nói.", "Nguyễn Văn Tròn", None),
    ("Ông Nguyễn Văn Tròn nói: “Đường làm xong sớm hơn dự định”.", "Nguyễn Văn Tròn", None),
    ("Bà Lê Thị Hạnh, Trưởng khu phố 3, cho biết: “Ai cũng góp một tay”.", "Lê Thị Hạnh", "Trưởng khu phố 3"),
    (
        "Chủ tịch UBND xã Phước An Nguyễn Văn Tròn cho biết: “Xã lo xi măng”.",
        "Nguyễn Văn Tròn",
        "Chủ tịch UBND xã Phước An",
    ),
    ('"Xã lo xi măng", Bí thư Đảng ủy Trần Văn Bảy khẳng định.', "Trần Văn Bảy", "Bí thư Đảng ủy"),
    ("«Xã lo xi măng», bà Ông Thị Phấn chia sẻ.", "Ông Thị Phấn", None),
    ("Sở Xây dựng và Nhà ở nêu rõ: “Xã lo xi măng, huyện lo cát”.", "Sở Xây dựng và Nhà ở", None),
    ("“Xã lo xi măng, huyện lo cát”, thông báo của Sở Xây dựng viết.", "Sở Xây dựng", None),
    (
        "Ông Trần Văn Bảy gửi một thông điệp: “Nếu mình không làm bây giờ thì con cháu phải làm”.",
        "Trần Văn Bảy",
        None,
    ),
    ("Chị Lò Thị Mến, người tự gọi mình là Lò Mây, cho biết: “Xã lo xi măng”.", "Lò Thị Mến", None),
    ("Con đường lầy lội khiến Alan Barker phải lên tiếng: “Xã lo xi măng”.", "Alan Barker", None),
    ("Tuy nhiên, bà Lê Thị Hạnh lại lý giải: “Xã lo xi măng, huyện lo cát”.", "Lê Thị Hạnh", None),
    ("Văn bản số 9/SXD của Sở Xây dựng nêu: “Xã lo xi măng, huyện lo cát”.", "Sở Xây dựng", None),
    (
        "Alan Barker, đồng sáng lập của Loria, một diễn đàn về đường sá, tiết lộ: “Xã lo xi măng, huyện lo cát”.",
        "Alan Barker",
        "đồng sáng lập của Loria",
    ),
]


@pytest.mark.parametrize(("paragraph", "speaker", "role"), SPEECH)
def test_speech_has_its_speaker(paragraph: str, speaker: str, role: str | None) -> None:
    """The speaker stands before or behind the passage, name and office apart."""
    (found,) = quotations(None, (paragraph,))
    assert (found.kind, found.speaker, found.role) == (QuotationKind.SPEECH, speaker, role)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Xã bám sát phương châm “dân biết, dân bàn, dân làm, dân kiểm tra”.",
        "Chị Lò Thị Mến kỷ niệm ba mươi năm ca hát: “Đêm Trăng Mùa Gặt”.",
        "Ông Trần Văn Bảy nói rằng “những thế lực của xóm bên” đang làm khó bà con.",
        "Ông Trần Văn Bảy cho biết xóm đã nhận được một “món quà lớn từ bà con ở xa”.",
        "Ông Trần Văn Bảy bày tỏ “sự tiếc nuối và cảm thông sâu sắc”.",
        "Ông Trần Văn Bảy ca ngợi “sự sáng tạo và hài hước” của bà Hạnh.",
        "Nhấn mạnh khẩu hiệu “Đường làng ngõ xóm sạch như nhà mình”, ông Trần Văn Bảy đề nghị bà con góp sức.",
        "Tổ “Phụ huynh trực bếp” ra đời từ buổi họp ấy.",
        "Phong trào có tên “Nghe dân nói”, “Vì khu phố bình yên” và nhiều tên khác.",
    ],
)
def test_slogans_and_names_are_phrases(paragraph: str) -> None:
    """A passage inside somebody else's sentence is a phrase and has no speaker."""
    found = quotations(None, (paragraph,))
    assert found
    assert all((quote.kind, quote.speaker) == (QuotationKind.PHRASE, None) for quote in found)


def test_a_given_name_is_tied_to_the_full_name_before() -> None:
    """``ông Tròn`` later in the article is the Nguyễn Văn Tròn of its beginning, with his office."""
    first, second = quotations(
        None, ("Chủ tịch xã Nguyễn Văn Tròn nói: “Bắt đầu thôi”.", "“Xong sớm hơn một tháng”, ông Tròn nói.")
    )
    assert (second.speaker, second.role) == (first.speaker, first.role) == ("Nguyễn Văn Tròn", "Chủ tịch xã")


def test_an_inch_sign_opens_nothing() -> None:
    """A lone mark behind a number is no quotation mark."""
    assert quotations(None, ('Màn hình 32" treo ở lối vào, màn hình 43" treo trong nhà.',)) == ()


def test_nested_marks_give_both_passages() -> None:
    """The inner passage follows the one that holds it."""
    outer, inner = quotations(None, ("Ông Trần Văn Bảy nói: “Câu ‘dân là gốc’ ai cũng thuộc”.",))
    assert (outer.text, inner.text) == ("Câu ‘dân là gốc’ ai cũng thuộc", "dân là gốc")


def test_a_quotation_over_two_paragraphs_is_one() -> None:
    """Opened in each paragraph and closed in the last, it is one passage with a line feed for each new paragraph."""
    (found,) = quotations(None, ("“Câu thứ nhất.", "“Câu thứ hai”, bà Lê Thị Hạnh kể."))
    assert found.text == "Câu thứ nhất.\nCâu thứ hai"
    assert (found.paragraph, found.last_paragraph, found.speaker) == (0, 1, "Lê Thị Hạnh")


def test_a_label_before_marks_gives_one_quotation() -> None:
    """Lines like ``Ông Tròn: “…”`` are quotations by their marks, and not once more by their label."""
    found = quotations(None, ("Ông Tròn: “Đường làm xong sớm.”", "Bà Hạnh: “Ai cũng góp một tay.”"))
    assert [(each.text, each.speaker) for each in found] == [
        ("Đường làm xong sớm.", "Tròn"),
        ("Ai cũng góp một tay.", "Hạnh"),
    ]


def test_a_quotation_of_the_lead_has_no_paragraph() -> None:
    """The lead is none of the numbered paragraphs."""
    in_lead, in_body = quotations("Giống “lúa nhà giàu” trở lại.", ("Tổ “mắt cảng” ra đời.",))
    assert (in_lead.paragraph, in_body.paragraph) == (None, 0)


MARKED = st.lists(st.text(st.sampled_from("“”\"'‘’«»„-–: ,.ông Bà Trịnh nói\nA1"), max_size=60), max_size=4)


@given(st.none() | st.text(st.sampled_from("“”\"' aB.:"), max_size=20), MARKED.map(tuple))
def test_offsets_lead_back_into_the_text(lead: str | None, paragraphs: tuple[str, ...]) -> None:
    """However the marks stand, a passage begins and ends where its offsets say."""
    for quote in quotations(lead, paragraphs):
        opens = lead if quote.paragraph is None else paragraphs[quote.paragraph]
        closes = lead if quote.last_paragraph is None else paragraphs[quote.last_paragraph]
        assert opens is not None
        assert closes is not None
        if quote.paragraph == quote.last_paragraph:
            assert opens[quote.start : quote.end] == quote.text
        else:
            assert opens[quote.start :] == quote.text.split("\n")[0] or "\n" in opens
            assert closes[: quote.end].endswith(quote.text.split("\n")[-1])


@pytest.mark.parametrize(
    "text",
    [
        "“‘" * 5000 + "’”" * 5000,
        "“a” ông Trần Văn B nói, " * 1000,
        "“" * 100_000,
        "ông " * 50_000,
        "“Tôi nói thế này thôi nhé”, trưởng xóm nói. " * 500,
    ],
)
def test_hostile_marks_cost_no_more_than_they_weigh(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """However many passages there are, each is looked at with a bounded context, and what is found stays in bounds."""
    looked: list[int] = []
    before, behind = attribution.before, attribution.behind

    def counted_before(ahead: str, said: str) -> Source | None:
        looked.append(len(ahead))
        return before(ahead, said)

    def counted_behind(after: str, said: str, *, begins_sentence: bool) -> Source | None:
        looked.append(len(after))
        return behind(after, said, begins_sentence=begins_sentence)

    monkeypatch.setattr(module, "before", counted_before)
    monkeypatch.setattr(module, "behind", counted_behind)
    found = quotations(None, (text,))
    assert sum(len(quote.text) for quote in found) <= 4 * len(text)
    assert max(looked, default=0) <= 1000


def test_a_stray_inner_mark_loses_no_quotation() -> None:
    """A mark that is never closed inside a pair is a slip, and the pair stands."""
    (found,) = quotations(None, ("“Năm ‘97 vui lắm”, ông Trần Văn Bảy nói.",))
    assert (found.text, found.speaker) == ("Năm ‘97 vui lắm", "Trần Văn Bảy")


@pytest.mark.parametrize(
    ("paragraphs", "speaker", "role"),
    [
        (("“Chúng tôi sẽ làm tiếp”, HLV Park Dong-min nói.",), "Park Dong-min", "HLV"),
        (
            ("Tổng thống Mỹ Alan Barker đến muộn.", "“Tôi xin lỗi mọi người”, ông Barker nói."),
            "Alan Barker",
            "Tổng thống Mỹ",
        ),
        (
            ("Giám đốc Sở Y tế Hà Nội Trần Thị Nhung cho biết: “Dịch đã qua đỉnh”.",),
            "Trần Thị Nhung",
            "Giám đốc Sở Y tế Hà Nội",
        ),
        (("“Mong bà con yên tâm”, chị H. nói.",), "H.", None),
        (("“Rẫy này của ông bà để lại”, bà H'Bia Niê kể.",), "H'Bia Niê", None),
        (("Bà Lê Thị Hạnh (47 tuổi), người bán nước đầu hẻm, kể: “Nước lên nhanh lắm”.",), "Lê Thị Hạnh", None),
        (("Theo lời ông Trần Văn Bảy, “đường này phải làm ngay”.",), "Trần Văn Bảy", None),
        (("Ông Trần Văn Bảy ra đón từ đầu ngõ.", "“Đợi các chú từ sáng tới giờ”, ông cười."), "Trần Văn Bảy", None),
        (("Bà Lê Thị Hạnh cho biết mưa đã tạnh.", "“Nhưng nước thì chưa rút hết”."), "Lê Thị Hạnh", None),
        (("“Tôi đi trước, anh em theo sau”, anh Trần Văn Bảy nói. “Không ai bị bỏ lại”.",), "Trần Văn Bảy", None),
        (("Con gái bà Hựu, chị Đinh Thị Nga, nói: “Mẹ tôi thích món này”.",), "Đinh Thị Nga", "Con gái bà Hựu"),
        (("“Tôi chờ suốt đêm”, một người dân nói.",), None, None),
        (("AFP dẫn lời ngoại trưởng Ivan Petrov: “Chúng tôi sẵn sàng”.",), "Ivan Petrov", "ngoại trưởng"),
        (("“Ai cũng phải góp một tay”, Trưởng thôn Vũ Văn Tý (thôn Đông) nhấn mạnh.",), "Vũ Văn Tý", "Trưởng thôn"),
        (("Bộ Y tế cho biết: “Chưa có ca mắc mới nào”.",), "Bộ Y tế", None),
    ],
)
def test_names_and_offices_of_all_kinds(paragraphs: tuple[str, ...], speaker: str | None, role: str | None) -> None:
    """Foreign and minority names, initials, offices that end with a place, pronouns, bodies, people without a name."""
    found = quotations(None, paragraphs)[-1]
    assert (found.kind, found.speaker, found.role) == (QuotationKind.SPEECH, speaker, role)


def test_an_office_alone_is_whoever_holds_it() -> None:
    """``Trưởng xóm nói`` is the head of the hamlet whom the article named, also where he has two offices."""
    for offices in ("Trưởng xóm", "Bí thư, Trưởng xóm"):
        said = "Trưởng xóm xua tay: “Có cái loa thì ai chẳng hô được”."
        told = f"{offices} Lò Văn Páo gõ kẻng."
        (found,) = quotations(None, (told, "Ông Trần Văn Bảy nói trời sẽ mưa.", said))
        assert (found.speaker, found.role) == ("Lò Văn Páo", offices)


def test_a_word_for_papers_is_no_papers_name() -> None:
    """``Tờ báo viết`` gives speech without a speaker: the capital is the sentence's."""
    (found,) = quotations(None, ("Tờ báo viết: “Đường làm xong sớm hơn dự định”.",))
    assert (found.kind, found.speaker) == (QuotationKind.SPEECH, None)


def test_where_somebody_comes_from_is_no_other_place() -> None:
    """``tiền đạo người Pháp`` is the one spoken of; ``tiền đạo của Loria`` may be another."""
    for words, speaker in (("Tiền đạo người Pháp", "Trần Văn Bảy"), ("Tiền đạo của Loria", None)):
        (found,) = quotations(None, (f"Ông Trần Văn Bảy đến sân. {words} cho biết: “Đường làm xong sớm hơn”.",))
        assert found.speaker == speaker


def test_a_quotation_that_is_not_opened_anew_runs_on() -> None:
    """Marks set off by spaces, opened in one paragraph and closed in a later one, hold one passage."""
    (found,) = quotations(None, ('" Chúng ta chờ ai ?', 'Chờ chính mình thôi ", ông Trần Văn Bảy nói .'))
    assert (found.text, found.paragraph, found.last_paragraph) == ("Chúng ta chờ ai ?\nChờ chính mình thôi", 0, 1)
    assert found.speaker == "Trần Văn Bảy"


@pytest.mark.parametrize(
    "paragraph",
    [
        "Chương trình “Nghe dân nói”, ông Trần Văn Bảy cho biết, đã có tám năm.",
        "Ông Trần Văn Bảy bị truy tố về tội “lợi dụng chức vụ, quyền hạn”.",
        "Ông Trần Văn Bảy được cả xóm gọi là “ông Bảy gõ cửa”.",
        "Bà Hạnh hát bài “Người ở đừng về”.",
    ],
)
def test_a_thing_named_beside_a_person_is_a_phrase(paragraph: str) -> None:
    """A person in the sentence does not make a speech of a title, a charge or a nickname."""
    (found,) = quotations(None, (paragraph,))
    assert (found.kind, found.speaker) == (QuotationKind.PHRASE, None)


def test_a_row_of_passages_has_one_speaker() -> None:
    """Whoever is named behind a row said each of it; nobody behind it is whoever spoke before."""
    row = "“Xã lo xi măng, huyện lo cát”, “Dân lo công làm đường”"
    assert [each.speaker for each in quotations(None, (f"{row}, bà Hạnh nói.",))] == ["Hạnh", "Hạnh"]
    told = quotations(None, ("“Đường làm xong sớm rồi”, ông Bảy nói.", f"{row}. Trời lại mưa."))
    assert told[-1].speaker is None


def test_words_that_lead_to_a_passage_end_no_sentence() -> None:
    """What stands behind ``rằng`` belongs to it, whoever does something behind the passage."""
    (found,) = quotations(
        None, ("Sau khi nghe lời khuyên từ bố mẹ rằng “Đường làm xong rồi thì con hãy về nhà”, Mây đã về.",)
    )
    assert found.speaker is None


def test_whoever_leads_to_a_passage_is_asked_where_nobody_is_told_behind() -> None:
    """A description behind a passage may tell nobody; the name before its colon does, and so does a sentence of it."""
    said = "“Đường làm xong rồi thì con hãy về nhà,”"
    assert quotations(None, (f"Mây Barker chia sẻ: {said} tiền vệ của Loria nói.",))[-1].speaker == "Mây Barker"
    told = f"{said}. Đó là chia sẻ của anh Lê Văn Bảy (sinh năm 1990), người trồng lúa lâu năm nhất ở cuối xóm Lộc An."
    assert quotations(None, ("Ông Trần Văn Tám đến.", told))[-1].speaker == "Lê Văn Bảy"


def test_a_clause_may_begin_with_a_noun() -> None:
    """``sự cố`` is a word of its own, and what follows it may be said of it."""
    (found,) = quotations(None, ("Ông Trần Văn Bảy nói rằng “sự cố nằm ngoài khả năng xử lý của xã”.",))
    assert found.speaker == "Trần Văn Bảy"


def test_a_topic_may_lead_into_what_is_said() -> None:
    """A capital behind a comma begins somebody's own sentence, and whoever is told behind it says that."""
    said = "“Trong thời gian sớm nhất, xã sẽ làm xong đường”"
    assert quotations(None, (f"Về việc này, {said}, bà Lê Thị Hạnh nói.",))[0].speaker == "Lê Thị Hạnh"
