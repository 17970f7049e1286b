"""Who said what? The passages in quotation marks, told apart into speech and phrases, with their speakers.

Passages are looked at in the order in which they open; what was found of one helps with the next. A given name is tied
to the full name that stands in the article up to there, a pronoun to the person spoken of last, and a sentence in marks
with nobody beside it to whoever spoke right before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.article import Quotation, QuotationKind
from corpus.speech.article_memory import CONTEXT, ArticleMemory, plain
from corpus.speech.attribution import before, behind, behind_part, is_cited
from corpus.speech.cited import said_by
from corpus.speech.headings import is_heading, told_below
from corpus.speech.known_people import NOBODY, Speaker
from corpus.speech.leads import leads
from corpus.speech.measure import within_measure
from corpus.speech.names import Mention, mentions
from corpus.speech.paired_apostrophes import with_one_mark
from corpus.speech.passage import BLANK, Passage
from corpus.speech.passages import passages
from corpus.speech.patterns import LOWER, UPPER, Ending
from corpus.speech.sentences import begun as sentence_begun
from corpus.speech.sentences import sentences
from corpus.speech.sources import Pronoun, Source
from corpus.speech.speakers import Speakers
from corpus.speech.subjects import KIN_AHEAD
from corpus.speech.things import is_content, is_name, is_noun, names_a_thing, stands_written
from corpus.speech.turns import Turns
from corpus.speech.words import SAID

_FIRST_PERSON = re.compile(
    r"(?P<ahead>^|[^\w\s]\s*|\w+ \w+ |(?<!\w)(?:và|rồi|nên|nhưng) )(?:tôi|mình|tui|chúng tôi)"
    r"(?: [^\W\d_]+){1,10}\s*[:,]?\s*$",
    re.IGNORECASE,
)
"""Somebody who tells of what they said themselves; a word before ``tôi`` alone may be for whose kin they are."""

_OF_SELF = Ending("với, của, cho, bảo, hỏi, đến, gặp, từ, về, bởi, đưa, nhìn, gọi, giúp, dặn, khuyên, biểu")
_MAY_HAVE_ENDED = re.compile(r"(?:\w|[)\]]|(?<!\w)\w\.)$")
"""How a sentence ends that lost its point, or whose point may be an initial's."""

_JOINED = re.compile(r"(?:^|•[.!?…,]*\s*[”\"»]\s*)(?:,\s*)?(?:và|rồi|;)$")
_SAYS_OF = re.compile(r"\s+(?:là|đang|đã|sẽ|vẫn|có thể|không|chưa|bị|được|của)(?!\w)")
_ENDS = tuple(".,!?…")
_NEXT = 12
"""Characters between two passages of one sentence that a word joins."""

_ENDS_CLAUSE = re.compile(r",(?: \w+)?$")
_NEAR = 60
"""Characters between two passages of one speaker, in which it is told who that is."""

_TWO_SENTENCES = re.compile(rf"[{LOWER}]{{2}}[.!?…]+\s+[{UPPER}]\w*\s")
"""In a passage, the end of one sentence and the beginning of the next."""

_FOLLOWS = re.compile(r"•[.!?…,]*\s*[”\"»]$")
_CLOSES = re.compile(r"[”\"»](?=\s*[-–—,])")
"""The mark that closes a passage, where a line was torn behind its question or exclamation."""

_GOES_ON = re.compile(rf"[-–—,]\s*[{LOWER}]")
_FEWEST_OF_PART = 4
"""Words of a part of a sentence that somebody behind it said."""

_LONGEST_TOPIC = 25
"""Words that may lead into what is said behind a comma."""

_LONGEST_SUBJECT = 5
"""Words before a part of a sentence that may be its subject."""

