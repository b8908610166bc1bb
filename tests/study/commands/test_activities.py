"""Activities: added, renamed, deleted, swapped, in groups and in another order."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from study.commands.activities import AddActivity, DeleteActivities, SwapActivity
from study.commands.activity_rows import GroupActivities, ReorderActivities, Ungroup
from study.commands.rename import RenameEntity
from study.document import Document
from study.model import StudyDesign
from study.soa import schedule_of_activities
from tests.study.commands.lawful import BOTH, STUDIES, done, opened, refused
from tests.study.studies import SAMPLE

ALEXION, LZZT, LILLY_3 = STUDIES[:3]


def design_of(document: Document) -> StudyDesign:
    return document.designs()[0]


def rows(document: Document) -> list[tuple[int, str]]:
    """The table's rows: level and title."""
    found = document.default_timeline()
    assert found is not None
    return [(row.level, row.title) for row in schedule_of_activities(found[2], found[1]).rows]


def chain(document: Document) -> list[str]:
    """The activities as previousId and nextId link them, from both ends alike."""
    by_id = {a.id: a for a in design_of(document).activities if a.id}
    forward, backward = (
        [a for a in by_id.values() if not a.previous],
        [a for a in by_id.values() if not a.next],
    )
    assert len(forward) == 1
    assert len(backward) == 1
    there, back = [str(forward[0].id)], [str(backward[0].id)]
    while (after := by_id[there[-1]].next) is not None:
        there.append(after)
    while (before := by_id[back[-1]].previous) is not None:
        back.append(before)
    assert there == back[::-1]
    return there


def listed(document: Document) -> list[str]:
    return [str(a.id) for a in design_of(document).activities]


def assert_linked(document: Document) -> None:
    """The list, the links and every id agree."""
    assert chain(document) == listed(document)


def named(document: Document, titles: Iterable[str]) -> tuple[str, ...]:
    by_title = {a.title: str(a.id) for a in design_of(document).activities}
    return tuple(by_title[title] for title in titles)


@pytest.mark.parametrize("name", STUDIES)
def test_an_activity_is_added_behind_another_in_its_group(name: str) -> None:
    document = opened(name)
    activities = design_of(document).activities
    group = next((a for a in activities if a.children), None)
    beside = str(group.children[0]) if group is not None else str(activities[2].id)
    executed = done(document, AddActivity("Hand grip strength", after=beside))

    assert executed.title == "Add the activity Hand grip strength"
    assert_linked(document)
    new = next(a for a in design_of(document).activities if a.title == "Hand grip strength")
    assert listed(document)[listed(document).index(beside) + 1] == new.id
    assert new.raw.get("childIds") == ([] if document.capabilities.child_ids else None)
    assert ("extensionAttributes" in new.raw) == document.capabilities.extension_attributes
    assert set(new.raw) == set(activities[0].raw)
    if group is not None:
        assert group.children[1] == new.id


@pytest.mark.parametrize("name", STUDIES)
def test_deleting_takes_marks_places_and_links_along(name: str) -> None:
    document = opened(name)
    marked = {a for _, _, t in document.timelines() for i in t.instances for a in i.activities}
    two = [str(a.id) for a in design_of(document).activities if a.id in marked][1:3]
    done(document, DeleteActivities(tuple(two)), explains=("DDF00016",))

    assert_linked(document)
    text = document.to_bytes().decode()
    for address in two:
        assert f'"{address}"' not in text


def test_a_deleted_group_leaves_its_children_where_it_stood() -> None:
    document = opened(ALEXION)
    group = next(a for a in design_of(document).activities if a.children)
    before = rows(document)
    at = before.index((0, group.title))
    children = len(group.children)
    done(document, DeleteActivities((str(group.id),)))
    assert_linked(document)
    assert rows(document)[at : at + children] == [
        (0, title) for _, title in before[at + 1 : at + 1 + children]
    ]


def test_a_group_can_be_deleted_with_all_in_it() -> None:
    document = opened(ALEXION)
    group = next(a for a in design_of(document).activities if a.children)
    gone = {str(group.id), *group.children}
    executed = done(document, DeleteActivities((str(group.id),), with_children=True), explains=("DDF00016",))
    assert executed.title == f"Delete {group.title} with all in it"
    assert gone.isdisjoint(listed(document))
    assert_linked(document)


@pytest.mark.parametrize("name", BOTH)
def test_everything_can_be_deleted(name: str) -> None:
    document = opened(name)
    every = tuple(listed(document))
    done(document, DeleteActivities(every), explains=("DDF00016",))
    assert listed(document) == []
    assert all(not i.activities for _, _, t in document.timelines() for i in t.instances)


def test_a_footnote_of_one_cell_goes_with_its_activity_and_never_grows_to_a_column() -> None:
    document = opened(LZZT)
    footnote = next(c for c in design_of(document).conditions if len(c.applies_to) == 1)
    (activity,) = footnote.applies_to
    other = next(c for c in design_of(document).conditions if len(c.applies_to) > 1)
    executed = done(document, DeleteActivities((activity,)))
    assert executed.title.endswith(", with 1 footnote")
    left = [c.id for c in design_of(document).conditions]
    assert footnote.id not in left
    assert other.id in left


