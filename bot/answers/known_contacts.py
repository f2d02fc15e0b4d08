"""The numbers and e-mail addresses of the directory, which are nobody's secret: the identifier screen lets them pass.

Staff numbers stay out: they are never shown outside the bot, so they stay worth stopping in a channel.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.content.provider import Provider


@dataclass(frozen=True)
class KnownContacts:
    """As the directory writes them; the screen compares digits, and addresses in any case."""

    numbers: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()


def known_contacts(providers: Iterable[Provider]) -> KnownContacts:
    """Every public number and address of these records."""
    listed = tuple(providers)
    return KnownContacts(
        frozenset(phone.number for provider in listed for phone in provider.public_phones()),
        frozenset(provider.email for provider in listed if provider.email),
    )
