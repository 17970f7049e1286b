"""Bytes to text: every encoding, short and long, and all that has to be left alone or refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decode import Decoded, decode
from corpus.encodings.windows import WINDOWS_1258, characters
from corpus.errors import BinaryPageError, CorpusError, EmptyPageError, EncodingError, GarbledTextError
from tests.corpus.encodings.written import LEGACY, NOTICE, tcvn3, vni, windows_1258


def _as_latin_1(content: bytes) -> bytes:
    return content.decode("latin-1").encode()


def _as_windows_1252(content: bytes) -> bytes:
    return characters(content).encode()


def _as_windows_1258(content: bytes) -> bytes:
    return "".join(WINDOWS_1258[byte] for byte in content).encode()


def _misread(write: Callable[[str], bytes], text: str) -> bytes:
    return _as_latin_1(write(text))


WRITTEN: Mapping[str, Callable[[str], bytes]] = {
    "UTF-8": str.encode,
    "UTF-8 read as Latin-1": lambda text: _as_latin_1(text.encode()),
    "UTF-8 read as windows-1252": lambda text: _as_windows_1252(text.encode()),
    "UTF-8 read as windows-1258": lambda text: _as_windows_1258(text.encode()),
    "UTF-8 read as Latin-1 twice": lambda text: _as_latin_1(_as_latin_1(text.encode())),
    "UTF-8 read as windows-1252 twice": lambda text: _as_windows_1252(_as_windows_1252(text.encode())),
    "UTF-8 read as windows-1252 and Latin-1": lambda text: _as_windows_1252(_as_latin_1(text.encode())),
    **LEGACY,
    **{f"{name} read as Latin-1": partial(_misread, write) for name, write in LEGACY.items()},
}
"""How a text comes to be bytes; the names are those that ``decode`` gives."""

SYLLABLES = """
    anh bà bàn bảo bạn bằng biết bữa cả các chỉ chị chợ chuyện chữ con cơm cũng của dân dạy đã đang đất đến đi
    điều đó được đường đưa em gặp ghi già giờ giữa gọi hát hãy hiểu họ hoa học hỏi kể khách khỏe không lại làm
    lên lúa lửa mẹ mình mới mọi muốn mưa mỗi năm nắng này nên ngày nghe nghĩ ngồi người nhà nhỏ những nói nước
    ông phải quê quyển ra rằng rộng rồi ruộng sách sáng sẽ sông sửa tại tay tháng thấy thế thì thôn thuyền
    tiếng tối trên trong trước trường tuổi từ uống và vẫn về việc viết vì với vui vườn xã xây xem xuống ý yêu
