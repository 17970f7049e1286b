"""What was typed? A query's text, and the tree that it is."""
