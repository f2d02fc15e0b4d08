"""End to end: one afternoon a file, told by people."""