""".split()
PAGES = st.lists(st.sampled_from(SYLLABLES), min_size=40, max_size=80).map(" ".join)

FOREIGN: Mapping[str, str] = {
    "ascii": "The council met on Tuesday and agreed to repair the road before the rains.",
    "cp1252": "Là où l'été s'achève déjà, à côté du château, la forêt et le café étaient fermés ; voilà pourquoi, dès "
    "l'aube, le député a été prié d'être là, où sa mère, très gênée, l'attendait depuis la fête de Noël.",
    "iso8859-15": "Não é só à noite que há pão; já até você, avó e avô, lá em São João, à mão, não têm razão. Já é "
    "tarde, mas há três irmãs e três irmãos, cá e lá, pé ante pé, até à manhã.",
    "koi8-r": "Сегодня утром жители города обсудили ремонт дорог, школы и новый парк у реки.",
    "cp1251": "Сегодня утром жители города обсудили ремонт дорог, школы и новый парк у реки.",
    "cp1250": "Děti šly do školy, kde je čekal učitel s novými knihami o přírodě, zvířatech a městech.",
    "shift_jis": "本日、市内の公園で祭りが開かれ、 多くの人が 訪れました。子どもたちは 歌を 楽しみました。",
    "gbk": "今天上午,市民们在公园里举行了一次集会, 讨论 道路 维修 和 新学校 的建设。",
    "euc_kr": "오늘 아침 시내 공원에서 주민들이 모여 도로 보수에 대해 이야기를 나누었다.",
    "tis-620": "วันนี้ชาวเมืองมารวมตัวกันที่สวนสาธารณะ เพื่อหารือเรื่อง การซ่อมถนน",
}


def _seen(text: str, name: str) -> str:
    """What can be known of a text in an encoding: TCVN3 does not tell capitals from small letters."""
    return text.lower() if name.startswith("TCVN3") else text


@pytest.mark.parametrize("words", [20, 50, 150])
@pytest.mark.parametrize("name", WRITTEN)
def test_a_page_comes_back_as_it_was_meant(name: str, words: int) -> None:
    """A notice whole, its first fifty words, and its first twenty: the text and the name of what it was in."""
    text = NOTICE if words == 150 else " ".join(NOTICE.split()[:words])
    decoded = decode(WRITTEN[name](text))
    assert _seen(decoded.text, name) == _seen(text, name)
    assert decoded.encoding == name


@given(PAGES, st.sampled_from([*WRITTEN]))
def test_any_forty_syllables_come_back_composed(text: str, name: str) -> None:
    """Whatever the words are, a page of them is read in every encoding."""
    decoded = decode(WRITTEN[name](text))
    assert decoded == Decoded(text, decoded.encoding)
    assert unicodedata.is_normalized("NFC", decoded.text)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_with_and_without_a_mark(codec: str) -> None:
    """By its mark, or by its NUL bytes; the half character of a download that was cut off is left out."""
    assert decode(NOTICE.encode(codec)) == Decoded(NOTICE, "UTF-16")
    assert decode(("\ufeff" + NOTICE).encode("utf-16-be")) == Decoded(NOTICE, "UTF-16")
    assert decode(NOTICE.encode(codec)[:-1]).text == NOTICE[:-1]
    assert decode("The council met today.".encode(codec)).text == "The council met today."
    assert decode(tcvn3(NOTICE).decode("cp1252").encode(codec)).encoding == "TCVN3 read as Latin-1"


def test_utf_8_with_and_without_a_mark() -> None:
    """The mark is no part of the text, and what is there in any normal form stays."""
    for text in (NOTICE, unicodedata.normalize("NFD", NOTICE), "a", "đ", "\u200bba\u00ad"):
        assert decode(text.encode()) == decode(text.encode("utf-8-sig")) == Decoded(text, "UTF-8")


@pytest.mark.parametrize("codec", FOREIGN)
def test_other_languages_in_utf_8_are_left_alone(codec: str) -> None:
    """No text that is right is mended, misread or not: there is no evidence but Vietnamese."""
    for text in (FOREIGN[codec], _as_latin_1(FOREIGN[codec].encode()).decode(), FOREIGN[codec] + " Tiếng Việt."):
        assert decode(text.encode()) == Decoded(text, "UTF-8")


@pytest.mark.parametrize("codec", [codec for codec in FOREIGN if codec != "ascii"])
def test_other_languages_in_other_encodings_need_a_declaration(codec: str) -> None:
    """They are refused rather than mangled, and read where the page names an encoding that fits."""
    content = FOREIGN[codec].encode(codec)
    with pytest.raises(EncodingError) as refused:
        decode(content)
    assert refused.value.details["at"] == next(at for at, byte in enumerate(content) if byte >= 0x80)
    assert decode(content, codec).text == FOREIGN[codec]


@pytest.mark.parametrize(
    "declared", ["utf-8", "utf-16", "rot13", "zip", "unicode_escape", "idna", "nonsense", "", "é", "a\0b", "x" * 5000]
)
def test_a_declaration_that_cannot_be_right_counts_for_nothing(declared: str) -> None:
    """Names that are no encodings of pages, or do not fit the bytes, are passed over."""
    with pytest.raises(EncodingError):
        decode("Un été à Paris".encode("latin-1"), declared)


def test_evidence_counts_more_than_a_declaration() -> None:
    """Pages of old called themselves Latin-1, whatever they were in; UTF-8 is UTF-8 under any name."""
    assert decode(tcvn3(NOTICE), "iso-8859-1").encoding == "TCVN3"
    assert decode(vni(NOTICE), "windows-1258").encoding == "VNI"
    assert decode(NOTICE.encode(), "iso-8859-1") == Decoded(NOTICE, "UTF-8")
    with pytest.raises(EncodingError):
        decode(tcvn3("Đảng và nhân dân ta"), "iso-8859-1")


def test_a_declaration_helps_where_there_is_little_evidence() -> None:
    """A few words in windows-1258, TCVN3 or VISCII are read by the name that the page gives, and only then."""
    names = {"windows-1258": "windows-1258", "TCVN3": "x-viet-tcvn5712", "VISCII": "viscii", "VNI": "x-vni"}
    for name, declared in names.items():
        content = LEGACY[name]("giữ đất")
        assert decode(content, declared) == Decoded("giữ đất", name)
        with pytest.raises(EncodingError):
            decode(content)


@pytest.mark.parametrize("quoted", ["nhÃ¢n dÃ¢n", "Ä\x90áº£ng", "Céng hoµ x· héi", "Coäng hoøa xaõ hoäi"])
def test_a_quoted_word_of_mojibake_stays(quoted: str) -> None:
    """Alone, in a Vietnamese page, and in an English one, where it is not the page that was misread."""
    english = f"The old site showed {quoted} where the town's name should have been, and nobody could say why it did."
    for text in (quoted.split()[0], f"{NOTICE}\nMáy lại hiện “{quoted}”.", english):
        assert decode(text.encode()) == Decoded(text, "UTF-8")


def test_what_cannot_be_undone_without_loss_stays() -> None:
    """A misread page whose no-break spaces were made plain, or that holds letters that are right, is left as it is."""
    misread = _as_windows_1252(NOTICE.encode()).decode()
    for text in (
        misread.replace("\xa0", " "),
        f"{misread} Đ",
        f"{misread} \u4e2d",
        _as_latin_1(tcvn3(NOTICE)).decode() + " ơ",
    ):
        assert decode(text.encode()) == Decoded(text, "UTF-8")


def test_a_download_that_was_cut_off_loses_its_half_character_only() -> None:
    """The bytes at the end that begin a character are left out, where the text before shows that it is UTF-8."""
    whole = NOTICE[: NOTICE.index("ế")]
    for cut in (1, 2):
        assert decode(whole.encode() + "ế".encode()[:cut]) == Decoded(whole, "UTF-8")
    with pytest.raises(EncodingError):
        decode(b"plain text \xe1\xba")


def test_a_broken_byte_inside_is_named() -> None:
    """A page of UTF-8 with a fault in the middle is not read by another table."""
    content = NOTICE.encode()
    with pytest.raises(EncodingError) as refused:
        decode(content[:99] + b"\xff" + content[99:])
    assert refused.value.details == {"at": 99}


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyPageError),
        (b" \n\t", EmptyPageError),
        (b"\xef\xbb\xbf", EmptyPageError),
        (" \n".encode("utf-16"), EmptyPageError),
        (b"a\0b", BinaryPageError),
        (b"\0" * 100, BinaryPageError),
        (bytes(range(256)) * 4, BinaryPageError),
        (NOTICE.encode("utf-32"), BinaryPageError),
        ("thử".encode("utf-16-le"), BinaryPageError),
        (b"nh\xa9n d\xa9n", EncodingError),
        (b"\xff\xff\xff\xff", EncodingError),
        (b"a" + b"\xf2" * 200 + b" " + windows_1258(NOTICE), GarbledTextError),
        (("a" + "\u0301" * 200).encode(), GarbledTextError),
    ],
)
def test_what_is_no_text_beyond_doubt_is_refused(content: bytes, error: type[CorpusError]) -> None:
    """Nothing, binary files, a few words in one byte a letter, and accents without end."""
    with pytest.raises(error):
        decode(content)


@given(st.binary(max_size=400) | st.binary(min_size=1, max_size=400).map(lambda content: content.replace(b"\0", b" ")))
def test_random_bytes_give_a_text_or_an_error_of_ours(content: bytes) -> None:
    """Nothing else comes out, and what is no UTF-8 is not taken for an encoding of old."""
    with suppress(CorpusError):
        assert decode(content).encoding in ("UTF-8", "UTF-16")


@given(st.text(min_size=1, max_size=200))
def test_random_texts_in_utf_8_come_back(text: str) -> None:
    """Whatever is written in UTF-8 stays, from the first character to the last."""
    try:
        assert decode(b"\xef\xbb\xbf" + text.encode()) == Decoded(text, "UTF-8")
    except (EmptyPageError, BinaryPageError, GarbledTextError):
        assert not text.strip() or "\0" in text or len(text) > 64
    except UnicodeEncodeError:
        assert any("\ud800" <= letter <= "\udfff" for letter in text)
