"""What a reply must never tell."""

from demur.domain.ledger import PersonFacts
from demur.domain.profile import Profile


def kept_private(profile: Profile, sender: PersonFacts | None) -> tuple[str, ...]:
    """What is on record for the user alone: notes on the sender, the reasons of breaks and crunches."""
    notes = (*sender.bad_notes, *sender.reputation_notes) if sender else ()
    periods = (*profile.breaks, *profile.crunches)
    return (*notes, *(period.reason for period in periods if period.reason))
