"""What a reply needs of the head of a mail: whom it goes to, and what it stands below."""

import pytest

from demur.domain.message import Envelope
from demur.domain.profile import Profile
from demur.intake import read_bytes, read_text

ME = Profile(addresses=("alex@home.example",))


def envelope(*lines: str, sender: str = "Jordan <j@b.example>", text: str = "Coffee?") -> Envelope:
    head = "\r\n".join((f"From: {sender}", "MIME-Version: 1.0", *lines))
    return read_bytes(f"{head}\r\n\r\n{text}\r\n".encode(), ME).envelope


def test_the_identifiers_are_taken_as_they_came() -> None:
    found = envelope("Message-ID: <C@b.example>", "References: <a@b.example>\r\n\t<b=2@b.example>")
    assert found == Envelope(message_id="<C@b.example>", references=("<a@b.example>", "<b=2@b.example>"))


def test_what_a_message_without_references_answered_stands_in_their_place() -> None:
    found = envelope("In-Reply-To: Your note <a@b.example> of <x@y.example>")
    assert found.references == ("<a@b.example>",)


def test_of_a_long_thread_its_beginning_and_its_end_are_enough() -> None:
    thread = [f"<{number}@b.example>" for number in range(100)]
    found = envelope("References: " + "\r\n ".join(thread)).references
    assert found == (thread[0], *thread[-19:])


@pytest.mark.parametrize("identifier", ["", "none", "<>", "<a b>", "<ä@b.example>", "<<>", "<a@b.example"])
def test_what_is_no_identifier_is_passed_over(identifier: str) -> None:
    assert envelope(f"Message-ID: {identifier}", f"References: {identifier}") == Envelope()


def test_the_address_that_wants_the_answer() -> None:
    assert envelope("Reply-To: Jordan's desk <desk@b.example>").reply_to == "desk@b.example"


def test_no_answer_goes_to_oneself() -> None:
    assert envelope("Reply-To: Alex@home.example", "Message-ID: <a@b>") == Envelope(message_id="<a@b>")
    assert envelope("Message-ID: <a@b>", sender="alex@home.example") == Envelope()


def test_a_message_that_somebody_forwarded_keeps_nothing_of_the_forward() -> None:
    forwarded = "---------- Forwarded message ---------\nFrom: Bo Lind <bo@c.example>\n\nCoffee?"
    assert envelope("Message-ID: <a@b>", "Reply-To: x@b.example", text=forwarded) == Envelope()


def test_pasted_words_have_no_envelope() -> None:
    assert read_text("Coffee? Message-ID: <a@b.example>").envelope == Envelope()
