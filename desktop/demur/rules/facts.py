"""What profile, ledger and date say about a message: each fact a pure function, named as the packs name it.

A fact answers the entries that it rests on, in words that the user knows; None when it is not so.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from demur.domain.ledger import LedgerFacts
from demur.domain.profile import GoalKind, Period, Profile
from demur.domain.reading import Act, ActType

from .topics import about

_BRINGING = frozenset({ActType.ASK, ActType.INVITATION, ActType.PITCH, ActType.OFFER})

Entries = tuple[str, ...] | None


@dataclass(frozen=True)
class Situation:
    """What a message does and is about, and everything it meets.

    ``comparable`` says whether its words and the profile's are of one language: only then does it tell
    anything that they do not meet.
    """

    acts: Sequence[Act]
    words: frozenset[str]
    profile: Profile
    ledger: LedgerFacts
    today: dt.date
    comparable: bool

    def has(self, *kinds: str) -> bool:
        """Whether one of the acts is of a kind such as ``ask:meet``."""
        return any(act.name in kinds for act in self.acts)

    @cached_property
    def requests(self) -> bool:
        """Whether the message wants or brings anything."""
        return any(
            act.type in (ActType.ASK, ActType.INVITATION, ActType.PITCH, ActType.OFFER) for act in self.acts
        )


def _sender_known(at: Situation) -> Entries:
    person = at.ledger.sender
    return (person.met or person.name,) if person and person.known else None


def _bad_record(at: Situation) -> Entries:
    person = at.ledger.sender
    if not person or not (person.bad or person.promises_broken or person.bad_notes):
        return None
    broken = (_counted(person.promises_broken, "broken promise"),) if person.promises_broken else ()
    return (*person.bad_notes, *broken) or (person.name,)


def _good_record(at: Situation) -> Entries:
    person = at.ledger.sender
    if not person or not (person.good or person.promises_kept):
        return None
    counted = ((person.promises_kept, "kept promise"), (person.good, "good exchange"))
    return tuple(_counted(number, what) for number, what in counted if number)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _reputation(at: Situation) -> Entries:
    return (at.ledger.sender.reputation_notes or None) if at.ledger.sender else None


def _behind(least: int) -> Callable[[Situation], Entries]:
    def fact(at: Situation) -> Entries:
        accepted, kept = at.ledger.accepted, at.ledger.kept
        many = _counted(accepted, "accepted request")
        return (f"{kept} of {many} kept",) if accepted - kept >= least else None

    return fact


def _past(number: int, limit: int | None, what: str, when: str = "") -> Entries:
    if limit is None or number <= limit:
        return None
    return (f"{_counted(number, what)}{when}, your limit is {limit}",)


def _over_open(at: Situation) -> Entries:
    return _past(at.ledger.open_requests, at.profile.limits.open_requests, "open request")


def _over_week(at: Situation) -> Entries:
    return _past(at.ledger.this_week, at.profile.limits.weekly_meetings, "meeting", " this week")


def _over_follow_ups(at: Situation) -> Entries:
    return _past(at.ledger.overdue_follow_ups, at.profile.limits.overdue_follow_ups, "overdue follow-up")


def _within(periods: Sequence[Period], day: dt.date) -> Entries:
    held = [period for period in periods if period.holds(day)]
    return tuple(f"{one.reason or 'set by you'}, until {one.end.isoformat()}" for one in held) or None


def _on_break(at: Situation) -> Entries:
    return _within(at.profile.breaks, at.today)


def _in_crunch(at: Situation) -> Entries:
    return _within(at.profile.crunches, at.today)


def _early(at: Situation) -> Entries:
    since, weeks = at.profile.networking_since, at.profile.limits.early_weeks
    if since is None or weeks is None or not dt.timedelta() <= at.today - since < dt.timedelta(weeks=weeks):
        return None
    return (f"networking since {since.isoformat()}",)


def _outside_fields(at: Situation) -> Entries:
    topics = tuple(act.topic for act in at.acts if act.type is ActType.ASK and act.topic)
    if not at.comparable or not at.profile.fields or not topics or about(at.words, at.profile.fields):
        return None
    return topics[:1]


def _expert_known(at: Situation) -> Entries:
    if _outside_fields(at) is None:
        return None
    return tuple(one.name for one in at.ledger.experts if about(at.words, one.fields)) or None


def _target_words(at: Situation) -> tuple[str, ...]:
    targets = at.profile.targets
    return (*targets.industries, *targets.functions, *targets.roles)


def _target_met(at: Situation) -> Entries:
    return about(at.words, _target_words(at)) or None


def _off_target(at: Situation) -> Entries:
    wanted = _target_words(at)
    missed = at.comparable and at.requests and not about(at.words, wanted)
    return wanted if wanted and missed else None


# What serves a goal of this kind whatever it is about.
_SERVING: Mapping[GoalKind, tuple[str, ...]] = {
    GoalKind.REACH_PERSON: (),
    GoalKind.HELP_CLIENT: (),
    GoalKind.LIKE_MINDED: ("invitation:event", "invitation:community"),
    GoalKind.NEW_CLIENTS: (),
    GoalKind.CREDIBILITY: ("invitation:speak", "invitation:feature"),
    GoalKind.MENTOR: ("offer:mentor",),
    GoalKind.CAMPAIGN: ("offer:promote",),
}


def _goal_served(at: Situation) -> Entries:
    served = [
        goal.about or goal.kind.value.replace("-", " ")
        for goal in at.profile.goals
        if (goal.about and about(at.words, (goal.about,))) or at.has(*_SERVING[goal.kind])
    ]
    return tuple(served) or None


def _no_goal_served(at: Situation) -> Entries:
    if not at.comparable or not at.profile.goals or not at.requests or _goal_served(at) is not None:
        return None
    return tuple(goal.about or goal.kind.value.replace("-", " ") for goal in at.profile.goals)


def _covered(at: Situation) -> Entries:
    if not any(act.type in (ActType.PITCH, ActType.OFFER) for act in at.acts):
        return None
    held = [one for one in at.profile.covered if about(at.words, (one.thing,))]
    return tuple(f"{one.thing}: {one.by}" if one.by else one.thing for one in held) or None


def _trusted_mutual(at: Situation) -> Entries:
    named = [act.person for act in at.acts if act.type is ActType.TIE and act.person]
    trusted = (*at.profile.trusted, *at.ledger.trusted)
    return tuple(dict.fromkeys(one for one in trusted for name in named if _same_person(one, name))) or None


def _same_person(trusted: str, named: str) -> bool:
    """A first name alone is enough: who is trusted is mostly named by it."""
    one, other = trusted.lower().split(), named.lower().split()
    return bool(other) and one[: len(other)] == other


FACTS: Mapping[str, Callable[[Situation], Entries]] = {
    "accepted-more": _behind(1),
    "accepted-much-more": _behind(3),
    "bad-record": _bad_record,
    "covered": _covered,
    "early": _early,
    "expert-known": _expert_known,
    "goal-served": _goal_served,
    "good-record": _good_record,
    "in-crunch": _in_crunch,
    "no-goal-served": _no_goal_served,
    "off-target": _off_target,
    "on-break": _on_break,
    "outside-fields": _outside_fields,
    "over-follow-ups": _over_follow_ups,
    "over-open": _over_open,
    "over-week": _over_week,
    "reputation-note": _reputation,
    "sender-known": _sender_known,
    "target-met": _target_met,
    "trusted-mutual": _trusted_mutual,
}
