"""The words of an HTML message, with its paragraphs, without what a reader would not see."""

import re2
from selectolax.lexbor import LexborHTMLParser

from .errors import IntakeError

# The parser takes quadratic time for tags in tags and for attributes of one tag.
_MOST_CHARACTERS = 2_000_000
_MOST_TAGS = 15_000
_MOST_ATTRIBUTES = 5_000

_UNSEEN = (
    "head, script, style, title, template, noscript, svg, object, [hidden], [style*='display:none' i],"
    " [style*='display: none' i], [style*='visibility:hidden' i], [style*='visibility: hidden' i],"
    " [style*='font-size:0' i], [style*='font-size: 0' i]"
)
_PARAGRAPHS = "p, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, pre, hr"
_LINES = "div, li, tr, section, article, header, footer, address, dt, dd"
_QUOTES = "blockquote[type=cite], blockquote.gmail_quote"

# Marks for where a paragraph, a line or a quote begins and ends; no text holds these characters.
_PARAGRAPH, _LINE, _QUOTE, _END_OF_QUOTE = "\x01", "\x02", "\x03", "\x04"
_MARKS = re2.compile(r"[\x01-\x04]")
_BREAKS = re2.compile(r" ?[\x01\x02][ \x01\x02]*")
_INLINE_IMAGE = re2.compile(r"(?i)data:[\w/+.;=-]*base64,[\w+/=\s]*")


def html_to_text(html: str) -> tuple[str, tuple[str, ...]]:
    """The text of ``html``, quotes marked by ``>``, and the web addresses that it links to.

    Raises ``IntakeError`` when it is larger than any message is.
    """
    html = _MARKS.sub(" ", _INLINE_IMAGE.sub("data:", html))
    _refuse_bombs(html)
    tree = LexborHTMLParser(html)
    for node in tree.css(_UNSEEN):
        node.decompose()
    for node in tree.css("br"):
        node.replace_with(_LINE)
    for selector, before, after in (
        (_PARAGRAPHS, _PARAGRAPH, _PARAGRAPH),
        (_LINES, _LINE, _LINE),
        (_QUOTES, _QUOTE, _END_OF_QUOTE),
    ):
        for node in tree.css(selector):
            node.insert_before(before)
            node.insert_after(after)
    links = [node.attributes.get("href") or "" for node in tree.css("a[href]")]
    text = tree.body.text() if tree.body else ""
    return _laid_out(text), tuple(link for link in links if link.startswith(("http://", "https://")))


def _refuse_bombs(html: str) -> None:
    attributes = max(_attributes(part.split(">", 1)[0]) for part in html.split("<"))
    if len(html) > _MOST_CHARACTERS or html.count("<") > _MOST_TAGS or attributes > _MOST_ATTRIBUTES:
        raise IntakeError(
            "This message is laid out in a way that is too complex to read.",
            "Open it in your mail program and paste its text here.",
        )


def _attributes(tag: str) -> int:
    return len(tag.split()) + tag.count("/")


def _laid_out(marked: str) -> str:
    words = " ".join(marked.split())
    text = _BREAKS.sub(lambda match: "\n\n" if _PARAGRAPH in match.group() else "\n", words)
    lines: list[str] = []
    depth = 0
    for line in text.split("\n"):
        depth += line.count(_QUOTE)
        said = _MARKS.sub("", line).strip()
        lines.append(f"> {said}" if depth and said else said)
        depth = max(0, depth - line.count(_END_OF_QUOTE))
    return "\n".join(lines).strip()
