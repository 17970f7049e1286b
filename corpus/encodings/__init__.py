"""In which encoding is a page? The tables of each, and the evidence by which one is told from another."""
