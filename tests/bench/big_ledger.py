"""A ledger far larger than a person's: how long the rules wait for what it knows."""

import datetime as dt
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from demur.domain.message import Sender
from demur.rules import words_of
from demur.storage import Ledger

PEOPLE = 100_000
INTERACTIONS = 10
TODAY = dt.date(2026, 3, 31)
ROUNDS = 30
MESSAGE = """Hi Sam, I am moving from audit into marketing and saw your talk on pricing in Leeds.
Would you have twenty minutes next week to tell me how you found your first clients, and whom to know in the
industry? I would also love your thoughts on tax law for small companies."""

# One field that everybody knows, fields that a few share, fields that nobody shares.
KNOWLEDGE = {
    "nobody an expert": (0, "{number}"),
    "10,000 experts of one field": (10_000, "marketing"),
    "10,000 experts of 500 fields": (10_000, "field{group} {topic}"),
    "10,000 experts of 10,000 fields": (10_000, "{topic} of the {number}th kind"),
    "100,000 experts of one field": (100_000, "marketing"),
}
TOPICS = (
    *("marketing", "tax law", "pricing", "product design", "sailing", "nursing", "logistics", "brewing"),
    *("bridge building", "patents", "teaching", "venture capital", "payroll", "radio", "forestry", "opera"),
)


def ledger_facts_rows() -> list[str]:
    """A line for each way in which knowledge may be spread: the median and the longest wait in ms."""
    rows = [f"Ledger.facts, {PEOPLE:,} people, {PEOPLE * INTERACTIONS:,} interactions: median, longest"]
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "ledger.sqlite") as ledger:
        _fill(ledger)
        for label, (experts, field) in KNOWLEDGE.items():
            _teach(ledger, experts, field)
            waits = list(_waits(ledger))
            rows.append(f"  {label:34} {statistics.median(waits):6.2f} ms {max(waits):6.2f} ms")
    return rows


def _waits(ledger: Ledger) -> Iterator[float]:
    words = words_of(MESSAGE)
    for number in range(ROUNDS):
        person = number * 997 % PEOPLE
        started = time.perf_counter()
        facts = ledger.facts(Sender(address=f"person{person}@example.org"), TODAY, ("Ada Lopez",), words)
        yield (time.perf_counter() - started) * 1e3
        assert facts.sender
        assert facts.sender.good == INTERACTIONS // 2


def _fill(ledger: Ledger) -> None:
    """Through the tables: a million transactions would take an hour."""
    with ledger._database.writing() as rows:
        rows.executemany(
            "INSERT INTO people (id, name, name_key, met, trusted) VALUES (?, ?, ?, ?, ?)",
            (
                (n, f"Person No{n}", f"person no{n}", "at a fair" * (n % 3 == 0), n % 500 == 0)
                for n in range(PEOPLE)
            ),
        )
        rows.executemany(
            "INSERT INTO addresses (address, person) VALUES (?, ?)",
            ((f"person{n}@example.org", n) for n in range(PEOPLE)),
        )
        rows.executemany(
            "INSERT INTO interactions (person, day, outcome, note, told_by) VALUES (?, ?, ?, '', '')",
            (
                (n % PEOPLE, "2026-03-01", "good" if n // PEOPLE % 2 else "neutral")
                for n in range(PEOPLE * INTERACTIONS)
            ),
        )
        rows.executemany(
            "INSERT INTO follow_ups (person, about, due) VALUES (?, 'thank them', ?)",
            ((n, "2026-03-01" if n % 2 else "2026-05-01") for n in range(0, PEOPLE, 10)),
        )


def _teach(ledger: Ledger, experts: int, field: str) -> None:
    known = (
        (n, field.format(number=n, group=n % 500, topic=TOPICS[n % len(TOPICS)]))
        for n in range(1, experts + 1)
    )
    with ledger._database.writing() as rows:
        rows.execute("DELETE FROM fields")
        rows.executemany(
            "INSERT INTO fields (person, field, opening) SELECT ?1, ?2, opening_of(?2) WHERE ?1 < 100000",
            known,
        )
