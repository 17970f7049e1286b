"""Input that nobody would write, made by chance: ``make fuzz``, and a short part of it with the other tests."""
