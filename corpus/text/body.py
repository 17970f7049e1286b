"""The body of a scraped page: which line is a lead, a paragraph, a caption, and which belongs to no article?"""

from __future__ import annotations

import re
from statistics import median

from corpus.text.captions import (
    add_caption,
    goes_on_in_caption,
    has_credit_in_capitals,
    is_below_picture,
    is_credit,
    may_have_credit,
    may_show,
    shows,
)
from corpus.text.cells import cells_of_tables
from corpus.text.contents import without_contents
from corpus.text.draft import Draft
from corpus.text.furniture import INSERT_LABEL
from corpus.text.lead import is_agency_alone, is_lead_again, is_stamped, lead_text, opens_with_agency
from corpus.text.likeness import Subject
from corpus.text.lines import Line
from corpus.text.link_boxes import heads_other_pages, listed_titles
from corpus.text.live_report import live_hours
from corpus.text.open_quotations import lines_in_quotations
from corpus.text.other_titles import (
    boxed_below_lead,
    dashed_below_lead,
    lines_announced,
    other_parts,
    other_titles,
    teasers,
    titles_above_control,
    titles_again,
    with_titles_between,
)
from corpus.text.picture_counters import captions_of_galleries, counters_of_pictures
from corpus.text.plain_captions import (
    announced_captions,
    attached_captions,
    caption_below_lead,
    may_be_caption,
    plain_captions,
)
from corpus.text.printed_twice import printed_twice
from corpus.text.pulled_words import is_pulled, names_who, pulled_words
from corpus.text.standfirst import stands_above_links, stands_first
from corpus.text.table_rows import heads_table, is_figure, is_in_table, is_row_of_table
from corpus.text.title_again import Again, behind_picture, title_again
from corpus.text.updating_boxes import updating_boxes
from corpus.text.verses import verses

_TEASER = re.compile(r"(?:\.\.\.|…)$")
_LOST_MARK = re.compile(r"[-–—] [^\W\d_]")
"""How the only paragraph begins whose agency's name was lost, and not the dash behind it."""

_LONGEST_BOX = 12
"""Lines of a box of other pages' titles, at most."""

_LONGEST_LABEL = 7
"""Words of a heading over other pages; a longer line names one itself."""
_BEFORE_AGENCY = 5
"""Lines before the first paragraph, at most: captions, and what the rules for the head did not know."""

_OF_THE_TEXT = 0.4
"""The share of its pairs of words that a heading has from the text, and titles of other pages have not."""

_SHORTEST_TITLE = 5
"""Words of the title of another page, below a heading that says that it is one."""

_MARKS_OF_TURNS = "*-–"
"""Before what somebody asks in an interview."""

_LONGEST_OPEN_CAPTION = 40
"""Words of a caption that nothing but its lack of an end shows: a longer line is a paragraph that lost its point."""


