"""Who said what? The passages in quotation marks, told apart into speech and phrases, with their speakers.

Passages are looked at in the order in which they open; what was found of one helps with the next. A given name is tied
to the full name that stands in the article up to there, a pronoun to the person spoken of last, and a sentence in marks
with nobody beside it to whoever spoke right before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.article import Quotation, QuotationKind
from corpus.speech.article_memory import CONTEXT, ArticleMemory, plain
from corpus.speech.attribution import before, behind, behind_part, is_cited, names_a_thing
from corpus.speech.labels import is_reporter
from corpus.speech.measure import within_measure
from corpus.speech.names import Mention, is_full_name, mentions
from corpus.speech.passage import Passage
from corpus.speech.passages import passages
from corpus.speech.patterns import LOWER
from corpus.speech.people import longest_form, role_of
from corpus.speech.sentences import begun as sentence_begun
from corpus.speech.speakers import NOBODY, Speaker, Speakers

_HEARD = 30_000
"""Characters before an interview in which the one who answers is looked for."""

_FIRST_PERSON = re.compile(
    r"(?:^|[\s,])(?:tôi|mình|tui|chúng tôi|em|con)(?: [^\W\d_]+){1,6}\s*[:,]?\s*$", re.IGNORECASE
)
_MAY_HAVE_ENDED = re.compile(r"(?:\w|\)|(?<!\w)\w\.)$")
"""How a sentence ends that lost its point, or whose point may be an initial's."""

_JOINED = re.compile(r"(?:^|•[.!?…,]*\s*[”\"»]\s*)(?:,\s*)?(?:và|rồi|;)$")
_NEXT = 12
"""Characters between two passages of one sentence that a word joins."""

_FOLLOWS = re.compile(r"•[.!?…,]*\s*[”\"»]$")
_GOES_ON = re.compile(rf"[-–—,]\s*[{LOWER}]")
_FEWEST_OF_PART = 4
"""Words of a part of a sentence that somebody behind it said."""

_LONGEST_SUBJECT = 5
"""Words before a part of a sentence that may be its subject."""

_ONE_MORE = re.compile(r"[\s.,…]*[“\"«]\s*•+[.!?…,]*\s*[”\"»]")
_NARRATED = re.compile(r"(?<!\w)(?:tôi|chúng tôi)(?!\w)", re.IGNORECASE)


def quotations(lead: str | None, paragraphs: tuple[str, ...]) -> tuple[Quotation, ...]:
    """The quotations of an article in the order in which they open; a nested one follows the one that holds it."""
    texts = within_measure(([lead] if lead else []) + list(paragraphs))
    found = passages(texts)
    if not found:
        return ()
    return tuple(_Attribution(texts, found).quotations(shift=1 if lead else 0))


