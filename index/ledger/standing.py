"""What stands in the index, article by article, while a run changes it; and what of that the run has changed."""

from __future__ import annotations

from dataclasses import dataclass

from index.ledger.ledger import OWNER, Ledger, encoded

_TOUCHED = """
    CREATE TABLE run.touched (article BLOB PRIMARY KEY, before BLOB, after BLOB) WITHOUT ROWID
"""
_COUNTS = """
    SELECT total(before IS NULL AND after NOT NULL), total(before != after), total(before NOT NULL AND after IS NULL)
    FROM touched
"""
_UNCHANGED = """
    SELECT count(DISTINCT article) FROM versions WHERE file IN (SELECT number FROM files JOIN found USING (path))
    AND NOT EXISTS (SELECT 1 FROM touched WHERE touched.article = versions.article AND before IS NOT after)
"""


@dataclass(frozen=True, slots=True)
class Changes:
    """Articles that a run added, replaced, removed and left as they were; of the last those of the files found."""

    added: int
    replaced: int
    removed: int
    unchanged: int


class Touched:
    """The articles that a run changes, each with the digest of what stood before; an orphan of an earlier run that was
    stopped counts as nothing."""

    def __init__(self, ledger: Ledger) -> None:
        self._run = ledger.database.run
        self._run(_TOUCHED)
        self._run("INSERT INTO touched SELECT article, NULL, NULL FROM versions WHERE file = 0")

    def note(self, article: str, standing: bytes | None) -> None:
        """Notes that what stands of an article is about to change, for the first time or again."""
        self._run("INSERT OR IGNORE INTO touched VALUES (?, ?, NULL)", encoded(article), standing)

    def note_orphans(self) -> None:
        """Notes that the orphans are about to be removed."""
        self._run("INSERT OR IGNORE INTO touched SELECT article, digest, NULL FROM versions WHERE file = 0")

    def changes(self) -> Changes:
        """What has changed, when no orphan is left."""
        self._run(f"UPDATE touched SET after = ({OWNER.format('digest', 'touched.article')})")
        counts = [*self._run(_COUNTS).fetchone(), *self._run(_UNCHANGED).fetchone()]
        return Changes(*map(int, counts))
