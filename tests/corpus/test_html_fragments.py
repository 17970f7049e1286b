"""Texts of data sets that are HTML, and those that only look as if: what is told for which, and what then stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import CorpusError, GarbledTextError, UnwieldyPageError
from corpus.html import fragment
from corpus.html.fragment import Fragment, read_fragment
from corpus.text.page_lines import paragraphs_of
from tests.corpus.reading import read

BODY = "<p>Lúa <b>mùa</b> ở&nbsp;Gò Sành.</p><p>Ông Bảy Thới nói: &ldquo;Được mùa lắm&rdquo;.</p>"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (BODY, ["Lúa mùa ở\u00a0Gò Sành.", "Ông Bảy Thới nói: “Được mùa lắm”."]),
        ("<p>Một\n\nhai<p>ba", ["Một hai", "ba"]),
        ("Một<br/>hai<BR clear=all>ba", ["Một", "hai", "ba"]),
        ("<div class='a'>Một</div>\n<div>hai</div>", ["Một", "hai"]),
        ("Đọc <i>Truyện\nKiều</i>", ["Đọc Truyện", "Kiều"]),
        ("<b>Một</b>\nhai\n\nba", ["Một", "hai", "ba"]),
        ("<h3>Một</h3>\r\n\r\nhai <em>hai</em>\r\nba", ["Một", "hai hai", "ba"]),
        ("<div>Một</div>hai\nhai\n \nba", ["Một", "hai hai", "ba"]),
        ("<ul><li>Một</li><li>hai</li></ul>", ["Một", "hai"]),
        ("<table><tr><td>Lúa</td><td>8</td></tr><tr><td>Tôm</td><td>5</td></tr></table>", ["Lúa | 8", "Tôm | 5"]),
        ("<!-- đầu --><p>Một</p><script>if (a < b) '<p>'</script><p>hai</p>", ["Một", "hai"]),
        ("<html><body><p>Một</p></body></html><html><body><p>hai</p></body></html>", ["Một", "hai"]),
        ("<![CDATA[<p>Một</p>]]>", ["Một"]),
        ("<p>Một</p><o:p></o:p><![if !x]>hai<![endif]>", ["Một", "hai"]),
        ("<img src='a.jpg'>", []),
    ],
)
def test_html_becomes_the_lines_that_it_shows(text: str, lines: list[str]) -> None:
    """An element that closes, or that needs no end, is evidence; lines end where HTML, or who wrote it, ends them."""
    assert read_fragment(text).text.splitlines() == lines


@pytest.mark.parametrize(
    "text",
    [
        "a < b và c > d",
        "Chúng tôi <3 các bạn, và x<y>z",
        "Quý khách có <số tiền> trong tài khoản </số tiền>",
        "Thẻ <b> để in đậm, thẻ </i> để thôi in nghiêng",
        "khi x<a và b>c</a>",
        "gõ git add <address> rồi <form>",
        "Sở TN&MT; Bộ TT&TT; Ban AT&GT; Phòng LĐ&XH, M&A, R&D;",
        "https://lang.example/?a=1&copy=2&lt=3",
        "  hai đầu\n\n\tcòn nguyên  &",
        "&#99999999; &#xFFFFFFF; &;",
    ],
)
def test_a_text_that_only_looks_like_html_stays_letter_for_letter(text: str) -> None:
    """Signs of comparison, names between brackets, a mark without its partner and abbreviations are the author's."""
    assert read_fragment(text) == Fragment(text)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Ảnh:&nbsp;An  &amp;\n\nBình &quot;Được&#34;", 'Ảnh:\u00a0An  &\n\nBình "Được"'),
        ("&ldquo;Được&rdquo; &#8230; &#x2026; &#147;mùa&#148; &apos;", "“Được” … … “mùa” '"),
        ("5 &lt; 6, viết là &lt;b&gt; hay &amp;lt;", "5 < 6, viết là <b> hay &lt;"),
    ],
)
def test_references_alone_become_letters(text: str, letters: str) -> None:
    """Where no element stands, references are read once, and all round them, line feeds as well, stays."""
    assert read_fragment(text) == Fragment(letters)


