"""The decision table: ordered rows, the first that matches names the move."""

from typing import Self

from pydantic import field_validator, model_validator

from demur.domain.advice import Advice, MoveId
from demur.domain.data_file import parse_data_file
from demur.domain.frozen import Frozen
from demur.domain.reading import Reading

from .conditions import Conditions, strengths
from .second_look import SecondLook


class Row(Conditions):
    """A move and when it is advised."""

    move: MoveId

    @model_validator(mode="after")
    def _weak_signals_never_decide_alone(self) -> Self:
        if not self.always and not self.rest_on_a_clear_signal:
            raise ValueError("a row must rest on a signal of strength 2 or 3")
        return self


class DecisionTable(Frozen):
    """Rows in the order in which they are tried, and what to weigh before following them.

    The last two rows always match and name two moves, so that every reading gets a move and a runner-up.
    """

    rows: tuple[Row, ...]
    second_look: SecondLook

    @classmethod
    def load(cls, text: str, name: str) -> Self:
        """Read the TOML ``text`` of the file called ``name``.

        Raises ``DataFileError`` naming file and line.
        """
        return parse_data_file(text, name, cls)

    @field_validator("rows")
    @classmethod
    def _every_reading_gets_two_moves(cls, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        last = rows[-2:]
        if len({row.move for row in last}) < 2 or not all(row.always for row in last):
            raise ValueError("the last two rows must have no conditions, and different moves")
        return rows

    def advise(self, reading: Reading) -> Advice:
        """The move for ``reading``, the next best, the signals that decided, and the second look."""
        found = strengths(reading)
        matching = [row for row in self.rows if row.hold(found)]
        row = matching[0]
        return Advice(
            move=row.move,
            runner_up=next(other.move for other in matching if other.move is not row.move),
            because=row.deciding(found),
            second_look=self.second_look.beside(row.move, reading, found),
        )
