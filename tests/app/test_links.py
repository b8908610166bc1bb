"""Links into a study: written and read again, refused where they are not ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.links import Link, LinkError, is_link, read_link

printable = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=40)


@given(printable, printable, printable)
def test_what_is_written_is_read(study: str, address: str, timeline: str) -> None:
    link = Link(study, address, timeline)
    assert read_link(str(link)) == link


def test_how_a_link_looks() -> None:
    assert str(Link("4f1c", "Visit 8&9")) == "maestro:open?study=4f1c&at=Visit%208%269"
    assert read_link("MAESTRO://open/?study=4f1c&at=E1") == Link("4f1c", "E1")
    assert is_link("Maestro:anything")
    assert not is_link("/home/maestro:file.json")


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/open?study=1",
        "maestro:delete?study=1",
        "maestro:open",
        "maestro:open?study=",
        "maestro:open?at=E1",
        "maestro:open?study=a%00b",
        "maestro:open?study=%ff",
        "maestro:open?study=" + "1" * 3000,
        "maestro:open?" + "&".join(f"a{n}=1" for n in range(20)) + "&study=1",
        "maestro://[",
    ],
)
def test_what_is_no_link_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(LinkError, match=r"^This link .*\.$"):
        read_link(text)


def test_a_link_never_names_a_file() -> None:
    with pytest.raises(LinkError):
        read_link("maestro:open?file=/etc/passwd")
