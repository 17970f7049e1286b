"""Who said what: passages in quotation marks, the people beside them, and what ties the one to the other."""
