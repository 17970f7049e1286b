"""For people: coloured on a terminal, wrapped to its width, in their language."""
