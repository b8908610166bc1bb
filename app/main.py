"""The program's entry points: headless verbs, the window, the backend. The one place that knows all layers."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from app.links import LinkError, is_link, read_link
from app.verbs import VerbError
from app.version import program_version

EXIT_OK = 0
EXIT_DIFFERENT = 1
EXIT_BAD_INPUT = 2
EXIT_INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """`maestro VERB ...`; returns the exit code. Bad input gets one line on stderr and exit code 2."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["backend"]:
        # Not imported by name: desktop and backend share a program, never code.
        return int(import_module("backend.main").run(arguments[1:]))
    if arguments[:1] == ["simulation-worker"]:
        return int(import_module("app.simulation_worker").run())
    options = _parser().parse_args(arguments or ["open"])
    try:
        return int(_VERBS[options.verb](options))
    except VerbError as error:
        return _failed(str(error))
    except BrokenPipeError:
        # The reader (`| head`) has seen enough. Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED


def gui() -> int:
    """`maestro-gui`: the window with no console, for a desktop's icons and file associations."""
    arguments = sys.argv[1:]
    ours = arguments[:1] in (["backend"], ["simulation-worker"])
    return main(arguments if ours else ["open", *arguments])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="maestro", description="Read, check and follow the schedule of a clinical study (CDISC USDM)."
    )
    parser.add_argument("--version", action="version", version=f"Maestro {_version()}")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)

    opening = verbs.add_parser("open", help="open the window, with a study where FILE or a link is given")
    opening.add_argument("file", metavar="FILE", nargs="?")

    schedule = verbs.add_parser("schedule", help="when each scheduled instance is planned, a row each")
    schedule.add_argument("file", metavar="FILE")
    schedule.add_argument("--timeline", metavar="NAME_OR_ID", help="only this timeline")
    schedule.add_argument("--format", choices=("tsv", "json"), default="tsv")

    check = verbs.add_parser("check", help="what is wrong or doubtful in the schedule")
    check.add_argument("file", metavar="FILE")
    check.add_argument("--format", choices=("text", "json"), default="text")

    export = verbs.add_parser(
        "export", help="write the table, a visit, the graph, the axis or the study to a file"
    )
    export.add_argument("file", metavar="FILE")
    export.add_argument("--view", choices=("soa", "graph", "axis", "visit", "usdm"), required=True)
    export.add_argument("--timeline", metavar="NAME_OR_ID", help="this timeline instead of the main one")
    export.add_argument("--visit", metavar="NAME_OR_ID", help="which visit the view visit is about")
    export.add_argument("--paper", choices=("a4", "letter"), default="", help="a4 where it is not said")
    export.add_argument("--orientation", choices=("landscape", "portrait"), default="")
    export.add_argument(
        "--fit", choices=("pages", "page"), default="", help="graph or axis on one page of a PDF"
    )
    export.add_argument(
        "--anchor", metavar="DATE", default="", help="the anchor's date, as 2025-01-31: shows dates"
    )
    export.add_argument("--time-zone", metavar="NAME", default="", help="of the site, as Europe/Berlin")
    export.add_argument("--country", metavar="CODE", default="", help="of the site, for its holidays, as DE")
    export.add_argument(
        "--printed",
        metavar="TIME",
        default="",
        help="the print time in place of now, as 2025-01-31T16:30+01:00",
    )
    export.add_argument(
        "--out",
        metavar="PATH",
        required=True,
        help="its ending says the format: .pdf .xlsx .docx .html .csv .svg .png",
    )

    diff = verbs.add_parser("diff", help="what changed in the schedule from study A to study B")
    diff.add_argument("file_a", metavar="A")
    diff.add_argument("file_b", metavar="B")
    diff.add_argument("--format", choices=("text", "json"), default="text")

    apply = verbs.add_parser("apply", help="do edits that were kept as JSON on a study")
    apply.add_argument("file", metavar="FILE")
    apply.add_argument("changes", metavar="CHANGES")
    apply.add_argument("--out", metavar="PATH", required=True, help="where the edited study is written")
    apply.add_argument(
        "--annexe", metavar="PATH", help="the file of what is kept beside the protocol, for edits of that"
    )

    calendar = verbs.add_parser("calendar", help="the dated schedule of one participant")
    calendar.add_argument("file", metavar="FILE")
    calendar.add_argument(
        "--anchor", metavar="DATE", required=True, help="the anchor's date, as 2025-01-31 or 2025-01-31T08:00"
    )
    calendar.add_argument("--expected", action="store_true", help="it has not happened: dates are a forecast")
    calendar.add_argument("--timeline", metavar="NAME_OR_ID", help="this timeline instead of the main one")
    calendar.add_argument("--format", choices=("tsv", "ics", "xlsx"), default="tsv")
    calendar.add_argument("--time-zone", metavar="NAME", default="", help="of the site, as Europe/Berlin")
    calendar.add_argument(
        "--country", metavar="CODE", default="", help="of the site, for its holidays, as DE"
    )
    calendar.add_argument(
        "--annexe", metavar="PATH", default="", help="the file of what is kept beside the protocol, its rules"
    )
    calendar.add_argument(
        "--participant", metavar="NAME", default="", help="what they are called in a calendar file"
    )
    calendar.add_argument(
        "--follow-texts", action="store_true", help="take conditions such as “Day = -6” at their word"
    )
    calendar.add_argument(
        "--printed", metavar="TIME", default="", help="the print time, as 2025-01-31T16:30+01:00"
    )
    calendar.add_argument(
        "--out", metavar="PATH", help="the file to write; without it TSV and ICS are printed"
    )

    simulate = verbs.add_parser("simulate", help="made-up participants through the schedule, a row a visit")
    simulate.add_argument("file", metavar="FILE")
    simulate.add_argument("--timeline", metavar="NAME_OR_ID", help="this timeline instead of the main one")
    simulate.add_argument(
        "--participants", metavar="N", type=int, default=1, help="how many; 1 where not said"
    )
    simulate.add_argument("--seed", metavar="S", type=int, default=1, help="of all chance; 1 where not said")
    simulate.add_argument("--start", metavar="DATE", default="", help="the first enrolment, as 2026-01-05")
    simulate.add_argument(
        "--outcomes", metavar="FILE", default="", help="what is assumed, as JSON; else all goes as planned"
    )
    simulate.add_argument(
        "--country", metavar="CODE", default="", help="of the site: nobody comes on its weekends and holidays"
    )
    simulate.add_argument(
        "--annexe", metavar="PATH", default="", help="the file of what is kept beside the protocol, its rules"
    )
    simulate.add_argument(
        "--follow-texts", action="store_true", help="take conditions such as “Day = -6” at their word"
    )
    simulate.add_argument("--format", choices=("tsv", "json"), default="tsv")

    run = verbs.add_parser(
        "run", help="a scripted participant: what happened, what is due, what is out of order"
    )
    run.add_argument("file", metavar="FILE")
    run.add_argument("events", metavar="EVENTS", help="a JSON file with a list of events: docs/events.md")
    run.add_argument("--timeline", metavar="NAME_OR_ID", help="this timeline instead of the main one")
    run.add_argument("--time-zone", metavar="NAME", default="", help="of the site, as Europe/Berlin")
    run.add_argument("--country", metavar="CODE", default="", help="of the site, for its holidays, as DE")
    run.add_argument("--on", metavar="DATE", default="", help="statuses as of this day, as 2025-01-31")
    run.add_argument(
        "--follow-texts", action="store_true", help="take conditions such as “Day = -6” at their word"
    )
    run.add_argument(
        "--annexe", metavar="PATH", default="", help="the file of what is kept beside the protocol, its rules"
    )
    run.add_argument("--amended", metavar="FILE2", help="what this study would change for the participant")
    run.add_argument("--format", choices=("text", "json"), default="text")

    verbs.add_parser("backend", help="the backend as a process of its own; see maestro backend --help")
    return parser