def read_body(lines: list[Line], draft: Draft) -> None:
    """Sorts what is left into lead, paragraphs and captions."""
    lines = without_contents(_from_agency(lines, draft))
    twins = printed_twice(lines)
    subject = Subject(line for line in lines if line.is_running)
    skipped = shows_next = False
    hours = live_hours(lines)
    pulled = pulled_words(lines)
    lengths = [len(line.plain) for line in lines if line.is_running and not line.is_below_picture]
    usual = median(lengths) if lengths else 0
    spoken = lines_in_quotations(lines)
    quoted = spoken | lines_announced(lines, subject) | verses(lines)
    plain = ((plain_captions(lines) | attached_captions(lines)) - quoted) | (announced_captions(lines) - spoken)
    told = titles_again(lines, draft.tail) | titles_above_control(lines)
    told |= other_parts(lines, draft.title.plain if draft.title else "")
    titles = other_titles(lines, subject) | listed_titles(lines) | teasers(lines) | told
    title = draft.title
    again = [title_again(line, title) if title is not None else None for line in lines]
    shown = {at for at, stands_for in enumerate(again, start=1) if stands_for is Again.PICTURE}
    titles = (
        (with_titles_between(lines, titles) | boxed_below_lead(lines, twins) | dashed_below_lead(lines))
        - quoted
        - shown
    )
    boxes = updating_boxes(lines) - quoted
    cells = cells_of_tables(lines)
    listed = _announced_points(lines)
    counted = counters_of_pictures(lines) - cells
    plain |= captions_of_galleries(lines, counted)
    plain |= caption_below_lead(lines, has_lead=draft.lead is not None) - quoted
    for at, line in enumerate(lines):
        is_shown, shows_next = shows_next, False
        if title is not None and (caption := behind_picture(line, title)) is not None:
            add_caption(caption, draft)
            continue
        if again[at] is not None:
            has_begun = bool(draft.paragraphs) or draft.lead is not None
            shows_next = again[at] is Again.PICTURE or (has_begun and may_show(lines, at + 1, usual))
            continue
        if draft.lead is not None and _is_lead(line, draft.lead):
            continue
        if at in twins and at not in told:
            is_first = draft.lead is None and not draft.paragraphs
            if is_first and not (at and at - 1 in twins) and is_lead_again(line, lines[at + 1]):
                draft.lead = lead_text(line, draft)
            elif twins[at] == at:
                add_caption(line, draft)
        elif (
            at + 1 < len(lines)
            and (is_credit(lines[at + 1], draft) or has_credit_in_capitals(lines, at))
            and may_have_credit(line, usual)
            and not (at + 2 == len(lines) and lines[at + 1].plain == draft.author)
        ):
            add_caption(Line(f"{line.raw}\n{lines[at + 1].raw}", f"{line.plain} {lines[at + 1].plain}"), draft)
        elif (
            at
            and (is_credit(line, draft) or has_credit_in_capitals(lines, at - 1))
            and may_have_credit(lines[at - 1], usual)
        ):
            continue  # it stands with the caption above
        elif pulled and (is_pulled(line, pulled) or (at and is_pulled(lines[at - 1], pulled) and names_who(line))):
            continue
        elif (
            at in hours
            or at in cells
            or (at - 1 in hours and not line.names_photo)
            or is_row_of_table(lines, at)
            or heads_table(lines, at)
            or (is_figure(lines, at) and at not in boxes)
        ):
            draft.paragraphs.append(line.raw)
        elif at in titles or at in boxes:
            continue
        elif (
            (line.is_insert and at not in listed)
            or _heads_links(line)
            or line.is_signature
            or (line.is_button and not line.is_sentence and at not in quoted and not _leads_on(lines, at))
            or (not line.is_running and line.is_row and not is_in_table(lines, at))
        ):
            is_label = bool(INSERT_LABEL.match(line.plain)) and line.length <= _LONGEST_LABEL
            skipped = is_label or heads_other_pages(line) or (skipped and line.plain[0] == "[")
            continue
        elif (
            ((is_shown or is_below_picture(lines, at) or at - 1 in counted) and line.is_caption_alone)
            or at in plain
            or shows(line, usual)
        ):
            add_caption(line, draft)
        elif skipped and _is_in_box(lines, at, subject):
            continue
        elif (
            line.names_photo
            or goes_on_in_caption(lines, at)
            or (line.shows_picture and at + 1 < len(lines))
            or (
                (line.is_open or line.ends_in_name)
                and not (line.is_numbered or (": " in line.plain and line.length < 12))
                and at + 1 < len(lines)
                and at not in quoted
                and line.length <= _LONGEST_OPEN_CAPTION
                and may_be_caption(line)
            )
        ):
            if not line.is_credit_alone:
                add_caption(line, draft)
        elif not draft.paragraphs and draft.lead is None and (lead := _lead(line, at, lines, draft, titles)):
            draft.lead = lead
        else:
            is_first = draft.lead is None and not draft.paragraphs
            draft.paragraphs.append(lead_text(line, draft) if is_first else line.raw)
        skipped = False


