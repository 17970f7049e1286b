"""A saved web page, taken apart: what its head says, what its body shows, and which of that is the article."""
