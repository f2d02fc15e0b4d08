"""The tests: they mirror the source, and stories, faults, the page and measurements stand beside."""