def _schedule(options: argparse.Namespace) -> int:
    from app.verbs.schedule import schedule
    from app.verbs.study_file import study_from

    _print(schedule(study_from(options.file), options.timeline, options.format))
    return EXIT_OK


def _check(options: argparse.Namespace) -> int:
    from app.verbs.check import check
    from app.verbs.study_file import study_from

    _print(check(study_from(options.file), options.format))
    return EXIT_OK


def _export(options: argparse.Namespace) -> int:
    from app.verbs.export import PAINTED, Asked, export_bytes, prepared, require_possible
    from app.verbs.study_file import study_from, write

    out = Path(options.out)
    ending = out.suffix.lower()
    names = ("timeline", "visit", "paper", "orientation", "fit", "anchor", "time_zone", "country", "printed")
    asked = Asked(**{name: getattr(options, name) for name in names})
    require_possible(options.view, ending, asked)
    document = study_from(options.file)
    revision = f"Working copy of {Path(options.file).name}"
    program = _program()
    if ending in PAINTED:
        ready = prepared(document, options.view, asked, revision=revision, program=program)
        # Whatever screen a person has or has not: a picture is painted without one, and alike each time.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ.setdefault("QT_HASH_SEED", "0")
        try:
            content = bytes(import_module("ui.export.make").painted(options.view, ending, ready))
        except ValueError as error:
            raise VerbError(f"{options.file}: {error}") from None
    else:
        content = export_bytes(
            document, options.view, ending, asked=asked, revision=revision, program=program
        )
    write(out, content)
    return EXIT_OK