class _Attribution:
    """The passages of one article on their way to quotations."""

    def __init__(self, texts: Sequence[str], found: list[Passage]) -> None:
        self._texts = texts
        self._found = found
        self._memory = ArticleMemory(texts, found)
        self._speakers = Speakers(self._memory)
        self._answers: Speaker | None = None
        self._dialogue: tuple[int, Speaker | None, int] = -2, None, 0

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
        pieces = self._texts[passage.first : passage.last + 1]
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
            return self._of_label(passage)
        first, last = self._memory.blanked(passage.first), self._memory.blanked(passage.last)
        ahead = plain(first[max(passage.start - CONTEXT, 0) : passage.start]).rstrip()[:-1]
        begun = sentence_begun(ahead).strip(" -–—*+")
        if _ONE_MORE.fullmatch(begun):
            begun = ""
        text = plain(said)
        ends_with_colon = begun.endswith(":")
        words = len(text.split())
        is_whole = text[:1].isupper()
        follows = is_whole and words >= 5 and self._follows_at_once(passage) and bool(_FOLLOWS.search(begun))
        begins = follows or (
            is_whole and words >= 8 and bool(_MAY_HAVE_ENDED.search(begun)) and not names_a_thing(begun)
        )
        source = None
        after = ""
        if not begun or ends_with_colon or begins:
            after = self._after(passage, last)
            begins_anew = after.lstrip(" .…!?")[:1].isupper()
            if not (ends_with_colon and (begins_anew or is_cited(after))):
                source = behind(after if begun else _behind_all(after), text, begins_sentence=True)
        elif words >= _FEWEST_OF_PART and text[:1].islower():  # it stands in the middle of a sentence
            is_subject_alone = len(begun.split()) <= _LONGEST_SUBJECT
            source = behind_part(self._after(passage, last), is_subject_alone=is_subject_alone)
        if source is None and (follows or (_JOINED.search(begun) and self._follows_at_once(passage))):
            return self._speakers.last[1] if self._speakers.last is not None else None
        if source is None:
            source = before(begun or self._announced(passage, first), text)
        if source is not None:
            return self._speakers.resolved(source, passage, ahead)
        if not begun and _is_utterance(text, after):
            return self._speakers.goes_on(passage, ahead)
        return None

    def _after(self, passage: Passage, text: str) -> str:
        """What follows a passage behind its closing mark; a next paragraph that plainly goes on with the sentence."""
        after = plain(text[passage.end : passage.end + CONTEXT]).lstrip()[1:]
        if after.strip() or passage.last + 1 >= len(self._texts):
            return after
        below = plain(self._memory.blanked(passage.last + 1)[:CONTEXT])
        return below if _GOES_ON.match(below) else ""

    def _follows_at_once(self, passage: Passage) -> bool:
        """Whether another passage of the same sentence, or a sentence of its own, ends right before one."""
        last = self._speakers.last[0] if self._speakers.last is not None else None
        return last is not None and last.last == passage.first and 0 < passage.start - last.end < _NEXT

    def _announced(self, passage: Passage, text: str) -> str:
        """The end of the paragraph before a passage that begins its own, where a colon ends that."""
        if text[max(passage.start - 40, 0) : passage.start - 1].strip(" -–—*+"):
            return ""
        above = self._memory.end(passage.first - 1)
        return above if above.endswith(":") else ""

    def _nested(self, passage: Passage, holder: Passage, said: str) -> Speaker | None:
        """Who says a passage inside another, where that one names somebody right before it."""
        begin = holder.start if passage.first == holder.first else 0
        ahead = plain(self._texts[passage.first][max(begin, passage.start - 200) : passage.start]).rstrip()[:-1]
        begun = sentence_begun(ahead)
        source = before(begun, plain(said))
        if (
            source is not None
            and _FIRST_PERSON.search(begun)
            and self._speakers.last is not None
            and self._speakers.last[0] == holder
        ):
            return self._speakers.last[1]
        if not isinstance(source, Mention):
            return None if source is None else NOBODY
        return self._speakers.named(source, passage)

    def _of_label(self, passage: Passage) -> Speaker:
        label = plain(passage.label or "")
        named = next(mentions(label), None)
        if named is not None:
            return self._speakers.named(named, passage)
        if label and is_reporter(label):
            return NOBODY
        text = plain(self._texts[passage.first][passage.start : passage.end])
        tail = re.search(r"\s[-–—]\s(?P<slot>[^-–—]{3,80})$", text)
        source = behind(", " + tail["slot"], text, begins_sentence=True) if tail else None
        if source is not None:
            return self._speakers.resolved(source, passage, "")
        if not label and (turn := self._turn(passage, text)) is not None:
            return turn
        is_answer = label or self._memory.end(passage.first - 1).endswith("?")
        return (self._interviewed() if is_answer and not text.endswith("?") else None) or NOBODY

    def _turn(self, passage: Passage, said: str) -> Speaker | None:
        """Who speaks a line of dialogue between two, of whom one is told ahead of it; ``None`` where nobody is told.

        The lines go from one to the other: ``Bà Mùi hỏi:``, her words, an answer, and her words again.
        """
        last, begun_by, turns = self._dialogue
        if passage.first != last + 1:
            begun_by, turns = self._begins_dialogue(passage, said), 0
        self._dialogue = passage.last, begun_by, turns + 1
        if begun_by is None or begun_by.name is None or turns % 2 == 0:
            return begun_by if turns % 2 == 0 else None
        other = self._interviewed()
        return other if other is not None and other.name != begun_by.name else NOBODY

    def _begins_dialogue(self, passage: Passage, said: str) -> Speaker | None:
        """Whom the paragraph before a dialogue lets speak; where the reporter tells of himself, whom it is about."""
        if passage.first == 0:
            return None
        above = self._memory.end(passage.first - 1)
        if above.endswith(":"):
            source = before(above, said)
            return self._speakers.resolved(source, passage, "") if source is not None else None
        is_told = _NARRATED.search(self._memory.blanked(passage.first - 1)) and passage.first < len(self._texts) - 1
        return self._speakers.spoken_of(passage, "", back=1) if is_told else None

    def _interviewed(self) -> Speaker | None:
        """Who answers the questions of an interview: whoever is named most before the first of them."""
        if self._answers is None:
            self._answers = self._most_named() or NOBODY
        if self._answers.name is None and self._speakers.last is not None:
            return self._speakers.last[1]
        return self._answers if self._answers.name is not None else None

    def _most_named(self) -> Speaker | None:
        first = next(passage for passage in self._found if passage.label is not None)
        ahead = [*self._texts[: first.first], self._texts[first.first][: first.start]]
        heard = plain("\n".join(ahead)[:_HEARD])
        named = [each for each in mentions(heard) if each.is_marked or is_full_name(each.name)]
        if not named:
            return None
        full = Counter(longest_form(each.name, heard) for each in named)
        name = max(full, key=lambda each: (full[each] + heard.count(each), is_full_name(each)))
        return Speaker(name, role_of(name, heard))


def _behind_all(after: str) -> str:
    """What stands behind a passage and those that follow it at once (``“…”. “…”, ông X nói``)."""
    for _ in range(3):
        if (found := _ONE_MORE.match(after)) is None:
            break
        after = after[found.end() :]
    return after


def _holds(outer: Passage, inner: Passage) -> bool:
    return (outer.first, outer.start) <= (inner.first, inner.start) and (inner.last, inner.end) <= (
        outer.last,
        outer.end,
    )


def _is_utterance(said: str, after: str) -> bool:
    """Whether a passage that begins a sentence is one by itself, and no more of the sentence follows."""
    ended = said[-1:] in ".!?…,"
    rest = after.strip(" ,")
    stands_alone = not rest or rest[0] in ".!?…" or rest[:1].isupper()
    return stands_alone and (ended or not rest or rest[0] in ".!?…") and len(said.split()) >= 5 and said[:1].isupper()