@pytest.mark.parametrize("name", STUDIES)
def test_rows_are_dragged_together_to_the_top(name: str) -> None:
    document = opened(name)
    top = [r[1] for r in rows(document) if r[0] == 0]
    moved = named(document, top[-2:])
    done(document, ReorderActivities(moved[::-1], after=None))
    assert [r[1] for r in rows(document) if r[0] == 0] == [*top[-2:], *top[:-2]]
    assert_linked(document)


def test_a_row_is_dragged_into_a_group_behind_one_of_its_rows_and_out_again() -> None:
    document = opened(ALEXION)
    groups = [a for a in design_of(document).activities if a.children]
    row, beside = groups[0].children[3], groups[1].children[0]
    done(document, ReorderActivities((row,), after=beside))
    assert groups[1].children[:2] == (beside, row)
    assert row not in groups[0].children
    assert_linked(document)

    done(document, ReorderActivities((row,), after=groups[1].children[-1], group=None))
    assert not any(row in group.children for group in groups)
    at = rows(document).index((0, document.index.unique[row]["label"]))
    assert rows(document)[at - 1][0] == 1
    assert rows(document)[at + 1][0] == 0
    assert_linked(document)


def test_a_row_dropped_on_a_groups_head_is_its_first() -> None:
    document = opened(ALEXION)
    groups = [a for a in design_of(document).activities if a.children]
    row = groups[2].children[0]
    done(document, ReorderActivities((row,), after=str(groups[0].id)))
    assert groups[0].children[0] == row
    assert listed(document)[listed(document).index(str(groups[0].id)) + 1] == row
    assert_linked(document)


def test_a_group_moves_with_all_in_it_and_never_into_itself() -> None:
    document = opened(ALEXION)
    groups = [a for a in design_of(document).activities if a.children]
    first, second = groups[0], groups[1]
    done(document, ReorderActivities((str(first.id),), after=second.children[-1], group=None))
    at = listed(document).index(str(first.id))
    assert listed(document)[at : at + 1 + len(first.children)] == [first.id, *first.children]
    assert_linked(document)
    assert "into itself" in refused(document, ReorderActivities((str(first.id),), after=first.children[0]))


def test_rows_dropped_among_themselves_stay_together() -> None:
    document = opened(LZZT)
    order = listed(document)
    done(document, ReorderActivities((order[2], order[5]), after=order[2]))
    assert listed(document)[:6] == [order[0], order[1], order[2], order[5], order[3], order[4]]
    assert_linked(document)


@pytest.mark.parametrize("name", [ALEXION, LZZT, SAMPLE])
def test_activities_are_grouped_where_the_first_of_them_stood(name: str) -> None:
    document = opened(name)
    flat = [str(a.id) for a in design_of(document).activities if not a.children]
    chosen = (flat[4], flat[1], flat[2])
    executed = done(document, GroupActivities(chosen, "Vital functions"))
    assert executed.title.endswith("as Vital functions")
    group = next(a for a in design_of(document).activities if a.title == "Vital functions")
    assert group.children == (flat[1], flat[2], flat[4])
    assert_linked(document)
    order = listed(document)
    at = order.index(str(group.id))
    assert order[at : at + 4] == [group.id, flat[1], flat[2], flat[4]]

    done(document, Ungroup(str(group.id)))
    assert group.id not in listed(document)
    assert_linked(document)


def test_activities_of_several_groups_are_grouped_behind_the_first_of_these() -> None:
    document = opened(ALEXION)
    one, two = [a for a in design_of(document).activities if a.children][1:3]
    chosen = (one.children[-1], two.children[0])
    done(document, GroupActivities(chosen, "Mixed"))
    group = next(a for a in design_of(document).activities if a.title == "Mixed")
    assert group.children == chosen
    assert not set(chosen) & {*one.children, *two.children}
    titles = [title for level, title in rows(document) if level == 0]
    assert titles.index("Mixed") == titles.index(one.title) + 1
    assert_linked(document)


def test_a_group_within_a_group_is_moved_out_with_all_in_it() -> None:
    document = opened(ALEXION)
    outer = next(a for a in design_of(document).activities if a.children)
    held = outer.children
    done(document, GroupActivities(held[-2:], "Inner"))
    inner = next(a for a in design_of(document).activities if a.title == "Inner")
    assert outer.children == (*held[:-2], inner.id)
    assert [level for level, title in rows(document) if title == "Inner"] == [1]
    done(document, ReorderActivities((str(inner.id),), after=str(outer.id), group=None))
    assert outer.children == held[:-2]
    order = listed(document)
    at = order.index(str(inner.id))
    assert order[at - 1] == held[-3]
    assert order[at + 1 : at + 3] == list(held[-2:])
    assert_linked(document)
    done(document, ReorderActivities((str(inner.id),), after=held[0]))
    assert outer.children == (held[0], inner.id, *held[1:-2])
    done(document, Ungroup(str(inner.id)))
    assert outer.children == (held[0], *held[-2:], *held[1:-2])
    assert_linked(document)


