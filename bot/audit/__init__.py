"""An append-only record of who read or changed what. It holds no content, only kinds, codes and times."""
