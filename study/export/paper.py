"""Paper sizes and how a sheet of them is held."""

from __future__ import annotations

from dataclasses import dataclass

MARGIN_MM = 12.0
"""The margin on all four sides of every page that is made here."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet in millimetres, as it is held. `name` is "a4" or "letter"; `excel` its number in a workbook."""

    name: str
    width: float
    height: float
    excel: int

    @property
    def css(self) -> str:
        """The value of CSS's `size` for it."""
        name = {"a4": "A4", "letter": "letter"}[self.name]
        return f"{name} {'landscape' if self.is_landscape else 'portrait'}"

    @property
    def is_landscape(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height

    def held(self, orientation: str) -> Paper:
        """The same sheet held "portrait" or "landscape"."""
        short, long = sorted((self.width, self.height))
        if orientation == "landscape":
            return Paper(self.name, long, short, self.excel)
        return Paper(self.name, short, long, self.excel)


A4 = Paper("a4", 210.0, 297.0, 9)
LETTER = Paper("letter", 215.9, 279.4, 1)
PAPERS = {"a4": A4, "letter": LETTER}
ORIENTATIONS = ("landscape", "portrait")

# Where letter is the usual size (CLDR, supplemental data on paper sizes).
_LETTER_COUNTRIES = frozenset(
    ("US", "CA", "MX", "BZ", "CL", "CO", "CR", "GT", "NI", "PA", "PH", "PR", "SV", "VE")
)


def paper_of_country(country: str) -> Paper:
    """The usual size where the two letters of a country are known, else A4."""
    return LETTER if country.upper() in _LETTER_COUNTRIES else A4
