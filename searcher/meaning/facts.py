"""What of a question asks for facts of an article, such as its source, and not for its text.

These articles are what a rate is of: so many of a source's articles, so many of those of a week.
"""

from __future__ import annotations

from dataclasses import replace

from index.schema import TEXT_FIELDS
from searcher.meaning.question import Question
from searcher.query.tree import All, Any, Dated, Node, Within, Without

_FACTS = ("author", "source", "section", "date")


def facts_alone(asking: Question) -> Question:
    """The question without what it asks of the text; who is quoted stands in the text, too.

    Filters and what is typed for the same, such as ``source:``, are alike.
    """
    return replace(
        asking,
        tree=_facts(asking.tree),
        fields=TEXT_FIELDS,
        filters=replace(asking.filters, speaker=None),
        whole_words=False,
    )


def _facts(tree: Node) -> Node:
    """The parts of a tree that ask for facts and have to match; all articles where there are none."""
    if _is_fact(tree):
        return tree
    return All(tuple(map(_facts, tree.parts))) if isinstance(tree, All) else All(())


def _is_fact(tree: Node) -> bool:
    match tree:
        case Dated():
            return True
        case Within(field):
            return field in _FACTS
        case Without(part):
            return _is_fact(part)
        case Any(parts) | All(parts):
            return all(map(_is_fact, parts))
    return False
