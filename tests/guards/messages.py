"""Fails a test that logs a warning or makes Qt complain, unless it says `@pytest.mark.expected_log(regex)`.

Qt's messages become records of the logger `qt`, so that one rule holds for both. An expected message that
does not come fails the test as well.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Generator

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

# What Qt says on a machine without a desktop session, whatever the program does.
_ENVIRONMENT = re.compile(
    r"This plugin does not support "
    r"(propagateSizeHints|raise|grabbing the keyboard|setting window (masks|opacity))"
)


class Collector(logging.Handler):
    """Keeps the records of at least WARNING that one test logs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


def log_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str | None) -> None:
    """Qt's message handler: the message as a log record of `qt`, with its category."""
    if text and _ENVIRONMENT.search(text):
        return
    category = context.category or "default"
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.ERROR), "[%s] %s", category, text)


_COLLECTED = pytest.StashKey[Collector]()
CALL_PASSED = pytest.StashKey[bool]()
"""Whether the test itself, without set-up and teardown, passed."""


def _judge(item: pytest.Item, collector: Collector) -> list[str]:
    expected = [str(mark.args[0]) for mark in item.iter_markers("expected_log")]
    messages = [(record, record.getMessage()) for record in collector.records]
    faults = [
        f"unexpected {record.levelname} from {record.name} ({record.pathname}:{record.lineno}): {message}"
        for record, message in messages
        if not any(re.search(pattern, message) for pattern in expected)
    ]
    faults += [
        f"expected a log record that matches {pattern!r}, and none came"
        for pattern in expected
        if not any(re.search(pattern, message) for _, message in messages)
    ]
    return faults


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    collector = item.stash[_COLLECTED] = Collector()
    logging.getLogger().addHandler(collector)
    qInstallMessageHandler(log_qt_message)
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    collector = item.stash[_COLLECTED]
    try:
        result = yield
    finally:
        logging.getLogger().removeHandler(collector)
        qInstallMessageHandler(None)
    # A test that failed or was skipped has said enough.
    if item.stash.get(CALL_PASSED, False):
        faults = _judge(item, collector)
        if faults:
            pytest.fail("\n".join(faults), pytrace=False)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[CALL_PASSED] = report.passed
    return report
