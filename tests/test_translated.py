"""Every text that a person reads goes through `translate`: the code is searched for those that do not."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from tests.shared import ROOT

FOLDERS = ("app", "services", "study", "ui")

# Whoever calls these shows the text, however short it is.
SHOWS = frozenset(
    [
        "setText",
        "setToolTip",
        "setWindowTitle",
        "setTitle",
        "setAccessibleName",
        "setAccessibleDescription",
        "setPlaceholderText",
        "setStatusTip",
        "setWhatsThis",
        "setPrefix",
        "setSuffix",
        "setPlainText",
        "setTabText",
        "setTabToolTip",
        "setInformativeText",
        "setItemText",
        "addTab",
        "addMenu",
        "addSection",
        "drawText",
        "text_label",
        "announce",
        "QLabel",
        "QPushButton",
        "QCheckBox",
        "QRadioButton",
        "QGroupBox",
        "QAction",
        "Trouble",
        "Cancelled",
        "BackendTrouble",
        "Section",
        "Row",
        "Value",
    ]
)
# Their texts are for those who write code, or for other programs.
UNSEEN = frozenset(
    [
        "translate",
        "QT_TRANSLATE_NOOP",
        "getLogger",
        "compile",
        "fullmatch",
        "match",
        "sub",
        "execute",
        "executemany",
        "executescript",
        "setStyleSheet",
        "strftime",
        "import_module",
        "toString",
        "create_task",
        "removeprefix",
        "removesuffix",
        "startswith",
        "endswith",
        "field",
        "add_argument",
    ]
)
# Files that speak English by themselves: the verbs without a window, which other programs read; and what a new study
# begins with, whose names are the protocol's own.
ENGLISH = ("app/main.py", "app/verbs/", "app/diagnostics.py", "study/new_study_templates.py")
# Files whose sentences no window shows: what rules ask, for those who read the code; why a change is refused, for
# those who write one; where an audit record is broken, for those who check the backend's.
UNSHOWN = ("study/findings/finding.py", "study/apply.py", "study/json_types.py", "study/audit_chain.py")
# Files whose longer texts are markup, styles, SQL, the words of a format of ours, or those that conditions are written
# with; what they show is still looked at.
OTHER_LANGUAGES = (
    "services/cache_schema.py",
    "services/cached_studies.py",
    "services/journal.py",
    "services/search.py",
    "study/export/docx_package.py",
    "study/export/html_page.py",
    "study/export/soa_html.py",
    "study/export/visit_html.py",
    "study/export/pdf.py",
    "study/interpreter/effects.py",
    "study/interpreter/events.py",
    "study/rules/suggest.py",
    "study/rules/units.py",
    "study/rules/vocabulary.py",
    "study/rules/writing.py",
    "ui/style.py",
)
# A text -> why nobody needs to translate it.
EXCEPTIONS = {
    "Maestro": "the program's name",
    "Return": "a key's name in Qt's portable text",
    "Unterminated string": "what Python's decoder says",
    "access token for ": "the name of a secret in the keyring",
    "said by a library, whose words may hold what travels": "a line of the log",
    "there is no log: %s": "a line of the console",
    "https://maestro.example.org/graphql": "an address",
    "literal": "the name of an attribute",
    "import": "the id of an action",
    "not here": "the name of a section, which nobody reads",
    "not here ": "the name of a section, which nobody reads",
    "without id": "what a programmer sees of a value",
    "fixed reference": "a word of USDM files",
    " lower limit": "the end of a name under which a value is recorded",
    " upper limit": "the end of a name under which a value is recorded",
    **dict.fromkeys(("start to start", "start to end", "end to start", "end to end"), "words of USDM files"),
    "Start to Start": "words of USDM files",
    **dict.fromkeys(
        (
            "not stated",
            "nicht angegeben",
            "window not stated",
            "on that day only",
            "that day only",
            "at that time only",
        ),
        "what a person may type for a window, whatever the language",
    ),
}
_SENTENCE = re.compile(r"[A-Za-z]{2,}[,;:.]? [a-z]{2,}")
_WORD = re.compile(r"[A-Za-z]{2,}")
_MARKUP = re.compile(r"[<>{}#$]|\d ?px|: [a-z-]+;")


def untranslated(path: Path, tree: ast.Module) -> Iterator[str]:
    """Each text in the file that people would read in English whatever their language."""
    owner = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    name = path.as_posix()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if isinstance(owner.get(node), ast.Expr | ast.FormattedValue) or node.value in EXCEPTIONS:
            continue
        shown, unseen = _place(node, owner)
        if unseen:
            continue
        text = node.value
        if (shown and _WORD.search(text) and not _MARKUP.search(text)) or (
            _SENTENCE.search(text) and not _MARKUP.search(text) and not name.startswith(OTHER_LANGUAGES)
        ):
            yield f"{name}:{node.lineno}: {text!r}"


def _place(node: ast.AST, owner: dict[ast.AST, ast.AST]) -> tuple[bool, bool]:
    """Whether a call around the text shows it, as its first argument, and whether nobody sees it."""
    shown = False
    inner: ast.AST = node
    while (outer := owner.get(inner)) is not None and not isinstance(outer, ast.FunctionDef):
        if isinstance(outer, ast.Call):
            called = _called(outer.func)
            if called in UNSEEN or called.endswith("Error") or _is_log(outer.func):
                return False, True
            shown = shown or (called in SHOWS and inner in outer.args[:1])
        elif (
            isinstance(outer, ast.Assert)
            or (isinstance(outer, ast.Compare) and inner is not outer.left)
            or (isinstance(outer, ast.Subscript) and inner is outer.slice)
            or (
                isinstance(outer, ast.ClassDef)
                and any(_called(base).endswith("Enum") for base in outer.bases)
            )
        ):
            return False, True
        inner = outer
    return shown, False


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _is_log(function: ast.expr) -> bool:
    return isinstance(function, ast.Attribute) and _called(function.value) in ("log", "logging")


def _found(source: str) -> list[str]:
    return list(untranslated(Path("ui/example.py"), ast.parse(source)))


def test_every_text_goes_through_translate() -> None:
    found: list[str] = []
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            place = path.relative_to(ROOT)
            if not place.as_posix().startswith((*ENGLISH, *UNSHOWN)):
                found += untranslated(place, ast.parse(path.read_text(encoding="utf-8")))
    assert found == []


def test_the_search_finds_what_it_is_for() -> None:
    assert _found('label.setText("Visit")')
    assert _found('label.setToolTip(f"Hide {name}")')
    assert _found('words = "the visit" if one else "visits of it"')
    assert _found('raise Trouble("Gone")')


def test_the_search_leaves_alone_what_nobody_reads() -> None:
    assert not _found('label.setText(translate("home", "Visit"))')
    assert not _found('log.info("a study was opened")')
    assert not _found('"""What this file is about."""')
    assert not _found('raise ValueError("no such thing here")')
    assert not _found('text_label(name, "label")')


def test_qt_finds_every_text_that_is_asked_for() -> None:
    asked: set[str] = set()
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _called(node.func) in ("translate", "QT_TRANSLATE_NOOP"):
                    text = node.args[1] if len(node.args) > 1 else None
                    if isinstance(text, ast.Constant) and isinstance(text.value, str):
                        asked.add(text.value)
    sys.path.insert(0, str(ROOT / "build"))
    found = {message.source for message in import_module("translations").found()}
    assert asked - found == set()