_ONE_MORE = re.compile(r"(?:[\s.,…]|(?<=[\s,])và )*[“\"«]\s*•+[.!?…,]*\s*[”\"»]")
_ALL_MORE = re.compile(rf"(?:{_ONE_MORE.pattern}){{1,3}}(?:\s|,|(?<=[\s,])và )*")
"""Nothing but other passages, as in a row of them (``“…”, “…” và “…”, ông X nói``)."""

_MAY_BEGIN_ROW = frozenset('“"«.,…')


def quotations(lead: str | None, paragraphs: tuple[str, ...]) -> tuple[Quotation, ...]:
    """The quotations of an article in the order in which they open; a nested one follows the one that holds it."""
    written = within_measure(([lead] if lead else []) + list(paragraphs))
    texts = [with_one_mark(text) for text in written]
    found = passages(texts)
    if not found:
        return ()
    return tuple(_Attribution(written, texts, found).quotations(shift=1 if lead else 0))


class _Attribution:
    """The passages of one article on their way to quotations."""

    def __init__(self, written: Sequence[str], texts: Sequence[str], found: list[Passage]) -> None:
        self._written = written
        self._texts = texts
        self._found = found
        self._memory = ArticleMemory(texts, found)
        self._speakers = Speakers(self._memory)
        self._turns = Turns(texts, found, self._memory, self._speakers)

    def quotations(self, shift: int) -> Iterator[Quotation]:
        holder: Passage | None = None
        for passage in self._found:
            said = self._said(passage)
            nested = holder is not None and _holds(holder, passage)
            if not nested:
                holder = passage
            speaker = self._nested(passage, holder, said) if nested and holder else self._speaker(passage, said)
            if speaker is not None and not nested:
                self._speakers.remember(passage, speaker)
            yield Quotation(
                text=said,
                kind=QuotationKind.PHRASE if speaker is None else QuotationKind.SPEECH,
                speaker=speaker.name if speaker else None,
                role=speaker.role if speaker else None,
                paragraph=passage.first - shift if passage.first >= shift else None,
                start=passage.start,
                end=passage.end,
                last_paragraph=passage.last - shift if passage.last >= shift else None,
            )

    def _said(self, passage: Passage) -> str:
        pieces = self._written[passage.first : passage.last + 1]
        if len(pieces) == 1:
            return pieces[0][passage.start : passage.end]
        opener = pieces[0][: passage.start].rstrip()[-1:]
        inner = [piece[1:] if piece.startswith(opener) else piece for piece in pieces[1:-1]]
        last = pieces[-1]
        return "\n".join(
            [pieces[0][passage.start :], *inner, last[1 if last.startswith(opener) else 0 : passage.end].lstrip()]
        )

    def _speaker(self, passage: Passage, said: str) -> Speaker | None:
        """Who says a passage, without a name where nobody can be told; ``None`` where it is no speech."""
        if passage.label is not None:
            return self._turns.speaker(passage)
        first, last = self._memory.blanked(passage.first), self._memory.blanked(passage.last)
        ahead = plain(first[max(passage.start - CONTEXT, 0) : passage.start]).rstrip()[:-1]
        begun = sentence_begun(ahead).strip(" -–—*+")
        is_in_row = False
        if begun[:1] in _MAY_BEGIN_ROW and _ALL_MORE.fullmatch(begun):
            is_in_row = _ONE_MORE.fullmatch(begun) is None
            begun = ""
        text = plain(said)
        if is_name(text):
            return None
        if not begun and is_heading(self._texts, passage, text):
            if not _is_utterance(text, "", fewest=5):
                return None
            told = told_below(plain(self._memory.blanked(passage.last + 1)[:CONTEXT]))
            return self._speakers.resolved(told, passage, ahead) if told is not None else NOBODY
        ends_with_colon = begun.endswith(":")
        words = len(text.split())
        is_whole = text[:1].isupper()
        is_statement = is_whole and words >= 8 and bool(_TWO_SENTENCES.search(text))
        follows = is_whole and words >= 5 and self._follows_at_once(passage) and bool(_FOLLOWS.search(begun))
        begins = follows or (
            is_whole
            and words >= 8
            and (is_statement or bool(_MAY_HAVE_ENDED.search(begun[-3:])) or _is_topic(begun))
            and not (_is_written(begun) or begun.endswith(" rằng"))
        )
        source: Source | None = None
        after = ""
        if not begun or ends_with_colon or begins:
            after = self._after(passage, last, begun)
            begins_anew = after.lstrip(" .…!?")[:1].isupper()
            led = before(begun, text) if ends_with_colon else None
            if isinstance(led, Mention) and SAID.search(begun, led.end):
                source = led  # ``Ông X nói:`` tells it, whatever stands behind
            elif not (ends_with_colon and (begins_anew or is_cited(after))):
                source = behind(after if begun else _behind_all(after), text, begins_sentence=True)
        elif words >= _FEWEST_OF_PART and text[:1].islower():  # it stands in the middle of a sentence
            is_subject_alone = len(begun.split()) <= _LONGEST_SUBJECT
            source = behind_part(self._after(passage, last, begun), text, is_subject_alone=is_subject_alone)
        if source is None and (follows or (self._follows_at_once(passage) and _JOINED.search(begun[-_NEAR:]))):
            return self._speakers.last[1] if self._speakers.last is not None else None
        is_part = _ENDS_CLAUSE.search(begun[-_NEAR:]) and not leads(begun.rstrip(" ,"))
        if source is None and not (is_part and self._is_built_in(passage, last)):
            source = before(begun or self._announced(passage, first), text)
        if source is not None and text[:1].islower() and (is_noun(begun, text) or self._is_subject(passage, last)):
            return None
        if source is not None:
            speaker = self._speakers.resolved(source, passage, ahead)
            if speaker.name is None and after and ends_with_colon and isinstance(led := before(begun, text), Mention):
                return self._speakers.resolved(led, passage, ahead)
            return speaker
        if not begun and not is_in_row and _is_utterance(text, after, fewest=2 if self._goes_on_near(passage) else 5):
            return self._speakers.goes_on(passage, ahead)
        is_built_in = begun and self._is_built_in(passage, last)
        if is_statement and not is_in_row and not is_built_in and not _is_written(begun):
            return self._speakers.goes_on(passage, ahead)
        return None

    def _after(self, passage: Passage, text: str, begun: str) -> str:
        """What follows a passage behind its closing mark; a next paragraph that plainly goes on with the sentence.

        One that begins with the closing mark does so where nothing of the sentence stands before the passage.
        """
        after = plain(text[passage.end : passage.end + CONTEXT]).lstrip()[1:]
        if after.strip() or passage.last + 1 >= len(self._texts):
            return after
        below = plain(self._memory.blanked(passage.last + 1)[:CONTEXT])
        if not begun and (closed := _CLOSES.match(below)):
            return below[closed.end() :]
        return below if _GOES_ON.match(below) or said_by(below) is not None else ""

    def _is_subject(self, passage: Passage, text: str) -> bool:
        """Whether the words behind a passage say something of it, so that it is no clause (``“mưa lũ” đã qua``)."""
        if text[passage.end - 1 : passage.end] in _ENDS:
            return False
        return bool(_SAYS_OF.match(plain(text[passage.end : passage.end + _NEXT]).lstrip()[1:]))

    def _is_built_in(self, passage: Passage, text: str) -> bool:
        """Whether the sentence in which a passage stands goes on behind it, so that it is built into that."""
        return plain(text[passage.end : passage.end + _NEXT]).lstrip()[1:].lstrip()[:1].islower()

    def _follows_at_once(self, passage: Passage) -> bool:
        """Whether another passage of the same sentence, or a sentence of its own, ends right before one."""
        last = self._speakers.last[0] if self._speakers.last is not None else None
        return last is not None and last.last == passage.first and 0 < passage.start - last.end < _NEXT

    def _goes_on_near(self, passage: Passage) -> bool:
        """Whether somebody spoke right before a passage, with no more between the two than who did."""
        last = self._speakers.last[0] if self._speakers.last is not None else None
        return last is not None and last.last == passage.first and 0 < passage.start - last.end < _NEAR

    def _announced(self, passage: Passage, text: str) -> str:
        """The end of the paragraph before a passage that begins its own, where a colon ends that."""
        if text[max(passage.start - 40, 0) : passage.start - 1].strip(" -–—*+"):
            return ""
        above = self._memory.end(passage.first - 1)
        return above if above.endswith(":") else ""

    def _nested(self, passage: Passage, holder: Passage, said: str) -> Speaker | None:
        """Who says a passage inside another, where that one names somebody right before it."""
        begin = holder.start if passage.first == holder.first else 0
        ahead = plain(self._texts[passage.first][max(begin, passage.start - CONTEXT) : passage.start]).rstrip()[:-1]
        begun = sentence_begun(ahead).strip()
        source = before(begun, plain(said))
        if (
            source is not None
            and (first := _FIRST_PERSON.search(begun)) is not None
            and not (_OF_SELF.ends(first["ahead"]) or KIN_AHEAD.ends(first["ahead"]))
            and self._speakers.last is not None
            and self._speakers.last[0] == holder
        ):
            return self._speakers.last[1]
        if isinstance(source, Pronoun):
            return self._told_of(source, ahead, passage, holder) or NOBODY
        if not isinstance(source, Mention):
            return None if source is None else NOBODY
        is_kin = not source.is_marked and begun.startswith((" tôi", " mình", " tui"), source.end)  # ``Nội tôi bảo``
        return NOBODY if is_kin else self._speakers.named(source, passage)

    def _told_of(self, pronoun: Pronoun, ahead: str, passage: Passage, holder: Passage) -> Speaker | None:
        """Whom somebody who speaks quotes with a pronoun: whoever they spoke of, or else another one of the article."""
        if pronoun.address is None:
            return None
        told = [each for each in mentions(ahead) if each.address == pronoun.address]
        if told:
            return self._speakers.named(told[-1], passage)
        if f"{pronoun.address} " in " ".join(sentences(ahead)[0]).lower():
            return None
        last = self._speakers.last
        return self._speakers.spoken_of(holder, "", pronoun, back=2, but=last[1].name if last is not None else None)


