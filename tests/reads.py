"""Which number of which section each part of the model reads, found in its source."""

import ast
from functools import cache

from sim.parameters.registry import registry, sections
from sim.scenario.find import HOME

ROOMS = ("rules", "stages", "agents")
KINDS = {(kind.__module__, kind.__name__): name for name, kind in sections().items()}
FIELDS = {name.split(".")[1] for name in registry()}
# Rows of tables: their columns are no parameters, though some share a name with one.
ROWS = {
    "agency", "chief", "council", "director", "here", "home", "luck", "manager", "market",
    "national", "own", "person", "place", "post", "record", "team", "teams", "there", "trace",
    "truth", "worker", "workers", "councils", "job",
}  # fmt: skip


@cache
def code_of():
    """The model's source, parsed, by room and file: "rules/hours"."""
    return {
        f"{room}/{file.stem}": ast.parse(file.read_text("utf-8"))
        for room in ROOMS
        for file in sorted((HOME / "sim" / room).rglob("*.py"))
    }


@cache
def section_reads():
    """Dotted names of the parameters that each file reads."""
    return {place: {name for name, _ in found(tree)} for place, tree in code_of().items()}


@cache
def misread():
    """Reads of a parameter's name whose section could not be told."""
    return {
        f"{place}: {text}" for place, tree in code_of().items()
        for name, text in found(tree) if name is None
    }  # fmt: skip


def found(tree):
    """Every read of a field in a file: its dotted name, None if unknown, and its text."""
    kinds = imported(tree)
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            known = arguments(function, kinds)
            for node in ast.walk(function):
                if isinstance(node, ast.Assign):
                    learn(node, known)
            for node in ast.walk(function):
                if isinstance(node, ast.Attribute) and node.attr in FIELDS:
                    yield from named(node, known)


def named(node, known):
    """Give the dotted name of one read, or nothing if it reads a table's row."""
    section = section_of(node.value, known)
    if section and f"{section}.{node.attr}" in registry():
        yield f"{section}.{node.attr}", ast.unparse(node)
    elif not section and last_word(node.value) not in ROWS:
        yield None, ast.unparse(node)


def imported(tree):
    """Sections by the names under which a file imports them, since two tables may share one."""
    return {
        one.asname or one.name: KINDS[node.module, one.name]
        for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
        for one in node.names if (node.module, one.name) in KINDS
    }  # fmt: skip


@cache
def carried():
    """Sections that go along in a tuple with other things: {"Made": {"w": "workforce"}}."""
    return {
        node.name: fields
        for tree in code_of().values() for node in tree.body
        if isinstance(node, ast.ClassDef) and (fields := of_kinds(node.body, imported(tree)))
    }  # fmt: skip


def of_kinds(lines, kinds):
    """Sections among annotated names: "m: Management", "c: Rows[Casework]"."""
    words = {
        ast.unparse(one.target): unrowed(one.annotation)
        for one in lines if isinstance(one, ast.AnnAssign)
    }  # fmt: skip
    return {name: kinds[kind] for name, kind in words.items() if kind in kinds}


def unrowed(annotation):
    """Give the kind that an annotation names, of one row or of many."""
    return ast.unparse(annotation).removeprefix("Rows[").removesuffix("]")


def arguments(function, kinds):
    """Sections among a function's arguments, and in the tuples among them: "made.w"."""
    words = {one.arg: unrowed(one.annotation or one) for one in function.args.args}
    known = {name: kinds[kind] for name, kind in words.items() if kind in kinds}
    for name, kind in words.items():
        for field, section in carried().get(kind, {}).items():
            known[f"{name}.{field}"] = section
    return known


def learn(node, known):
    """Note which names an assignment gives a section."""
    for target in node.targets:
        pairs = [(target, node.value)]
        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            pairs = zip(target.elts, node.value.elts, strict=True)
        for name, value in pairs:
            if isinstance(name, ast.Name) and (section := section_of(value, known)):
                known[name.id] = section


def section_of(value, known):
    """The section that an expression stands for: m, p[a], world.rates.media[a], self.rates(…)."""
    if isinstance(value, ast.Subscript):
        return section_of(value.value, known)
    if isinstance(value, ast.Name):
        return known.get(value.id)
    if isinstance(value, ast.Attribute):
        return value.attr if value.attr in sections() else known.get(ast.unparse(value))
    if isinstance(value, ast.Call) and ast.unparse(value.func).endswith(".rates"):
        return value.args[0].value
    return None


def last_word(value):
    """The name by which a row is called."""
    while isinstance(value, ast.Subscript | ast.Call):
        value = value.value if isinstance(value, ast.Subscript) else value.func
    return value.attr if isinstance(value, ast.Attribute) else getattr(value, "id", "")
