"""Where in the text? From places back to the author's characters."""
