"""Paid hours: a private ledger between somebody who is paid by the hour and the one coordinator who sees to the payment."""