def test_a_file_without_groups_refuses_them_with_a_sentence() -> None:
    document = opened(LILLY_3)
    first, second = listed(document)[:2]
    assert "USDM 3" in refused(document, GroupActivities((first, second), "Safety"))
    assert "USDM 3" in refused(document, AddActivity("ECG", group=first))
    assert "USDM 3" in refused(document, ReorderActivities((first,), after=second, group=second))
    assert "no group" in refused(document, Ungroup(first))


@pytest.mark.parametrize("name", BOTH)
def test_one_activity_stands_in_for_another_everywhere(name: str) -> None:
    document = opened(name)
    instances = [i for _, _, t in document.timelines() for i in t.instances]
    used = [str(a.id) for a in design_of(document).activities if any(a.id in i.activities for i in instances)]
    old, new = used[0], used[-1]
    at_old = [i.id for i in instances if old in i.activities]
    at_new = [i.id for i in instances if new in i.activities]
    done(document, SwapActivity(old, new))
    assert [i.id for i in instances if new in i.activities] == [
        i.id for i in instances if i.id in at_old or i.id in at_new
    ]
    assert old not in listed(document)
    assert_linked(document)
    done(document, SwapActivity(new, used[1], keep_old=True))
    assert new in listed(document)


def test_the_footnote_of_a_procedure_goes_over_to_what_takes_its_place() -> None:
    document = opened(LILLY_3)
    design = design_of(document)
    old = next(
        a
        for a in design.activities
        if any(p.id in c.applies_to for p in a.procedures for c in design.conditions)
    )
    parts = {p.id for p in old.procedures}
    notes = [c for c in design.conditions if parts & set(c.applies_to)]
    new = str(design.activities[7].id)
    done(document, SwapActivity(str(old.id), new))
    assert notes
    assert all(new in note.applies_to for note in notes)


@pytest.mark.parametrize(
    ("label", "name", "then_label", "then_name"),
    [
        ("Weight", "Weight", "Body weight", "Body weight"),
        ("Weight", "WT", "Body weight", "WT"),
        ("", "WT", "", "Body weight"),
        ("  ", "WT", "  ", "Body weight"),
    ],
)
def test_a_new_name_goes_where_people_read_it(label: str, name: str, then_label: str, then_name: str) -> None:
    document = opened("minimal-v4")
    activity = design_of(document).activities[0]
    activity.raw["label"], activity.raw["name"] = label, name
    done(document := Document.from_bytes(_written(document)), RenameEntity(str(activity.id), "Body weight"))
    renamed = design_of(document).activities[0]
    assert (renamed.label, renamed.name, renamed.title) == (then_label, then_name, "Body weight")


def _written(document: Document) -> bytes:
    document.note_change()
    return document.to_bytes()


@pytest.mark.parametrize("text", ["x" * 10_000, "قياس ضغط الدم", "e\u0301" * 400, "👩🏽‍⚕️ visit", "a\nb"])
def test_any_name_is_kept_as_it_is_typed_and_shortened_in_titles(text: str) -> None:
    document = opened(SAMPLE)
    first = listed(document)[0]
    executed = done(document, RenameEntity(first, text))
    assert design_of(document).activities[0].title == text
    assert len(executed.title) < 200
    done(document, AddActivity(text, after=first))
    added = [a for a in design_of(document).activities if a.title == text]
    assert len(added) == 2
    assert len({a.name for a in added}) == 2


def test_what_cannot_be_done_is_refused_with_a_sentence() -> None:
    document = opened(SAMPLE)
    first = listed(document)[0]
    encounter = str(design_of(document).encounters[0].id)
    assert "type one" in refused(document, AddActivity("  "))
    assert "not in the study" in refused(document, AddActivity("ECG", after="nowhere"))
    assert "no activity" in refused(document, DeleteActivities((encounter,)))
    assert "Nothing is chosen" in refused(document, DeleteActivities(()))
    assert "another activity" in refused(document, SwapActivity(first, first))
    assert "type one" in refused(document, RenameEntity(first, "\t"))
    assert "no name in USDM" in refused(
        document, RenameEntity(str(design_of(document).timelines[0].exits[0].id), "Way out")
    )


def test_what_shares_its_id_is_left_alone() -> None:
    document = opened(SAMPLE)
    activities = design_of(document).raw["activities"]
    activities[1]["id"] = activities[0]["id"]
    document = Document.from_bytes(_written(document))
    twin = listed(document)[0]
    assert "twice" in refused(document, DeleteActivities((twin,)))
    assert "twice" in refused(document, RenameEntity(twin, "Other"))
    others = tuple(a for a in listed(document) if a != twin)
    done(document, ReorderActivities((others[-1],), after=others[0]))
    done(document, DeleteActivities((others[3],)), explains=("DDF00016",))
