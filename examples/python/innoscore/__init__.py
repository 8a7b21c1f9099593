"""innoscore in Python: so far the readers of its files."""
