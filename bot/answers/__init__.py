"""Answers to staff questions: safety first, then the search that finds a reviewed entry, or says that it does not know."""
