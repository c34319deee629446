"""Ids in plain words, as the window says them."""

from demur.domain.advice import MoveId
from demur.domain.draft import Origin
from demur.domain.reading import Article, Side, SignalId
from demur.domain.template import Role

SIGNALS: dict[SignalId, str] = {
    SignalId.SELLING: "Selling",
    SignalId.INTEGRITY: "Doubtful scheme",
    SignalId.TOO_SOON: "Too soon",
    SignalId.PRESSURE: "Pressure",
    SignalId.MANY_ASKS: "Many asks",
    SignalId.BAD_HISTORY: "Bad experience",
    SignalId.ONE_SIDED: "One-sided",
    SignalId.VAGUE: "Vague",
    SignalId.OVERCOMMITTED: "You have a lot open",
    SignalId.BURNT_OUT: "You need a break",
    SignalId.CANNOT_ANSWER: "Not your field",
    SignalId.OFF_TARGET: "Off your targets",
    SignalId.NO_GOAL: "Serves no goal of yours",
    SignalId.ALREADY_COVERED: "Already covered",
    SignalId.FOLLOW_UP_FIRST: "Follow-ups come first",
    SignalId.CRUNCH: "Busy time",
    SignalId.MUTUAL_CONTACT: "Mutual contact",
    SignalId.KNOWS_ME: "Knows you",
    SignalId.OFFERS_VALUE: "Offers something",
    SignalId.CLEAR_ASK: "Clear ask",
    SignalId.FITS_GOAL: "Fits a goal",
    SignalId.PRACTICE: "Good practice",
    SignalId.MAY_SURPRISE: "May surprise you",
    SignalId.EARLY_DAYS: "Early days",
    SignalId.GOOD_HISTORY: "Good experience",
}

SIDES: dict[Side, str] = {
    Side.SENDER: "about the sender",
    Side.SELF: "about you",
    Side.FIT: "about the fit",
    Side.COUNTER: "speaks for a yes",
}

MOVES: dict[MoveId, str] = {
    MoveId.ACCEPT: "Accept",
    MoveId.ACCEPT_PRACTICE: "Accept, as practice",
    MoveId.ASK_DETAILS: "Ask what it is about",
    MoveId.DECLINE_HELP: "Decline, but help",
    MoveId.DECLINE: "Decline",
    MoveId.DECLINE_HONEST: "Decline, and say why",
    MoveId.DECLINE_BREAK: "Decline: on a break",
    MoveId.DECLINE_CRUNCH: "Decline: a busy time",
    MoveId.REFER: "Refer to somebody who can help",
    MoveId.CANNOT_HELP: "Say that you cannot help",
    MoveId.NO_REPLY: "Do not reply",
    MoveId.ASK_INTRODUCTION: "Ask a third person first",
    MoveId.MAKE_INTRODUCTION: "Introduce the two",
    MoveId.RECONNECT: "Take up the thread again",
    MoveId.CHECK_IN: "Ask how they are",
    MoveId.THANK_YOU: "Say thank you",
}

# The menu of moves: what answers a request, then what goes on from there.
MOVE_GROUPS: dict[str, tuple[MoveId, ...]] = {
    "Yes": (MoveId.ACCEPT, MoveId.ACCEPT_PRACTICE),
    "Not yet": (MoveId.ASK_DETAILS,),
    "No": (
        MoveId.DECLINE_HELP,
        MoveId.DECLINE,
        MoveId.DECLINE_HONEST,
        MoveId.DECLINE_BREAK,
        MoveId.DECLINE_CRUNCH,
        MoveId.CANNOT_HELP,
        MoveId.NO_REPLY,
    ),
    "Somebody else": (MoveId.REFER, MoveId.ASK_INTRODUCTION, MoveId.MAKE_INTRODUCTION),
    "Stay in touch": (MoveId.RECONNECT, MoveId.CHECK_IN, MoveId.THANK_YOU),
}

ORIGINS: dict[Origin, str] = {
    Origin.TEMPLATE: "as the template words it",
    Origin.VOICE: "template, carried into your voice",
    Origin.MODEL: "rewritten by the model",
    Origin.PERSON: "written by you",
}

# Whose words an alternative is made of.
WORDED_BY: dict[Origin, str] = {
    Origin.TEMPLATE: "the template's words",
    Origin.VOICE: "by rule",
    Origin.MODEL: "the model's words",
    Origin.PERSON: "your own words",
}

ORIGIN_LETTERS: dict[Origin, str] = {
    Origin.TEMPLATE: "T",
    Origin.VOICE: "V",
    Origin.MODEL: "M",
    Origin.PERSON: "Y",
}

ROLES: dict[Role, str] = {
    Role.GREET: "Greeting",
    Role.THANK: "Thanks",
    Role.DECLINE: "The no",
    Role.ACCEPT: "The yes",
    Role.REASON: "Reason",
    Role.OFFER: "Offer",
    Role.QUESTION: "Question",
    Role.FUTURE: "Later",
    Role.STATEMENT: "Statement",
    Role.CLOSE: "Close",
    Role.SIGN: "Signature",
}

ARTICLES: dict[Article, str] = {
    "000": "You Do Not Need To Take Every Interview Or Networking Meeting",
    "001": "Not Interested",
    "002": "How To Gracefully Decline A Networking Request",
    "003": "How to Decline a Networking Invitation",
    "004": "Networking is not a job search activity",
}
