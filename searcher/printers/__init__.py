"""What a command prints: one file a format, behind the same functions."""
