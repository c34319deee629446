"""The message that a reply answers, quoted below it as mail programs do."""

from demur.domain.message import Message

from .field import plain

_WROTE = {
    "en": ("On {date}, {name} wrote:", "{name} wrote:"),
    "de": ("Am {date} schrieb {name}:", "{name} schrieb:"),
    "fr": ("Le {date}, {name} a écrit :", "{name} a écrit :"),
    "es": ("El {date}, {name} escribió:", "{name} escribió:"),
}


def quoted(message: Message) -> str:
    """``message`` with its signature, each line after ``>``, below a line that says who wrote it."""
    text = f"{message.body}\n\n{message.signature}".strip()
    lines = [f">{line}" if line.startswith(">") else f"> {line}".rstrip() for line in text.split("\n")]
    return "\n".join([*_attribution(message), *lines])


def _attribution(message: Message) -> list[str]:
    name = plain(message.sender.name or message.sender.address)
    dated, undated = _WROTE.get(message.language, _WROTE["en"])
    if not name:
        return []
    if message.date:
        return [dated.format(date=message.date.date().isoformat(), name=name)]
    return [undated.format(name=name)]
