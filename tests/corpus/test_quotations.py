"""Who said what: passages in quotation marks, their kinds and their speakers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import quotations as module
from corpus.article import QuotationKind
from corpus.quotations import quotations
from corpus.speakers import Speaker, SpeakerMemory

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


def test_dialogue_has_its_speakers_and_the_reporter_none() -> None:
    """A line that a dash opens and a name labels is that person's speech."""
    question, answer = quotations(
        None, ("- Phóng viên: Bà mong gì nhất?", "- Bà Trịnh Thị Mến: Mong người ta gọi tên.")
    )
    assert (question.text, question.speaker) == ("Bà mong gì nhất?", None)
    assert (answer.text, answer.speaker) == ("Mong người ta gọi tên.", "Trịnh Thị Mến")


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
    "text", ["“‘" * 20_000 + "’”" * 20_000, "“a” ông Trần Văn B nói, " * 4000, "“" * 100_000, "ông " * 50_000]
)
def test_hostile_marks_cost_no_more_than_they_weigh(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """However many passages there are, each is looked at with a bounded context, and what is found stays in bounds."""
    looked: list[int] = []
    attribute = module._attribute

    def counted(before: str, said: str, after: str, memory: SpeakerMemory) -> tuple[Speaker, QuotationKind]:
        looked.append(len(before) + len(after))
        return attribute(before, said, after, memory)

    monkeypatch.setattr(module, "_attribute", counted)
    found = quotations(None, (text,))
    assert sum(len(quote.text) for quote in found) <= 4 * len(text)
    assert max(looked, default=0) <= 2000


def test_a_stray_inner_mark_loses_no_quotation() -> None:
    """A mark that is never closed inside a pair is a slip, and the pair stands."""
    (found,) = quotations(None, ("“Năm ‘97 vui lắm”, ông Trần Văn Bảy nói.",))
    assert (found.text, found.speaker) == ("Năm ‘97 vui lắm", "Trần Văn Bảy")
