"""Write newsgen/search/browser/stemmers: the Python of the `snowballstemmer` package, translated to JavaScript.

    pip install -e ".[test]"
    python -m tools.translate_stemmers

Snowball's compiler writes that package's Python, in which only a small part of the grammar occurs: loops, conditions
and jumps out of nested blocks. Each statement has one counterpart in JavaScript; a jump is a `break` with a label. A
table of endings becomes an object from ending to outcome, so the index of the next shorter ending is not needed. The
version of `snowballstemmer` must be that of PyStemmer, as in the test dependencies of pyproject.toml.
"""

import argparse
import ast
import importlib.metadata
import importlib.util
import json
import textwrap
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from newsgen.search.stemmer_scripts import BROWSER
from newsgen.text.language.stemmers import ALGORITHMS

PACKAGE = "snowballstemmer"
# The scripts are published unchanged, so another line here would change every archive with search.
_HEAD = """\
// The Snowball stemmer "{algorithm}", version {version}. Its licence is in LICENSE beside this file.
// Written by tests/search/translate_stemmers.py: change that, not this.
"""
_COMPARISONS = {ast.Eq: "===", ast.NotEq: "!==", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_OPERATORS = {ast.Add: "+", ast.Sub: "-"}


def translate_stemmer(code: str, algorithm: str) -> str:
    """The script that registers the stemmer of a Snowball algorithm for a language code."""
    version = importlib.metadata.version(PACKAGE)
    (stemmer,) = [node for node in ast.parse(_source(algorithm)).body if isinstance(node, ast.ClassDef)][:1]
    tables = [node for node in stemmer.body if isinstance(node, ast.Assign) and _is_table(node.value)]
    fields = [node for node in stemmer.body if isinstance(node, ast.Assign) and not _is_table(node.value)]
    lines = [line for node in tables for line in _table(node)]
    lines += ["", f"newsgen.stemmers.{code} = new (class extends newsgen.Stemmer {{"]
    lines += [f"  {_name(node.targets[0])} = {_expression(node.value)};" for node in fields]
    for node in stemmer.body:
        if isinstance(node, ast.FunctionDef):
            lines += ["", *(f"  {line}" for line in _routine(node))]
    lines += ["})();"]
    body = "\n".join(f"  {line}" if line else "" for line in lines)
    return _HEAD.format(algorithm=algorithm, version=version) + f"(() => {{\n{body}\n}})();\n"


def _source(algorithm: str) -> str:
    # Importing the package would return PyStemmer's stemmers; only the module's text is needed.
    spec = importlib.util.find_spec(PACKAGE)
    assert spec
    assert spec.origin
    return Path(spec.origin).with_name(f"{algorithm}_stemmer.py").read_text(encoding="utf-8")


def _is_table(node: ast.expr) -> bool:
    return isinstance(node, ast.List | ast.Set | ast.Tuple) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _name(node: ast.expr) -> str:
    assert isinstance(node, ast.Name)
    return node.id


def _string(text: str) -> str:
    """A string literal, with escapes for invisible characters and those written from right to left."""
    letters = (
        letter
        if letter.isascii() or (letter.isalpha() and unicodedata.bidirectional(letter) == "L")
        else f"\\u{ord(letter):04x}"
        for letter in json.dumps(text, ensure_ascii=False)
    )
    return "".join(letters)


def _table(node: ast.Assign) -> list[str]:
    """A group of letters, a tuple of replacements or a table of endings, wrapped to the length of lines."""
    name, value = _name(node.targets[0]), node.value
    if isinstance(value, ast.List):
        entries = ", ".join(_ending(entry) for entry in value.elts if isinstance(entry, ast.Call))
        text, opening, closing = entries, f"const {name} = newsgen.Stemmer.endings({{", "});"
    elif isinstance(value, ast.Tuple):
        text, opening, closing = ", ".join(map(_expression, value.elts)), f"const {name} = [", "];"
    else:
        letters = value.value if isinstance(value, ast.Constant) else "".join(sorted(map(ast.literal_eval, value.elts)))  # type: ignore[attr-defined]
        return [f"const {name} = {_string(str(letters))};"]
    if len(opening + text + closing) <= 116:
        return [opening + text + closing]
    # An ending and its outcome stay on one line.
    lines = textwrap.wrap(text.replace(": ", ":\0"), 114, break_long_words=False, break_on_hyphens=False)
    return [opening, *(f"  {line}".replace("\0", " ") for line in lines), closing]


def _ending(entry: ast.Call) -> str:
    ending, _, outcome, *method = entry.args
    value = _expression(outcome)
    if method:
        value = f'[{value}, "{_name(method[0]).lstrip("_")}"]'
    return f"{_expression(ending)}: {value}"


def _routine(node: ast.FunctionDef) -> Iterator[str]:
    names = sorted(
        {
            target.id
            for inner in ast.walk(node)
            if isinstance(inner, ast.Assign)
            for target in inner.targets
            if isinstance(target, ast.Name)
        }
    )
    yield f"{node.name.lstrip('_')}() {{"
    if names:
        yield f"  let {', '.join(names)};"
    yield from _block(node.body)
    yield "}"


def _block(statements: list[ast.stmt]) -> Iterator[str]:
    for statement in statements:
        for line in _statement(statement):
            yield f"  {line}"


def _statement(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.Assign(targets=[target], value=value):
            yield f"{_expression(target)} = {_expression(value)};"
        case ast.AugAssign(target=target, op=op, value=value):
            yield f"{_expression(target)} {_OPERATORS[type(op)]}= {_expression(value)};"
        case ast.Expr(value=value):
            yield f"{_expression(value)};"
        case ast.Return(value=ast.expr() as value):
            yield f"return {_expression(value)};"
        case ast.Break():
            yield "break;"
        case ast.Continue():
            yield "continue;"
        case ast.Pass():
            pass
        case ast.Raise(exc=ast.Call(func=ast.Name(id=label))):
            yield f"break {label};"
        case ast.While(test=test, body=body, orelse=[]):
            yield f"while ({_expression(test)}) {{"
            yield from _block(body)
            yield "}"
        case ast.For(iter=ast.Tuple(elts=rounds), body=body, orelse=[]):
            yield f"for (let round = 0; round < {len(rounds)}; round++) {{"
            yield from _block(body)
            yield "}"
        case ast.Try(body=body, handlers=[ast.ExceptHandler(type=ast.Name(id=label), body=[ast.Pass()])]):
            yield f"{label}: {{"
            yield from _block(body)
            yield "}"
        case ast.If(test=test, body=body, orelse=orelse):
            yield f"if ({_expression(test)}) {{"
            yield from _block(body)
            while len(orelse) == 1 and isinstance(otherwise := orelse[0], ast.If):
                yield f"}} else if ({_expression(otherwise.test)}) {{"
                yield from _block(otherwise.body)
                orelse = otherwise.orelse
            if orelse:
                yield "} else {"
                yield from _block(orelse)
            yield "}"
        case _:
            raise ValueError(f"no counterpart for: {ast.unparse(node)}")


def _expression(node: ast.expr) -> str:
    match node:
        case ast.Constant(value=bool(value)):
            return "true" if value else "false"
        case ast.Constant(value=int(value)):
            return str(value)
        case ast.Constant(value=str(value)):
            return _string(value)
        case ast.Name(id=name):
            return name.lstrip("_")
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            return f"this.{name.lstrip('_')}"
        case ast.Attribute(value=ast.Name(), attr=name):
            return name
        case ast.Subscript(value=value, slice=index):
            return f"{_expression(value)}[{_expression(index)}]"
        case ast.Call(func=ast.Name(id="len"), args=[value]):
            return f"{_expression(value)}.length"
        case ast.Call(func=function, args=values):
            return f"{_expression(function)}({', '.join(map(_expression, values))})"
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return f"-{_expression(operand)}"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            simple = isinstance(operand, ast.Call | ast.Attribute | ast.Name)
            return f"!{_expression(operand)}" if simple else f"!({_expression(operand)})"
        case ast.BinOp(left=left, op=op, right=right):
            return f"({_expression(left)} {_OPERATORS[type(op)]} {_expression(right)})"
        case ast.BoolOp(op=op, values=values):
            return f"({(' || ' if isinstance(op, ast.Or) else ' && ').join(map(_expression, values))})"
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return f"{_expression(left)} {_COMPARISONS[type(op)]} {_expression(right)}"
        case _:
            raise ValueError(f"no counterpart for: {ast.unparse(node)}")


def main() -> None:
    """Write the scripts of the languages on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.translate_stemmers", description=__doc__.splitlines()[0])
    parser.add_argument("codes", nargs="*", metavar="LANGUAGE", help="codes of languages; all by default")
    codes = parser.parse_args().codes or [*ALGORITHMS]
    if unknown := [code for code in codes if code not in ALGORITHMS]:
        parser.error(f"no stemmer for {', '.join(unknown)}")
    for code in codes:
        file = BROWSER / "stemmers" / f"{code}.js"
        file.write_text(translate_stemmer(code, ALGORITHMS[code]), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