def _diff(options: argparse.Namespace) -> int:
    from app.verbs.diff import diff
    from app.verbs.study_file import study_from

    text, differs = diff(study_from(options.file_a), study_from(options.file_b), options.format)
    _print(text)
    return EXIT_DIFFERENT if differs else EXIT_OK


def _apply(options: argparse.Namespace) -> int:
    from app.verbs.apply import apply_file

    _print(apply_file(options.file, options.changes, options.out, options.annexe))
    return EXIT_OK


def _calendar(options: argparse.Namespace) -> int:
    from app.verbs.calendar import Wanted, calendar
    from app.verbs.study_file import study_from, write

    if options.format == "xlsx" and not options.out:
        raise VerbError("A workbook is not printed. Say where it is written: --out PATH.")
    names = ("anchor", "timeline", "format", "expected", "time_zone", "country", "participant", "printed")
    wanted = Wanted(**{name: getattr(options, name) for name in (*names, "follow_texts", "annexe")})
    notes: list[str] = []
    content = calendar(
        study_from(options.file),
        wanted,
        note=notes.append,
        revision=f"Working copy of {Path(options.file).name}",
        program=_program(),
    )
    if options.out:
        write(Path(options.out), content)
    else:
        _print_bytes(content)
    for note in notes:
        sys.stderr.write(f"maestro: {note}\n")
    return EXIT_OK


def _simulate(options: argparse.Namespace) -> int:
    from app.verbs.simulate import START, Wanted, simulate
    from app.verbs.study_file import study_from

    names = ("timeline", "participants", "seed", "outcomes", "country", "format", "follow_texts", "annexe")
    wanted = Wanted(start=options.start or START, **{name: getattr(options, name) for name in names})
    notes: list[str] = []
    document = study_from(options.file)
    gc.disable()  # as in the window's workers: see app.simulation_worker
    try:
        for piece in simulate(document, wanted, notes.append, name=options.file):
            _print(piece, whole=False)
    finally:
        gc.enable()
    for note in notes:
        sys.stderr.write(f"maestro: {note}\n")
    return EXIT_OK


def _run(options: argparse.Namespace) -> int:
    from app.verbs.run import Wanted, events_from, ran
    from app.verbs.run_json import as_json
    from app.verbs.run_text import as_text
    from app.verbs.study_file import study_from

    names = ("timeline", "time_zone", "country", "on", "follow_texts", "annexe")
    result = ran(
        study_from(options.file),
        events_from(options.events),
        Wanted(**{name: getattr(options, name) for name in names}),
        study_from(options.amended) if options.amended else None,
        Path(options.amended or "").name,
    )
    _print(as_json(result) if options.format == "json" else as_text(result))
    return EXIT_OK


def _open(options: argparse.Namespace) -> int:
    if sys.platform.startswith("linux") and not _has_screen():
        raise VerbError(
            "There is no screen to open a window on. Without one, use maestro schedule, check or export FILE."
        )
    if options.file and is_link(options.file):
        try:
            return int(import_module("ui.start").run(read_link(options.file)))
        except LinkError as error:
            raise VerbError(str(error)) from None
    path = Path(options.file) if options.file else None
    if path is not None and not path.exists():
        raise VerbError(f"{path} does not exist.")
    return int(import_module("ui.start").run(path.absolute() if path is not None else None))


def _has_screen() -> bool:
    """Whether there is a screen on Linux. Qt ends the whole program when it finds out by itself."""
    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    host, _, number = os.environ.get("DISPLAY", "").rpartition(":")
    number = number.partition(".")[0]
    if host not in ("", "unix") or not number.isdigit():
        return bool(os.environ.get("DISPLAY"))
    import socket

    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where every X server on this computer listens
    for address in (f"\0{path}", path):
        with socket.socket(socket.AF_UNIX) as asked:
            if asked.connect_ex(address) == 0:
                return True
    return False


_VERBS = {
    "open": _open,
    "schedule": _schedule,
    "check": _check,
    "export": _export,
    "diff": _diff,
    "apply": _apply,
    "calendar": _calendar,
    "run": _run,
    "simulate": _simulate,
}


def _print(text: str, *, whole: bool = True) -> None:
    # A study's text may hold what the console cannot show; a lone surrogate has no form in any encoding.
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace", encoding="utf-8", newline="\n")
    sys.stdout.write(text if text.endswith("\n") or not text or not whole else text + "\n")
    sys.stdout.flush()


def _print_bytes(content: bytes) -> None:
    """What is to come out as it is, line ends included."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _failed(message: str) -> int:
    sys.stderr.write(f"maestro: {' '.join(message.split())}\n")
    return EXIT_BAD_INPUT


def _program() -> str:
    number = _version()
    return "Maestro" if number == "unknown" else f"Maestro {number}"


def _version() -> str:
    return program_version() or "unknown"


if __name__ == "__main__":
    sys.exit(main())
