"""Which sentences of a person may be kept as samples: those that tell nothing of anybody."""

from collections import Counter
from collections.abc import Iterable

import re2

# Figures, addresses, what is marked up, and what waits to be filled in.
_MARKED = re2.compile(r"[\d\[\]{}<>@#|*_\\/%$€£¥=]|www\.|\.com\b")
_TOLD = re2.compile(
    r"(?i)\b(?:"
    # Numbers and days; "one" and "two" are said of anything.
    r"three|four|five|six|seven|eight|nine|ten|eleven|twelve|\pL+teen|twenty|thirty|f[io]fty|forty|sixty|"
    r"\pL+ty-\pL+|hundreds?|thousands?|millions?|billions?|dozens?|percent|dollars?|euros?|quid|bucks|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|august|september|"
    r"october|november|december|(?:in|by|on|until|till|since|of|early|mid|late) (?:march|may)|"
    # Other people.
    r"he|she|him|her|his|hers|himself|herself|he's|she's|he'd|she'd|he'll|she'll|"
    r"wife|husband|partner|girlfriend|boyfriend|fianc\pL+|son|daughters?|kids?|child|children|baby|mum|mom|"
    r"family|families|relatives|neighbou?rs?|mother|dad|father|parents?|brothers?|sisters?|uncle|aunt|boss|manager|colleagues?|clients?|customers?|"
    # What is nobody else's business.
    r"salary|salaries|wages?|debts?|loans?|mortgage|bank|invoices?|passwords?|passport|visa|"
    r"divorced?|pregnan\pL+|hospital|doctor|surgery|cancer|illness|ill|disease|diagnos\pL+|therap\pL+|"
    r"depress\pL+|anxiety|rehab|miscarriage|funeral|died|death|dying|passed away|fired|laid off|layoffs?|"
    r"redundan\pL+|lawsuit|lawyer|sued|confidential\pL*|secrets?|private|between us|off the record"
    r")\b"
)
_MARKS = ".,;:!?…\"“”‘’'()-–—"
_NO_NAMES = {"I", "OK"}

# What sentences begin with; any other word there may be a name, unless it is written small elsewhere.
_BEGINNINGS = """
a about absolutely actually after again all almost already also although always an and another any
anything apologies are as at awesome basically be because been before being best better both brilliant but
by can cannot cheers clearly congrats congratulations could delighted did do does doesn don done each
either enjoy even ever every everything exactly excellent excited fair fantastic feel few finally fine
first for frankly from funny getting give given glad gladly go going gonna good gotta grateful great had
happy has have having here hey hi hmm honestly honored honoured hope hopefully hoping how however huge i
if in indeed instead is isn it its just keep kindly last lately later leave let like likewise looking
looks lots lovely luckily many may maybe me might mind more most much must my naturally never next nice no
none normally not nothing now of off oh on once one only or other otherwise our out over perfect perhaps
personally please pleased possibly pretty probably quick quite rather really regarding regardless right
sadly same see shall should similarly simply since so some someone something sometimes soon sorry sounds
speak still such super sure take talk terrific thank thanks that the their them then there these they
things think this those though thought thrilled till to today together tomorrow too totally tough truly
try unfortunately unless until up usually very wanted was we well were what whatever when whenever where
whether which while who why will wish wishing with without won wonderful would wow yeah yep yes yesterday
yet you your
"""

# Common enough to be met in letters, and no words besides: who writes small writes names small.
_FIRST_NAMES = """
aaron adam adrian ahmed alan alex alexander ali alice amanda amy andrea andrew andy angela anna anne
anthony ben benjamin beth brian caroline catherine charles charlie charlotte chris christina christine
christopher claire dan daniel dave david deborah diana edward elena elizabeth emily emma eric eva fatima
fiona gary george georgia hannah harry heather helen henry ian isabel jacob jake james jane jason jeff
jennifer jenny jeremy jessica jim joan joe johannes john jonathan jordan joseph josh joshua juan julia
julie karen kate katherine katie keith kelly ken kevin kim laura lauren leo linda lisa louise lucy luke
maria marie martha martin mary matt matthew megan melissa michael michelle mike mohammed monica nancy
natalie nathan neil nick nicole nina oliver olivia oscar patricia patrick paul paula peter phil priya
rachel rebecca richard robert robin ryan sam samantha samuel sandra sara sarah scott sean sharon simon
sophie stefan stephanie stephen steve steven stuart susan tanya thomas tim tom tony vanessa victoria
vikram wei william zoe
"""

_ALSO_WORDS = """
art august banks bill black book books brown case chance chase close contact cook day days dear drew drive
east events faith field firm frank friend friends grace grant gray green group head help hill home hope
house info job jobs joy king lane law light long love mail mark may media moon music near news north
office old page pat people post price project ray rich rob room rose sales school senior service south
star stone street study sue summer support team time trade wall west white wise wood word work world young
"""
_BEGINNING_WORDS = frozenset(_BEGINNINGS.split())
# "Will" is a name and "will" is none; and addresses hold words, too.
_NO_NAMES_WHEN_SMALL = _BEGINNING_WORDS.union(_ALSO_WORDS.split())
_NAMES = frozenset(_FIRST_NAMES.split())


class Discretion:
    """Judges sentences by what they hold, by ``people`` (names in any form) and by all that was written.

    A word that its author writes large within sentences is taken for a name: of a person, a firm, a place.
    """

    def __init__(self, sentences: Iterable[str], people: Iterable[str]) -> None:
        self._large = Counter[str]()
        self._small = Counter[str]()
        for sentence in sentences:
            for word in _words(sentence)[1:]:
                if not _is_shouted(word):
                    (self._large if word[0].isupper() else self._small)[word.casefold()] += 1
        self._people = _NAMES.union(part.casefold() for name in people for part in _words(name))

    def allows(self, sentence: str) -> bool:
        """Whether ``sentence`` names nobody, no number, address or date, and no third person's affairs."""
        plain = sentence.replace("’", "'")
        if _MARKED.search(plain) or _TOLD.search(plain):
            return False
        first, *rest = _words(sentence) or [""]
        return not (self._may_name(first) or any(map(self._names, rest)))

    def _may_name(self, first: str) -> bool:
        word = first.casefold()
        if word in self._people or self._large[word] > self._small[word]:
            return True
        return first[:1].isupper() and word not in _BEGINNING_WORDS and not self._small[word]

    def _names(self, word: str) -> bool:
        if _is_shouted(word):
            return self._may_name(word)
        if word[0].isupper() or self._large[word] > self._small[word]:
            return True
        return word in self._people and word not in _NO_NAMES_WHEN_SMALL


def _is_shouted(word: str) -> bool:
    """Whether ``word`` is all capitals, as initials are, and what somebody stresses."""
    return len(word) > 1 and word.isupper()


def _words(text: str) -> list[str]:
    """The words, without marks and without what an apostrophe sets off: "I" of "I'm"."""
    pieces = (piece.strip(_MARKS).replace("’", "'").split("'")[0] for piece in text.split())
    return [piece.lower() if piece in _NO_NAMES else piece for piece in pieces if piece[:1].isalpha()]
