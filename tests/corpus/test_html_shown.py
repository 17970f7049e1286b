"""Pages of HTML, taken apart: the text as a browser shows it, hints in the markup, and pages that mean harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.errors import CorpusError
from corpus.html.shown import MOST_ELEMENTS, MOST_TEXT, shown
from corpus.html.source import declared_charset, looks_like_html, parse
from corpus.html_page import read_html_page
from corpus.readers import read_paths

ONE = "Con đường vào thôn Thượng dài 800 mét vừa được đổ bê tông, rộng gấp đôi con đường cũ."
TWO = "Bà con góp ngày công, xã góp xi măng, và ai cũng được xem sổ thu chi dán ở nhà văn hóa."
DATED = "<h1>Đường mới vào thôn</h1><p>19/01/2021 - 15:01</p>"


def _lines(body: str) -> list[str]:
    return [line.text for line in shown(parse(f"<html><body>{body}</body></html>")).lines]


def _read(body: str, head: str = "") -> Article:
    return read_html_page(f"<html><head>{head}</head><body>{body}</body></html>", "a.html", "/a.html")


def _article(*paragraphs: str) -> str:
    return DATED + "".join(f"<p>{text}</p>" for text in (ONE, TWO, *paragraphs))


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>một <b>hai</b>ba</p>", ["một haiba"]),
        ("<p>một\n\t  hai</p>", ["một hai"]),
        ("<p>một<br>hai<br/><br/>ba</p>", ["một", "hai", "ba"]),
        ("<p>một&nbsp;&nbsp;hai &amp; &ldquo;ba&rdquo; &#7889;</p>", ["một\u00a0\u00a0hai & “ba” ố"]),
        ("một<div>hai</div>ba", ["một", "hai", "ba"]),
        ("<p>một<!-- x -->hai<?php echo 1 ?></p>", ["mộthai"]),
        ("<p>một<script>var a = '<p>không</p>'</script> hai</p>", ["một hai"]),
        ("<p>một <span style='display: none'>không</span>hai</p>", ["một hai"]),
        ("<pre>một\n  hai</pre>", ["một", "hai"]),
        ("<table><tr><td>một</td><td>hai</td></tr></table>", ["một", "hai"]),
        ("<p>thô\u00adn a\u0302\u0301</p>", ["thô\u00adn a\u0302\u0301"]),
        ("<p>một<p>hai<li>ba", ["một", "hai", "ba"]),
    ],
)
def test_lines_are_what_a_browser_shows(body: str, lines: list[str]) -> None:
    """Entities are resolved, inline elements joined, white space is one space, and no character is changed."""
    assert _lines(body) == lines


@pytest.mark.parametrize(
    "caption",
    [
        "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>",
        "<table class='picture'><tr><td><img src=a.jpg></td></tr><tr><td class='caption'>{}</td></tr></table>",
        "<p class='Image'>{}</p>",
        "<p><img src=a.jpg><br><em>{}</em></p>",
        "<p style='text-align: center'><img src=a.jpg></p><p style='text-align: center'>{}</p>",
        "<div><img src=a.jpg><p>{}</p></div>",
        "<div class='chuthich'>{}</div>",
    ],
)
def test_captions_by_markup_and_by_place(caption: str) -> None:
    """Each way in which pages set a line under a picture makes it a caption and no paragraph."""
    text = "Bà con thôn Thượng đổ bê tông đoạn cuối"
    article = _read(_article(caption.format(text), ONE.replace("vừa", "mới")))
    assert article.captions == (text,)
    assert article.paragraphs == (ONE, TWO, ONE.replace("vừa", "mới"))


def test_a_paragraph_beside_a_picture_is_no_caption() -> None:
    """Running text round a picture, and the alternative text of a picture, are no captions."""
    three = ONE.replace("vừa", "mới")
    article = _read(_article(f"<img src=a.jpg align=left alt='Ảnh con đường'>{three}"))
    assert (article.captions, article.paragraphs) == ((), (ONE, TWO, three))


def test_the_day_of_the_visit_and_copyright_years_are_no_publication() -> None:
    """A bare day far above the headline, a printing day and a year in the foot date nothing."""
    menu = "".join(f"<li><a href=/{number}>Mục {number}</a></li>" for number in range(5))
    article = _read(
        f"<div>Thứ Sáu, 28/1/2022</div><ul>{menu}</ul><h1>Đường mới vào thôn</h1><p>In ngày 29/01/2022</p>"
        f"<p>{ONE}</p><p>{TWO}</p><p>{ONE}</p><p>{TWO}</p><footer>© 2005-2022</footer>"
    )
    assert article.published is None


def test_metadata_fills_what_the_page_does_not_show() -> None:
    """Author, section, source and address come from JSON-LD, in a graph, where no line says them."""
    graph = [
        {"@type": "Organization", "@id": "#o", "name": "Báo Sống Quê"},
        {
            "@type": ["NewsArticle"], "headline": "Đường mới vào thôn", "author": [{"name": "Thu Hà"}],
            "articleSection": "Nông thôn", "publisher": {"@id": "#o"}, "mainEntityOfPage": "https://songque.example/1",
            "datePublished": "2021-01-19T08:01:22Z",
        },
    ]  # fmt: skip
    head = f"<script type='application/ld+json'>{json.dumps({'@graph': graph})}</script>"
    article = _read(f"<h1>Đường mới vào thôn</h1><div><p>{ONE}</p><p>{TWO}</p></div>", head)
    assert (article.published, article.author, article.section) == ("2021-01-19T15:01:22", "Thu Hà", "Nông thôn")
    assert (article.source, article.url) == ("Báo Sống Quê", "https://songque.example/1")


@pytest.mark.parametrize("name", ["admin", "Báo Sống Quê", "Quản trị viên", "https://songque.example/tac-gia"])
def test_neither_the_site_nor_its_account_is_an_author(name: str) -> None:
    """Who only put the page there did not write it."""
    head = f"<meta property='og:site_name' content='Báo Sống Quê'><meta name='author' content='{name}'>"
    assert _read(_article(), head).author is None
    head = "<meta property='og:site_name' content='BSQ'><meta name='author' content='BSQ Tiếng Việt'>"
    assert _read(_article(), head).author is None
    assert _read(_article(), head.replace("Tiếng Việt", "Hải An")).author == "BSQ Hải An"


def test_text_that_only_scripts_would_show_is_read_from_the_metadata() -> None:
    """A page without text of its own gives the text that its metadata states."""
    data = {
        "@type": "NewsArticle",
        "headline": "Đường mới",
        "articleBody": f"{ONE}\n\n{TWO}",
        "datePublished": "2021-01-19",
    }
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    article = _read("<div id=root></div>", script)
    assert (article.title, article.paragraphs) == ("Đường mới", (ONE, TWO))


def test_the_address_that_a_browser_noted_is_the_address() -> None:
    """A page that says nothing of its address has the one it was saved from."""
    page = "<!DOCTYPE html>\n<!-- saved from url=(0027)https://songque.example/12 -->\n<html><body>" + _article()
    assert read_html_page(page, "a", "/a").url == "https://songque.example/12"


@pytest.mark.parametrize(
    ("head", "is_html"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\xef\xbb\xbf\n <!-- saved --> <HTML lang=vi>", True),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC", True),
        (b"<table width=100%><tr>", True),
        (b"<?xml version='1.0'?><rss>", False),
        ("Đường mới vào thôn <b>Thượng</b>".encode(), False),
        (b"", False),
    ],
)
def test_a_page_of_html_is_known_by_its_first_bytes(head: bytes, is_html: bool) -> None:
    """Markup at the very beginning tells, whatever a file is called."""
    assert looks_like_html(head) is is_html


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="UTF-8">', "utf-8"),
        (b"<html><META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1258'>", "windows-1258"),
        (b'<?xml version="1.0" encoding="UTF-16"?><html>', "utf-16"),
        (b"<html><body>charset=x", None),
    ],
)
def test_the_encoding_that_a_page_declares(head: bytes, charset: str | None) -> None:
    """Declarations of XML, of HTML and of its older form are found."""
    assert declared_charset(head) == charset


@pytest.mark.parametrize(
    "harm",
    [
        "<div>" * 20_000 + "x",
        "<p>a<i>" * 2000,
        "<p title='" + "x" * 1_000_000 + "'>",
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        '<script type=\'application/ld+json\'>{"@type": 3, "@id": []}</script>',
        "<!-- " * 5000,
        "<?x " * 5000,
        "<h1><div>" * 500,
        "<time datetime='2021-01-01'>x</time>" * 2000,
        "<div class=sapo>" * 300 + "<p>x</p>" * 2000,
        "<b itemprop=author>" * 300 + "<i itemprop=name>x</i>" * 2000,
    ],
    ids=range(11),
)
def test_bad_markup_spoils_no_article(harm: str) -> None:
    """Depth, unclosed tags, endless attributes and broken data behind an article leave it as it is."""
    article = _read(_article() + harm)
    assert article.title == "Đường mới vào thôn"
    assert article.paragraphs[:2] == (ONE, TWO)


def test_pages_beyond_measure_are_refused() -> None:
    """More elements or more text than any article has is an error of its own."""
    for harm, kind in (("<b>x</b>" * MOST_ELEMENTS, "unwieldy"), ("x " * MOST_TEXT, "oversized")):
        with pytest.raises(CorpusError) as raised:
            _read(_article() + harm)
        assert raised.value.kind == kind


def test_entities_load_nothing_and_grow_to_nothing(tmp_path: Path) -> None:
    """An entity of the page's own, with a file or with itself in it, is not resolved."""
    secret = tmp_path / "secret.txt"
    secret.write_text("mật khẩu", "utf-8")
    bomb = "".join(f"<!ENTITY b{number} '&b{number - 1};&b{number - 1};'>" for number in range(1, 40))
    page = f"<!DOCTYPE html [<!ENTITY s SYSTEM 'file://{secret}'><!ENTITY b0 'x'>{bomb}]><html><body>"
    article = read_html_page(page + _article("&s; &b39;"), "a", "/a")
    assert article.paragraphs[:2] == (ONE, TWO)
    assert not any("mật khẩu" in text or len(text) > 200 for text in article.paragraphs)


