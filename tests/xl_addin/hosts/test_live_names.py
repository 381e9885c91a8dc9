"""Names that sheets from a donor need are made for the workbook's own tables."""

from types import SimpleNamespace

import pytest

from xl_addin import schema
from xl_addin.hosts.live_names import bring, lacking, remove
from xl_addin.hosts.live_tables import LiveTable
from xl_addin.package.references import Area
from xl_addin.package.structure import SheetPart, TablePart


class Names(dict):
    """The names of a workbook, as xlwings shows them."""

    def __init__(self, **refers_to):
        super().__init__()
        for name, words in refers_to.items():
            self.add(name, words)

    def add(self, name, refers_to):
        delete = lambda: self.pop(name)  # noqa: E731
        self[name] = SimpleNamespace(name=name, refers_to=refers_to, delete=delete)

    def __iter__(self):
        return iter(list(self.values()))

    def told(self):
        return {name: one.refers_to for name, one in self.items()}


def book(**refers_to):
    return SimpleNamespace(names=Names(**refers_to))


def table(name, excel_name, captions):
    area = Area(4, 1, 6, len(captions))
    nothing = (None,) * len(captions)
    part = TablePart(excel_name, "p", SheetPart("S", "s"), area, captions, nothing, True, False)
    return {name: LiveTable(name, part, None, None)}


def captions(name, lang):
    return tuple(schema.caption(name, column, lang) for column in schema.table(name).names())


def test_only_names_of_the_whole_donor_that_the_workbook_lacks_are_wanted():
    donor = book(TierNames="=Tiers[Tier]", RoleNames="=Roles[Role]", TierLevels="=Tiers[Level]")
    donor.names.add("Staff!Print_Area", "=Staff!$A:$E")
    mine = book(TierNames="=MyTiers!$A$1:$A$9", TierLevels="=#REF!")
    assert lacking(mine, donor) == {"RoleNames": "=Roles[Role]", "TierLevels": "=Tiers[Level]"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_name_stands_for_the_column_as_the_workbook_calls_it(lang):
    mine = book()
    tables = table("roles", "MyRoles", captions("roles", lang))
    assert bring(mine, {"RoleNames": "=Roles[Role]"}, tables) == ["RoleNames"]
    own = schema.caption("roles", "role", lang)
    assert mine.names.told() == {"RoleNames": f"=MyRoles[{own}]"}


def test_libreoffice_s_way_to_write_what_it_does_not_know_is_understood():
    mine = book()
    bring(mine, {"TierNames": "=tiers[tier]"}, table("tiers", "Tiers", captions("tiers", "en")))
    assert mine.names.told() == {"TierNames": "=Tiers[Tier]"}


@pytest.mark.parametrize("refers_to", ["=Tiers[Tier]", "=Roles[Nothing]", "=Staff!$A$1", "=Own[a]"])
def test_what_has_no_table_here_is_not_made_and_what_the_copying_brought_of_it_goes(refers_to):
    mine = book(Brought="=[CustomerChain-1a2b3c4d.xlsx]Tiers!$A$5", Mine="=A1")
    made = bring(mine, {"Brought": refers_to}, table("roles", "Roles", captions("roles", "en")))
    assert made == []
    assert mine.names.told() == {"Mine": "=A1"}


def test_signs_with_a_meaning_in_brackets_are_escaped(monkeypatch):
    known = {"role [#1]": "role"}
    monkeypatch.setattr(schema, "column_by_caption", lambda name: known)
    monkeypatch.setattr(schema, "normal_caption", lambda words: str(words).casefold())
    mine = book()
    bring(mine, {"RoleNames": "=Roles[Role '['#1']]"}, table("roles", "Roles", ("Role [#1]",)))
    assert mine.names.told() == {"RoleNames": "=Roles[Role '['#1']]"}


def test_names_that_are_gone_already_are_no_trouble():
    mine = book(Mine="=A1")
    remove(mine, ["Mine", "Gone"])
    assert mine.names.told() == {}