def test_what_is_no_markup_in_html_is_text() -> None:
    """Beside elements, too, a sign of comparison, an unknown name in brackets and an abbreviation are letters."""
    text = "<p>Sở TN&MT; báo <số tiền> 5 < 6 &amp; 7&copy=8, viết &lt;b&gt;</p>"
    assert read_fragment(text).text == "Sở TN&MT; báo <số tiền> 5 < 6 & 7&copy=8, viết <b>"


def test_what_html_calls_a_caption_is_one(tmp_path: Path) -> None:
    """A caption between paragraphs is none of them, and one that the record states as well stands once."""
    body = "<p>Một</p><figure><img src='a.jpg'><figcaption>Cầu tre</figcaption></figure><p>hai</p>"
    record = {"body": body + "<p class='wp-caption-text'>Bến đò</p>", "captions": ["Bến đò"]}
    (tmp_path / "a.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    (article,), _ = read(tmp_path)
    assert (article.paragraphs, article.captions) == (("Một", "hai"), ("Bến đò", "Cầu tre"))


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv"])
def test_a_record_of_html_is_an_article_with_its_quotations(tmp_path: Path, name: str) -> None:
    """Facts in words lose their markup, in data sets of every kind; ids and addresses stay letter for letter."""
    record = {
        "id": "a&amp;b", "title": "Lúa &amp; <i>tôm</i>", "lead": "<p>Vụ mùa\nlớn.</p><p>Ai cũng vui.</p>",
        "body": BODY, "author": "<a href='/x'>Lâm Hà Vy</a>", "section": "Nhà nông &amp; chợ",
        "url": "https://lang.example/?a&amp;b",
    }  # fmt: skip
    if name == "a.csv":
        content = ",".join(record) + "\n" + ",".join(f'"{value}"' for value in record.values()) + "\n"
    else:
        content = json.dumps(record) + "\n"
    (tmp_path / name).write_text(content, "utf-8")
    (article,), skipped = read(tmp_path)
    assert not skipped
    assert (article.id, article.url) == ("a&amp;b", "https://lang.example/?a&amp;b")
    assert (article.title, article.lead) == ("Lúa & tôm", "Vụ mùa lớn. Ai cũng vui.")
    assert (article.author, article.section) == ("Lâm Hà Vy", "Nhà nông & chợ")
    (quote,) = article.quotes
    assert (quote.text, quote.speaker, quote.paragraph) == ("Được mùa lắm", "Bảy Thới", 1)


def test_a_body_that_shows_nothing_is_no_text(tmp_path: Path) -> None:
    """Elements without words are as empty as white space."""
    (tmp_path / "a.jsonl").write_text('{"body": "<p>&nbsp;</p>"}\n{"body": "<img src=x>", "title": "Một"}\n', "utf-8")
    (article,), skipped = read(tmp_path)
    assert (article.title, article.paragraphs) == ("Một", ())
    assert [fault.error.kind for fault in skipped] == ["empty"]


def test_what_is_made_to_take_time_or_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """More elements, signs or marks than any article has are not gone through to their end."""
    monkeypatch.setattr(fragment, "MOST_ELEMENTS", 100)
    with pytest.raises(UnwieldyPageError):
        read_fragment("<p>" * 200)
    assert read_fragment("<b>" * 200).text == "<b>" * 200
    monkeypatch.setattr(fragment, "MOST_SIGNS", 1000)
    for sign in ("&", "<", "&lt;", "\n", "<!--"):
        with pytest.raises(UnwieldyPageError):
            read_fragment("<b>a</b>" + sign * 1001)
        assert paragraphs_of(read_fragment(sign * 1001).text) is not None
    for text in ("a" + "&#769;&#790;" * 500, "<p>a" + "&#769;&#790;" * 400):
        with pytest.raises(GarbledTextError):
            read_fragment(text)


@given(st.text(st.sampled_from("<>/&;#=\"' \npbrimgà1!-[?"), max_size=60))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    """Whatever stands there comes out as text or as a refusal; without the two signs of HTML it comes out as it is."""
    try:
        said = read_fragment(text)
    except CorpusError:
        return
    assert said.text == text or "<" in text or "&" in text
