"""The mutants of a module: its source with one small thing changed, one at a time."""

import ast
from collections.abc import Callable, Iterator
from typing import NamedTuple

_SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.LShift: ast.RShift,
    ast.Break: ast.Continue,
    ast.Continue: ast.Break,
}


class Mutant(NamedTuple):
    """A changed module: where, from what to what."""

    line: int
    before: str
    after: str
    source: str


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of ``source``; annotations and docstrings stay as they are."""
    for number in range(len(_sites(ast.parse(source)))):
        tree = ast.parse(source)
        node, change = _sites(tree)[number]
        line, before = node.lineno, _shown(node)
        change()
        yield Mutant(line, before, _shown(node), ast.unparse(tree))


def _shown(node: ast.AST) -> str:
    return ast.unparse(node).split("\n")[0]


def _sites(tree: ast.Module) -> list[tuple[ast.stmt, Callable[[], None]]]:
    """Each thing that can be changed: the statement that it stands in, and what changes it."""
    found: list[tuple[ast.stmt, Callable[[], None]]] = []
    _visit(tree, tree.body[0], found)
    return found


def _visit(node: ast.AST, statement: ast.stmt, found: list[tuple[ast.stmt, Callable[[], None]]]) -> None:
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list"):
            continue
        for index, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST) or _docstring(node, field, index, child):
                continue
            at = child if isinstance(child, ast.stmt) else statement
            found.extend(
                (at, _setter(node, field, index, changed)) for changed in _changed(child, node, field)
            )
            _visit(child, at, found)


def _docstring(parent: ast.AST, field: str, index: int, node: ast.AST) -> bool:
    documented = isinstance(parent, ast.Module | ast.ClassDef | ast.FunctionDef)
    said = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return documented and field == "body" and index == 0 and said


def _changed(node: ast.AST, parent: ast.AST, field: str) -> Iterator[ast.AST]:
    """What may stand in place of ``node``."""
    if type(node) in _SWAPS:
        yield _SWAPS[type(node)]()
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            yield ast.Constant(not node.value)
        elif isinstance(node.value, int):
            yield ast.Constant(node.value + 1)
        elif isinstance(node.value, str):
            yield ast.Constant(f"XX{node.value}XX")
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.expr) and (field == "test" or field == "ifs"):
        yield ast.UnaryOp(ast.Not(), node)
    if isinstance(parent, ast.Return) and not isinstance(node, ast.Constant):
        yield ast.Constant(None)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        yield ast.Pass()


def _setter(parent: ast.AST, field: str, index: int, changed: ast.AST) -> Callable[[], None]:
    def change() -> None:
        value = getattr(parent, field)
        if isinstance(value, list):
            value[index] = changed
        else:
            setattr(parent, field, changed)

    return change
