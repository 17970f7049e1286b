"""What does this page say? Page bytes to an ``Article``."""
