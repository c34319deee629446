"""What message and profile tell about a reply, so that the user need not."""

import datetime as dt
from collections.abc import Iterable, Sequence
from string import Template as Text

from demur.domain.advice import MoveId
from demur.domain.message import Message
from demur.domain.profile import Organisation, Period, Profile
from demur.domain.template import Slot

from .letters import ENGLISH, Letters
from .names import first_name, full_name
from .wording import placeholder_in
from .words import encodable, mentions, topic_of, words_of

# Letters that speak about the sender to somebody else name them in full.
_ABOUT_THE_SENDER = {MoveId.ASK_INTRODUCTION, MoveId.MAKE_INTRODUCTION}


def known_slots(
    message: Message, profile: Profile, today: dt.date, move: MoveId, letters: Letters = ENGLISH
) -> dict[Slot, str]:
    """The slots of ``move``'s reply that are certain; what could be meant otherwise is left to the user.

    The move decides, as one slot says different things in different letters: the ``date`` is the end of
    the break in one, of the crunch in another, and the day that one could meet in a third. In another
    language than English nothing is found that would take an English word, and only who says du is
    greeted by the first name.
    """
    english = letters.language == ENGLISH.language
    in_full = move in _ABOUT_THE_SENDER or not (english or letters.says_du(message))
    subject, words = encodable(message.subject), words_of(encodable(f"{message.subject}\n{message.body}"))
    organisation = next(iter(profile.organisations), None)
    found = {
        Slot.NAME: _sender(message, profile, in_full=in_full),
        Slot.ME: " ".join(profile.name.split()),
        Slot.TOPIC: topic_of(subject, "their" if in_full else "your") if english else "",
        Slot.DATE: _date(profile, today, move, letters),
        Slot.RESOURCE: _resource(words, profile),
        Slot.ORGANISATION: _titled(organisation.name, organisation.link) if organisation else "",
        Slot.PERSON: _covered(words, profile) if english and move is MoveId.DECLINE_HONEST else "",
        Slot.MEETING: _meeting(organisation) if english and move is MoveId.DECLINE_HELP else "",
    }
    return {slot: value for slot, value in found.items() if value and not placeholder_in(value)}


def _sender(message: Message, profile: Profile, *, in_full: bool) -> str:
    """The sender's name, unless the message is the user's own: a reply must not greet its author."""
    sender = message.sender
    own = {address.casefold() for address in profile.addresses}
    if sender.address.casefold() in own or sender.name.casefold() == profile.name.casefold():
        return ""
    name = encodable(sender.name)
    return full_name(name) if in_full else first_name(name)


def _meeting(organisation: Organisation | None) -> str:
    return organisation.next_meeting if organisation else ""


def _date(profile: Profile, today: dt.date, move: MoveId, letters: Letters) -> str:
    periods = {MoveId.DECLINE_BREAK: profile.breaks, MoveId.DECLINE_CRUNCH: profile.crunches}
    end = _end(periods.get(move, ()), today)
    if end is None:
        return ""
    date = Text(letters.date).substitute(day=end.day, month=letters.months[end.month - 1])
    far = end - today >= dt.timedelta(days=365)
    return Text(letters.year).substitute(date=date, year=end.year) if far else date


def _end(periods: Iterable[Period], today: dt.date) -> dt.date | None:
    """The last day of the period that holds ``today``, and of those that follow without a free day."""
    last = before = today - dt.timedelta(days=1)
    for period in sorted(periods, key=lambda period: period.start):
        if period.start <= last + dt.timedelta(days=1):
            last = max(last, period.end)
    return last if last > before else None


def _resource(words: Sequence[str], profile: Profile) -> str:
    """The resource with the most topics that the message mentions; the first of several."""
    fits = [sum(mentions(words, topic) for topic in resource.topics) for resource in profile.resources]
    if not any(fits):
        return ""
    best = profile.resources[fits.index(max(fits))]
    return _titled(best.title, best.link)


def _covered(words: Sequence[str], profile: Profile) -> str:
    """Whom the user has already for what the message offers; the profile's name for them stays private."""
    thing = next((covered.thing for covered in profile.covered if mentions(words, covered.thing)), "")
    return f"someone for {thing}" if thing else ""


def _titled(title: str, link: str) -> str:
    return f"{title} ({link})" if link else title
