"""Dates and contact modes on cards: by the locale, short on the card and whole in its tooltip."""

from __future__ import annotations

from collections.abc import Sequence

from study.dating import DatedTime
from study.dating_words import card_dates_text, when_dates_text
from study.language import translate
from study.model import Code
from ui.dates.locale_dates import locale_dates

# CDISC controlled terminology, ContactMode: how people meet -> a Lucide icon.
_MODES = {"C175574": "user", "C171537": "phone"}


def contact_icon(modes: Sequence[Code]) -> str:
    """The icon of the first way of contact that has one; "" for none."""
    return next((_MODES[mode.code] for mode in modes if mode.code in _MODES), "")


def card_date(dated: DatedTime) -> str:
    """The day on a card: "Tue, 4 Mar", with a holiday's name; a forecast and what took place are marked."""
    return card_dates_text(dated, locale_dates())


def dates_text(dated: DatedTime) -> str:
    """The date and what its window means in dates; "" where it has no date."""
    text = when_dates_text(dated, locale_dates())
    if dated.holiday or not dated.weekend:
        return text
    return translate("canvas", "{dates}, on the weekend").format(dates=text)
