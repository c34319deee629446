"""Reads people's names as letters give them, word by word: Unicode classes make re2 patterns huge."""

_PARTICLES = {"de", "da", "di", "del", "van", "von", "der", "den", "la", "le", "bin", "al", "el", "y", "e"}
_TITLES = {"mr.", "mrs.", "ms.", "dr.", "prof."}
_NOT_A_NAME = {"the", "hi", "hello", "dear", "hey", "i", "yes", "no", "sent", "re", "fw", "ps", "from"}
_BRACKETS = {"[": "]", "{": "}", "<": ">"}
_MOST_WORDS = 5

# Each is followed by the name; those that other words may follow as well need something after the name.
_TOLD = ("my name is ", "my name's ", "mein name ist ", "ich heiße ", "me llamo ", "je m'appelle ")
_SAID = ("i'm ", "i am ", "this is ", "ich bin ")
_AFTER_A_NAME = (",", " from ", " with ", " at ", " and i ", " here")


def is_placeholder(text: str) -> bool:
    """Whether ``text`` stands in brackets in place of something."""
    return len(text) > 1 and _BRACKETS.get(text[0]) == text[-1]


def is_name(text: str) -> bool:
    """Whether ``text`` is a name and nothing else."""
    words = text.split()
    return 0 < len(words) <= _MOST_WORDS and _leading_name(text) == " ".join(words)


def signed_name(line: str) -> str:
    """The name that a line of a signature gives: ``Jordan Blake, PM``; empty when it gives none."""
    for mark in (",", "|", "(", " - ", " – ", " — ", " / ", "·"):
        line = line.split(mark)[0]
    name = line.strip(" .!")
    return name if is_name(name) else ""


def introduced_name(text: str) -> str:
    """The name under which the writer of ``text`` introduces themself; empty when they do not."""
    plain = text.replace("’", "'")
    lower = plain.lower()
    if len(lower) != len(plain):
        return ""
    for phrase in _TOLD:
        at = lower.find(phrase)
        if at >= 0 and (name := _leading_name(plain[at + len(phrase) :])):
            return name
    for phrase in _SAID:
        at = lower.find(phrase)
        name = _leading_name(plain[at + len(phrase) :]) if at >= 0 else ""
        if name and lower[at + len(phrase) + len(name) :].startswith(_AFTER_A_NAME):
            return name
    return ""


def _leading_name(text: str) -> str:
    """The words at the beginning of ``text``, up to five, that make a name."""
    words: list[str] = []
    for word in text[:200].split("\n")[0].split()[:_MOST_WORDS]:
        bare = word.rstrip(",.;:!?)")
        if not (_is_capitalised(bare) or (words and bare in _PARTICLES)):
            break
        words.append(word if word.lower() in _TITLES or (len(word) == 2 and word[1] == ".") else bare)
        if words[-1] != word:
            break
    if not words or words[0].lower().rstrip(".") in _NOT_A_NAME:
        return ""
    return " ".join(words)


def _is_capitalised(word: str) -> bool:
    return word[:1].isalpha() and not word[0].islower() and all(c.isalpha() or c in "'’.-" for c in word)
