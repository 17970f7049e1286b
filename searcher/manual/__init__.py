"""The manual: what the program says of itself, and what its examples print, written down.

The pages of the commands and the manual page of the program are made here; the tutorials are written by hand, and the
tests type every line of them.
"""