def _behind_all(after: str) -> str:
    """What stands behind a passage and those that follow it at once (``“…”. “…”, ông X nói``)."""
    for _ in range(3):
        if (found := _ONE_MORE.match(after)) is None:
            break
        after = after[found.end() :]
    return after


def _is_written(begun: str) -> bool:
    """Whether what leads into a passage tells of a thing that is called or written so (``tấm biển ghi dòng chữ``)."""
    return names_a_thing(begun) or is_content(begun) or stands_written(begun.rstrip(" :"))


def _is_topic(begun: str) -> bool:
    """Whether a sentence begins with no more than what leads into a passage (``Về việc này, “…”, ông X nói``)."""
    return begun.endswith(",") and BLANK not in begun and len(begun.split()) <= _LONGEST_TOPIC


def _holds(outer: Passage, inner: Passage) -> bool:
    return (outer.first, outer.start) <= (inner.first, inner.start) and (inner.last, inner.end) <= (
        outer.last,
        outer.end,
    )


def _is_utterance(said: str, after: str, *, fewest: int) -> bool:
    """Whether a passage that begins a sentence is one by itself, and no more of the sentence follows."""
    ended = said[-1:] in ".!?…,"
    rest = after.strip(" ,")
    stands_alone = not rest or rest[0] in ".!?…" or rest[:1].isupper()
    return (
        stands_alone and (ended or not rest or rest[0] in ".!?…") and len(said.split()) >= fewest and said[:1].isupper()
    )
