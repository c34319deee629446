"""The words of an HTML message, with its paragraphs, without what a reader would not see."""

import re2
from selectolax.lexbor import LexborHTMLParser

from .errors import IntakeError

_MOST_TAGS = 30_000
_UNSEEN = (
    "head, script, style, title, template, noscript, svg, object, [hidden], [style*='display:none' i],"
    " [style*='display: none' i], [style*='visibility:hidden' i], [style*='visibility: hidden' i],"
    " [style*='font-size:0' i], [style*='font-size: 0' i]"
)
_PARAGRAPHS = "p, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, pre, hr"
_LINES = "div, li, tr, section, article, header, footer, address, dt, dd"
_PARAGRAPH, _LINE = "\x1d", "\x1e"
_SPACES = re2.compile(r"[ \t\n\r\f\v]+")
_BREAKS = re2.compile(rf" ?[{_PARAGRAPH}{_LINE}][ {_PARAGRAPH}{_LINE}]*")


def html_to_text(html: str) -> tuple[str, tuple[str, ...]]:
    """The text of ``html`` and the web addresses that it links to.

    Raises ``IntakeError`` when it holds more tags than a message does.
    """
    if html.count("<") > _MOST_TAGS:
        raise IntakeError(
            "This message is laid out in a way that is too complex to read.",
            "Open it in your mail program and paste its text here.",
        )
    tree = LexborHTMLParser(html.replace(_PARAGRAPH, " ").replace(_LINE, " "))
    for node in tree.css(_UNSEEN):
        node.decompose()
    for node in tree.css("br"):
        node.replace_with(_LINE)
    for selector, mark in ((_PARAGRAPHS, _PARAGRAPH), (_LINES, _LINE)):
        for node in tree.css(selector):
            node.insert_before(mark)
            node.insert_after(mark)
    links = [node.attributes.get("href") or "" for node in tree.css("a[href]")]
    text = tree.body.text() if tree.body else ""
    return _laid_out(text), tuple(link for link in links if link.startswith(("http://", "https://")))


def _laid_out(text: str) -> str:
    words = _SPACES.sub(" ", text)
    return str(_BREAKS.sub(lambda match: "\n\n" if _PARAGRAPH in match.group() else "\n", words)).strip()
