"""Who helps, with what, when, and whether the number still works: look-up, freshness, confirmations, corrections.

`lookup` answers, `freshness` decides what may be shown, `service` remembers; HSDS in and out stands in files of its own.
"""
