"""Any request, profile, voice and settings that a user could arrive at."""

import datetime as dt
from typing import TypeVar

from hypothesis import strategies as st

from demur.domain.advice import MoveId
from demur.domain.draft import Check, Draft, DraftBeat, Origin
from demur.domain.message import Message, Sender
from demur.domain.profile import (
    Covered,
    Goal,
    GoalKind,
    Limits,
    Organisation,
    Period,
    Profile,
    Resource,
    Targets,
)
from demur.domain.reading import SignalId
from demur.domain.request import Request
from demur.domain.template import Role, Slot
from demur.domain.voice import Voice

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
counts = st.integers(0, 10_000)
rates = st.floats(0, 1e6)


Value = TypeVar("Value")


def _some(values: st.SearchStrategy[Value]) -> st.SearchStrategy[tuple[Value, ...]]:
    return st.lists(values, max_size=3).map(tuple)


_moments = st.datetimes(
    timezones=st.none() | st.integers(-23 * 60, 23 * 60).map(lambda m: dt.timezone(dt.timedelta(minutes=m)))
)
_checks = st.builds(Check, id=texts, passed=st.booleans(), detail=texts)
_beats = st.builds(
    DraftBeat,
    role=st.sampled_from(Role),
    template=texts,
    fallback=texts,
    text=texts,
    origin=st.sampled_from(Origin),
    checks=_some(_checks),
    refused=texts,
    refusals=_some(_checks),
    start=counts,
    end=counts,
)
requests = st.builds(
    Request,
    opened=_moments,
    message=st.builds(
        Message,
        subject=texts,
        body=texts,
        sender=st.builds(Sender, name=texts, address=texts),
        date=st.none() | _moments,
        links=_some(texts),
        signature=texts,
        quoted=texts,
    ),
    advised=st.sampled_from(MoveId),
    move=st.none() | st.sampled_from(MoveId),
    slots=st.dictionaries(st.sampled_from(Slot), texts, max_size=3),
    voice=texts,
    draft=st.none()
    | st.builds(Draft, move=st.sampled_from(MoveId), text=texts, beats=_some(_beats), notes=_some(texts)),
    dismissed=_some(st.sampled_from(SignalId)),
    sent=st.none() | _moments,
)

_periods = st.tuples(st.dates(), st.dates(), texts).map(
    lambda told: Period(start=min(told[:2]), end=max(told[:2]), reason=told[2])
)
profiles = st.builds(
    Profile,
    name=texts,
    addresses=_some(texts),
    networking_since=st.none() | st.dates(),
    goals=_some(st.builds(Goal, kind=st.sampled_from(GoalKind), about=texts)),
    targets=st.builds(Targets, industries=_some(texts), functions=_some(texts), roles=_some(texts)),
    fields=_some(texts),
    covered=_some(st.builds(Covered, thing=texts, by=texts)),
    organisations=_some(st.builds(Organisation, name=texts, link=texts, next_meeting=texts)),
    resources=_some(st.builds(Resource, title=texts, link=texts, topics=_some(texts))),
    limits=st.builds(
        Limits,
        open_requests=st.none() | counts,
        weekly_meetings=st.none() | counts,
        overdue_follow_ups=st.none() | counts,
        early_weeks=st.none() | counts,
    ),
    breaks=_some(_periods),
    crunches=_some(_periods),
    trusted=_some(texts),
)
voices = st.builds(
    Voice,
    id=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda name: len(name) < 40),
    name=texts,
    samples=_some(texts),
    greeting=texts,
    sign_off=texts,
    contractions=st.floats(0, 1),
    sentence_length=rates,
    exclamations=rates,
    emoji=rates,
    dashes=rates,
    lower_case=st.booleans(),
    favourites=_some(texts),
)