def _from_agency(lines: list[Line], draft: Draft) -> list[Line]:
    """The lines from an agency's name on, where only captions and controls stand before it."""
    if len(lines) > 1 and is_agency_alone(lines[0], lines[1]):
        agency, text = lines[:2]
        lines = [Line(f"{agency.raw} {text.raw}", f"{agency.plain} {text.plain}", agency.gap), *lines[2:]]
    for at, line in enumerate(lines[:_BEFORE_AGENCY]):
        if line.is_running and opens_with_agency(line):
            for before in lines[:at]:
                if before.length >= 5 and not before.is_button:
                    add_caption(before, draft)
            return lines[at:]
        if line.is_running and (at or not line.is_caption_alone):
            break
    return lines


def _is_lead(line: Line, lead: str) -> bool:
    """Whether a line is the lead again, with or without the agency's name in front."""
    return line.raw == lead or (line.raw.endswith(lead) and opens_with_agency(line))


def _heads_links(line: Line) -> bool:
    """Whether a line is a heading over the titles of other pages."""
    return not line.is_sentence and (bool(INSERT_LABEL.match(line.plain)) or heads_other_pages(line))


def _leads_on(lines: list[Line], at: int) -> bool:
    """Whether a line of words that controls have as well opens what stands below it (``Trả lời:``)."""
    return lines[at].plain[-1] == ":" and at + 1 < len(lines) and lines[at + 1].is_running


def _announced_points(lines: list[Line]) -> set[int]:
    """The numbers of the points with a day below a line that announces them (``Lịch hoạt động như sau:``).

    Days with their year are those of other pages.
    """
    points: set[int] = set()
    for at, line in enumerate(lines[1:], start=1):
        above = lines[at - 1]
        if (
            line.is_dated_point
            and not line.plain[-5:-1].isdecimal()
            and (at - 1 in points or (above.plain[-1] == ":" and not _heads_links(above)))
        ):
            points.add(at)
    return points


def _is_in_box(lines: list[Line], at: int, subject: Subject) -> bool:
    """Whether a line below a heading that says so is the title of another page: an empty line may end such a box."""
    line = lines[at]
    if line.names_photo or (line.is_apart and not lines[at - 1].is_apart):
        return False
    if line.plain[-1] == "." and not line.is_running and not line.plain.endswith(".."):
        return False  # a short sentence
    if _asks_again(lines, at):
        return False
    if not (line.is_apart or line.is_running) and _parts_paragraphs(lines[at + 1 : at + _LONGEST_BOX]):
        return True
    if line.is_open and line.length >= _SHORTEST_TITLE and INSERT_LABEL.match(lines[at - 1].plain):
        return True
    return subject.shared_pairs(line) < _OF_THE_TEXT


def _asks_again(lines: list[Line], at: int) -> bool:
    """Whether a line is a question behind a mark that stands before an earlier one, too, as in an interview."""
    mark = lines[at].plain[0]
    if mark not in _MARKS_OF_TURNS or lines[at].plain[-1] != "?":
        return False
    return any(line.plain[0] == mark and line.plain[-1] == "?" for line in lines[:at])


def _parts_paragraphs(below: list[Line]) -> bool:
    """Whether an empty line stands above the next paragraph, so that what stands in one block belongs together."""
    return next((line.is_apart for line in below if line.is_running), False)


def _lead(line: Line, at: int, lines: list[Line], draft: Draft, titles: frozenset[int]) -> str | None:
    """The lead that a line is: behind an agency's name, a label, a teaser that breaks off, or what it says.

    And what other pages' titles stand below.
    """
    text = lead_text(line, draft)
    if _LOST_MARK.match(line.plain) and not any(_LOST_MARK.match(each.plain) for each in lines[at + 1 :]):
        return line.raw.lstrip(" -–—\u00a0")
    if len(lines) > 1 and (
        text != line.raw or is_stamped(line) or _TEASER.search(line.plain) or stands_first(lines, at)
    ):
        return text
    if at + 1 in titles and stands_above_links(line):
        return text
    return None
