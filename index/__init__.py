"""Where does each syllable stand? An ``Article`` to a Whoosh index on disk, and back."""
