"""Keeps the translations: finds the texts in the code, keeps what is translated, and compiles it for Qt.

`python build/translations.py update` after texts have changed, `release` after translating, `check` to be told what is
missing or no longer true. Qt's own lupdate and lrelease do the reading and the compiling.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de",)
PLURALS = 2
"""Forms that a number has in each of LANGUAGES."""
SOURCES = ("app", "services", "study", "ui")
_ASKING = ("translate", "QT_TRANSLATE_NOOP")
_PLACE = re.compile(r"\{[^{}]*\}|%n")


@dataclass(frozen=True, order=True, slots=True)
class Message:
    """A text in the code: what lupdate finds, without where."""

    context: str
    source: str
    comment: str = ""

    @property
    def has_number(self) -> bool:
        """Whether it has a form for one and a form for many."""
        return "%n" in self.source


Translations = dict[Message, tuple[str, ...]]
"""The forms of each text: one, or PLURALS where it has a number; () while nobody has translated it."""


def found() -> list[Message]:
    """Every text in the code. Raises subprocess.CalledProcessError where lupdate fails."""
    files = sorted(path for folder in SOURCES for path in (ROOT / folder).rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        plain, made = Path(folder, "texts.py"), Path(folder, "texts.ts")
        plain.write_text("".join(_plain_calls(path) for path in files), encoding="utf-8")
        _run("pyside6-lupdate", str(plain), "-ts", str(made))
        return sorted(read(made))


def _plain_calls(path: Path) -> str:
    """The calls in a file that name a text, a line each: lupdate passes over those whose number is worked out."""
    told = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _ASKING):
            continue
        texts = [each.value for each in node.args[:3] if isinstance(each, ast.Constant)]
        if len(texts) == min(3, len(node.args)) and all(isinstance(text, str) for text in texts):
            number = ", n" if len(node.args) > 3 else ""
            written = ", ".join(json.dumps(text, ensure_ascii=False) for text in texts)
            told.append(f"{node.func.id}({written}{number})\n")
    return "".join(told)


def read(path: Path) -> Translations:
    """The texts of a .ts file with their translations; none where there is no file."""
    if not path.exists():
        return {}
    texts: Translations = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms: tuple[str, ...] = ()
            if translation is not None and translation.get("type") is None:
                numbered = [form.text or "" for form in translation.iter("numerusform")]
                forms = tuple(numbered or [translation.text or ""])
            texts[Message(name, message.findtext("source", ""), message.findtext("comment", ""))] = forms
    return texts


def write(path: Path, language: str, texts: Translations) -> None:
    """Writes a .ts file that Qt's tools and translators read."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context, name = root, ""
    for message in sorted(texts):
        if message.context != name or context is root:
            name = message.context
            context = ET.SubElement(root, "context")
            ET.SubElement(context, "name").text = name
        entry = ET.SubElement(context, "message", {"numerus": "yes"} if message.has_number else {})
        ET.SubElement(entry, "source").text = message.source
        if message.comment:
            ET.SubElement(entry, "comment").text = message.comment
        forms = texts[message]
        translation = ET.SubElement(entry, "translation", {} if forms else {"type": "unfinished"})
        if message.has_number:
            for form in forms or ("",) * PLURALS:
                ET.SubElement(translation, "numerusform").text = form
        elif forms:
            translation.text = forms[0]
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def source_file(language: str) -> Path:
    """The .ts file of a language."""
    return FOLDER / f"maestro_{language}.ts"


def update() -> None:
    """Takes in new texts, untranslated, and lets go of those that the code has no more."""
    texts = found()
    for language in LANGUAGES:
        kept = read(source_file(language))
        write(source_file(language), language, {text: kept.get(text, ()) for text in texts})


def release() -> None:
    """Compiles every .ts file to the .qm beside it."""
    for language in LANGUAGES:
        compile_to(source_file(language), source_file(language).with_suffix(".qm"))


def compile_to(texts: Path, compiled: Path) -> None:
    """Compiles one .ts file. Raises subprocess.CalledProcessError where lrelease fails."""
    _run("pyside6-lrelease", str(texts), "-qm", str(compiled))


def faults(language: str) -> list[str]:
    """What is wrong with a language, a sentence each: [] where it is complete and says what the code says."""
    texts, kept = set(found()), read(source_file(language))
    told = [f"not in maestro_{language}.ts: {text}" for text in sorted(texts - kept.keys())]
    told += [f"no longer in the code: {text}" for text in sorted(kept.keys() - texts)]
    for text, forms in sorted(kept.items()):
        wanted = PLURALS if text.has_number else 1
        if len(forms) != wanted or not all(forms):
            told.append(f"not translated: {text}")
            continue
        places = sorted(_PLACE.findall(text.source))
        told += [
            f"other places for values than {places}: {text}: {form!r}"
            for form in forms
            if sorted(set(_PLACE.findall(form)) | ({"%n"} & set(places))) != sorted(set(places))
        ]
    return told


def _run(tool: str, *arguments: str) -> None:
    """Runs one of Qt's tools; what it says is shown only where it fails."""
    program = str(Path(sysconfig.get_path("scripts")) / tool)
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
        done.check_returncode()


def main(arguments: list[str]) -> int:
    """`update`, `release` or `check`; the exit code."""
    if arguments == ["update"]:
        update()
    elif arguments == ["release"]:
        release()
    elif arguments == ["check"]:
        told = [fault for language in LANGUAGES for fault in faults(language)]
        sys.stdout.write("".join(f"{fault}\n" for fault in told))
        return 1 if told else 0
    else:
        sys.stderr.write("usage: translations.py update|release|check\n")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
