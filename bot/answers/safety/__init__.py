"""Does this message need 911, 988 or a kind word before anything else? Decided by fixed lists, with nothing to load.

One door: read_safety. Runs before the search, and still runs when the knowledge base could not be read.
"""

from bot.answers.safety.engine import CardName
from bot.answers.safety.reading import SafetyReading, read_safety

__all__ = ["CardName", "SafetyReading", "read_safety"]
