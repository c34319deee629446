"""What the user told Demur about themself."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from .frozen import Frozen

Count = Annotated[int, Field(ge=0)]


class GoalKind(StrEnum):
    """The seven networking goals of article 003."""

    REACH_PERSON = "reach-person"
    HELP_CLIENT = "help-client"
    LIKE_MINDED = "like-minded"
    NEW_CLIENTS = "new-clients"
    CREDIBILITY = "credibility"
    MENTOR = "mentor"
    CAMPAIGN = "campaign"


class Goal(Frozen):
    """A networking goal; ``about`` says which person, client, circle, field or campaign."""

    kind: GoalKind
    about: str = ""


class Targets(Frozen):
    """Where one looks for work or business (article 000)."""

    industries: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


class Covered(Frozen):
    """Something that one already has someone for (article 003, step 2)."""

    thing: str
    by: str = ""


class Organisation(Frozen):
    """A professional organisation to point people to (article 002, scenario 1)."""

    name: str
    link: str = ""
    next_meeting: str = ""


class Resource(Frozen):
    """An article or a page to send instead of a meeting (article 002, scenario 1)."""

    title: str
    link: str = ""
    topics: tuple[str, ...] = ()


class Limits(Frozen):
    """How much is enough; None means that no limit is set."""

    open_requests: Count | None = None
    weekly_meetings: Count | None = None
    overdue_follow_ups: Count | None = None
    early_weeks: Count | None = None


class Period(Frozen):
    """A break or a crunch, both days included; a crunch must have an end (article 000)."""

    start: dt.date
    end: dt.date
    reason: str = ""

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.end < self.start:
            raise ValueError("a period ends on or after the day it starts")
        return self

    def holds(self, day: dt.date) -> bool:
        """Whether ``day`` falls into the period."""
        return self.start <= day <= self.end


class Profile(Frozen):
    """The user, as far as they told; an empty profile is valid and flags nothing by itself."""

    name: str = ""
    addresses: tuple[str, ...] = ()
    networking_since: dt.date | None = None
    goals: tuple[Goal, ...] = ()
    targets: Targets = Targets()
    fields: tuple[str, ...] = ()
    covered: tuple[Covered, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    resources: tuple[Resource, ...] = ()
    limits: Limits = Limits()
    breaks: tuple[Period, ...] = ()
    crunches: tuple[Period, ...] = ()
    trusted: tuple[str, ...] = ()
