"""What is found, as values that know nothing of terminals."""
