"""How a prompt is written down for a model file that the catalogue does not know.

Its chat template is a program of a stranger's and is never run: llama.cpp knows the common families by the
marks in it, and writes as they do.
"""

# For a model that was taught no conversation, or one that nobody knows.
PLAIN = "{system}\n\n{user}\n\nAnswer:\n"

# Templates that ask whether to think write this where they are told not to.
_ASKS = "enable_thinking"
_THOUGHT = "<think>\n\n</think>\n\n"


def own_format(written: str, template: str, beginning: str) -> str:
    """The prompt format of a file whose chat template is ``template``, empty where it has none.

    ``written`` is what llama.cpp makes of the contents ``{system}`` and ``{user}``, empty where it does not
    know the family; ``beginning`` is the token that the file wants before all else, as text.
    """
    known = all(written.count(part) == 1 for part in ("{system}", "{user}"))
    format_ = written if known else PLAIN
    if not format_.startswith(beginning):
        format_ = beginning + format_
    return format_ + _THOUGHT if known and _ASKS in template else format_
