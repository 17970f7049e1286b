"""An index as Whoosh's own searcher sees it: every stock query runs on it, slowly, and gives the same articles."""
