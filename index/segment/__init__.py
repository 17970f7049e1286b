"""One segment of an index: some thousands of articles as arrays in one file."""
