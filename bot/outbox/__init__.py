"""Everything the assistant posts waits here first, written in the transaction of the change that causes it."""
