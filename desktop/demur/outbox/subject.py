"""What a reply to a message is called."""

import re2

from .field import plain

# "Re:" and "Fwd:" as mail programs put them in other languages.
_MARKS = (
    r"re|fwd?|fw|aw|antw|antwort|wg|sv|vs|vb|vl|tr|réf|rif|r|rv|res|enc|odp|pd|ynt|ilt|doorst|απ|σχετ"
    r"|отв|ответ|пересл|תשובה|הועבר|رد|回复|回覆|答复|转发|轉寄|返信|転送|답장|전달|회신"
)
_COLON = "[:\uff1a]"  # the wide one is China's
# "Re[2]:" counts them, and French has "Re :".
_MARK = rf"(?:{_MARKS})\pZ?(?:\[\d+\]|\(\d+\))?\pZ?{_COLON}\pZ*"
# A mail server puts "[External]" before all of them, and again before the next.
_MARKED = re2.compile(rf"(?i)^(?P<tags>(?:\[[^\[\]]*\]\pZ*)*)(?:{_MARK})+")


def reply_subject(subject: str) -> str:
    """``subject`` in one line, with one ``Re:`` before it in place of any marks of replies and forwards."""
    rest = plain(subject)
    while match := _MARKED.search(rest):
        rest = match["tags"] + rest[match.end() :]
    return f"Re: {rest}".strip()
