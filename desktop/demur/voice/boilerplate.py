"""What stands in messages and is nobody's way of writing: disclaimers, footers, what is said in each."""

from collections import Counter
from collections.abc import Sequence

import re2

_MACHINE = re2.compile(
    r"(?i)\b(?:sent (?:from|via|with) (?:my|mail|outlook|the all)|get outlook for|"
    r"intended (?:only |solely )?for|intended recipient|"
    r"confidential\pL*|disclaimer|unsubscribe|privileged|virus|think before you print|"
    r"consider the environment|registered (?:office|in england)|all rights reserved|"
    r"view (?:this|in) (?:email|browser)|join (?:zoom|the meeting|microsoft teams)|meeting id|passcode|"
    r"dial[- ]in|one tap mobile|out of (?:the )?office|automatic reply|do not reply to this|"
    r"this (?:e-?mail|message) (?:and|is|may|was)|opinions expressed|excuse (?:any )?(?:typos|brevity)|"
    r"follow (?:me|us) on|book (?:time|a slot) with me|attachments?|begin forwarded)\b"
)
# From so many words on a sentence is no mere formula; so many messages, and such a share, make it a footer.
_FORMULA = 5
_MANY = 4
_SHARE = 0.3


def own_words(letters: Sequence[Sequence[str]]) -> list[list[str]]:
    """The sentences of each letter without boilerplate.

    "Thanks!" may be in every letter and is a habit; a whole sentence that is, was never written each time.
    """
    counted = Counter(one for letter in letters for one in {_plain(sentence) for sentence in letter})
    most = max(_MANY, _SHARE * len(letters))

    def is_own(sentence: str) -> bool:
        plain = _plain(sentence)
        footer = len(plain.split()) >= _FORMULA and counted[plain] >= most
        return not footer and not _MACHINE.search(sentence)

    return [[sentence for sentence in letter if is_own(sentence)] for letter in letters]


def _plain(sentence: str) -> str:
    return " ".join(sentence.casefold().split()).rstrip(".!… ")