def test_faults_of_bytes_are_named(tmp_path: Path) -> None:
    """An empty file and one with NUL bytes are skipped for what they are."""
    (tmp_path / "a.html").write_bytes(b"")
    (tmp_path / "b.html").write_bytes(b"<html><body>\0</body></html>")
    assert [item.error.kind for item in read_paths([str(tmp_path)]) if not isinstance(item, Article)] == [
        "empty",
        "binary",
    ]


_TAGS = "<p> </p> <div> </div> <table> <td> <br> <h1> </h1> <b> </b> </a> <time> </script> <img> &nbsp; &#0; <"
_OTHERS = (
    "<div class=sapo>",
    "<a href=x>",
    "<script type=application/ld+json>",
    '{"@type":"Article","author":[null,{}]}',
)
_TEXTS = (ONE, TWO, " ", "19/01/2021 - 15:01", "Ảnh: Bảo Nghi", "Tin khác")
MARKUP = st.lists(st.sampled_from((*_TAGS.split(), *_OTHERS, *_TEXTS)), max_size=60)


@given(MARKUP)
def test_any_markup_is_read_or_refused(pieces: list[str]) -> None:
    """However elements are mixed, there is an article whose texts are not empty, or one of our errors."""
    try:
        article = read_html_page("<html><body>" + "".join(pieces), "a", "/a")
    except CorpusError:
        return
    assert all(text.strip() for text in (*article.paragraphs, *article.captions))
    assert len(set(article.captions)) == len(article.captions)


@given(st.text(max_size=300))
def test_any_text_is_no_fault(text: str) -> None:
    """Whatever a file of HTML holds, it is an article or one of our errors."""
    try:
        read_html_page(text, "a", "/a")
    except CorpusError:
        return
