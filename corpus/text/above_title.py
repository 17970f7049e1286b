"""What stands above the title: when it was published, in which section, by whom? The nearest lines are read first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.speech.capital_words import IS_PLACE
from corpus.speech.name_words import FAMILY_NAMES
from corpus.text.bylines import is_byline_of_label
from corpus.text.date_lines import WEEKDAY, is_date_label, is_of_visit, is_posted_in, read_by
from corpus.text.draft import Draft
from corpus.text.furniture import CHANGED, FROM_HOME, PAPER, POSTED, SECTION_LABEL, UPDATED
from corpus.text.lines import Line
from corpus.text.section_above import (
    BULLETS,
    entry_above,
    has_section_above,
    head_of_submenu,
    is_in_path,
    is_menu_above,
    last_step,
    leads_to,
    may_be_section,
    without_listed_steps,
)
from corpus.text.section_names import is_section_name


def read_above(lines: Sequence[Line], draft: Draft, repeats: Counter[str]) -> None:
    """Reads date, section and author in the lines above the title, the nearest first."""
    menus = [line.plain for line in lines if line.is_menu]
    draft.section = draft.section or last_step(lines) or head_of_submenu(lines, repeats)
    near = [line for line in without_listed_steps(lines) if line.breadcrumb or not _is_furniture(line, lines[-1])]
    near = [line for line in near[:-6] if line.breadcrumb][-1:] + near[-6:]
    near = [line for at, line in enumerate(near) if not is_menu_above(line, near[at + 1 :])]
    has_path = any(line.breadcrumb for line in near)
    undated = [line for line in near if not (line.is_dated or is_byline_of_label(line.plain))]
    rule = max((at for at, line in enumerate(lines) if not line.words), default=-1)
    below = set(map(id, lines[rule + 1 :]))
    undated = [line for line in undated if id(line) in below] or undated  # a rule ends the menu above it
    dated = max((at for at, line in enumerate(near) if line.is_dated), default=-1)
    entries = [line for line in near[dated + 1 :] if line in undated] or undated  # a date ends a menu above it
    if not below.isdisjoint(map(id, near)):
        near = [line for line in near if id(line) in below or not (line.breadcrumb and "|" in line.plain)]
        has_path = any(line.breadcrumb for line in near)
    for back, line in enumerate(reversed(near)):
        if (steps := line.breadcrumb) and draft.section is None:
            last = (
                steps[-2]
                if draft.title is not None and steps[-1] == draft.title.plain and len(steps) > 2
                else steps[-1]
            )
            draft.section = last
        elif (written := line.date) and (
            len(line.plain) - written.end <= 25
            or UPDATED.search(line.plain, written.end)
            or is_posted_in(line.plain[written.end :].strip())
        ):
            before = line.plain[: written.start].strip(" ,|-–•·(")
            after = line.plain[written.end :].strip(" ,|-–•·)")
            read_by(after, draft)
            if draft.author is None and written.has_time and " " in after and not draft.names_site(after):
                draft.author = Line("", after).author
            if is_section_name(after):
                draft.section = draft.section or after
            draft.changed = draft.changed or bool(CHANGED.search(before))
            name = WEEKDAY.sub("", before).strip(" ,|-–(")
            labelled = bool(POSTED.match(before)) and not is_of_visit(line.plain, written)
            if UPDATED.search(before) and not CHANGED.search(before):
                draft.updated = draft.updated or written.iso
            elif (
                draft.published is None
                and not is_of_visit(line.plain, written)
                and not CHANGED.search(before)
                and ((draft.updated is None and not draft.changed) or back < 2 or labelled)
                and (
                    written.has_time
                    or labelled
                    or (back < 2 and _is_below_section(lines))
                    or (
                        len(lines) == 1
                        and not written.has_weekday
                        and written.end - written.start == len(line.plain.strip("()"))
                    )
                )
            ):
                if written.has_time or labelled or not written.has_weekday:
                    draft.published = written.iso
                else:
                    draft.updated = draft.updated or written.iso  # the day's, where no other is given
            elif written.has_weekday and not (
                written.has_time or CHANGED.search(before) or is_of_visit(line.plain, written)
            ):
                draft.day = draft.day or written.iso
            if (
                name
                and back < 3
                and not (PAPER.match(name) or any(map(str.isdecimal, name)))
                and not (is_date_label(name) or POSTED.match(name) or is_of_visit(line.plain, written))
            ):
                if (
                    Line("", name).author
                    and not IS_PLACE.fullmatch(name)
                    and len(name.split()) > 1
                    and draft.author is None
                    and (draft.section is not None or has_section_above(near[: len(near) - 1 - back], name))
                ):
                    draft.author = Line("", name).author
                elif draft.section is None and len(name) <= 50 and "|" not in name and not _abbreviates_site(name):
                    draft.section = name
        elif draft.section is None and draft.title is not None and (step := leads_to(line, draft.title)):
            draft.section = step
        elif (label := SECTION_LABEL.match(line.plain)) and draft.section is None:
            draft.section = label["name"]
        elif (home := FROM_HOME.match(line.plain)) and draft.section is None:
            draft.section = home["section"]
        elif (
            draft.author is None
            and back < 5
            and (author := line.author)
            and _beside_date(lines, line)
            and not draft.names_site(author)
        ):
            draft.author = author
        elif (
            back < 4
            and draft.section is None
            and (draft.title is None or line.plain.lower() != draft.title.plain.lower())
            and (not has_path or (line is near[-1] and is_section_name(line.plain) and not is_in_path(line, near)))
            and may_be_section(line, repeats, entries if line in entries else undated, lines[0], menus)
        ):
            draft.section = entry_above(undated, repeats, menus) or line.plain.lstrip(BULLETS).rstrip(" /")


def _is_below_section(lines: Sequence[Line]) -> bool:
    """Whether more stands above the title than the site's name and the day, were it a motto."""
    return len(lines) > 2 or is_section_name(lines[0].plain) or bool(lines[0].breadcrumb) or lines[0].is_running


def _is_furniture(line: Line, last: Line) -> bool:
    if line is last and is_section_name(line.plain):
        return False  # ``Ý kiến`` is a control's label as well
    return line.is_counter or line.is_button or line.is_menu


def _abbreviates_site(name: str) -> bool:
    """Whether what stands before a date is the paper's name in capitals (``LĐO | 12/04/2017``), and no section."""
    return name.isupper() and " " not in name and not is_section_name(name)


def _beside_date(lines: Sequence[Line], line: Line) -> bool:
    """Whether a name above the title is an author's: right above the date, or a name with a family name first."""
    at = lines.index(line)
    words = line.plain.split()
    following = [each for each in lines[at + 1 : at + 4] if not each.is_button][:1]
    return len(words) > 1 and (
        (at > 0 and any(each.is_dated for each in following)) or (words[0] in FAMILY_NAMES and len(words) in (3, 4))
    )
