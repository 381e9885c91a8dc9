"""The base fingerprint: the same for the same content, whatever its order, language and place."""

import hashlib
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.xl_addin.commands.follow_up.shop import contact, customer, shop
from xl_addin.commands.share.fingerprint import base_fingerprint, canonical_lines

ROWS = [
    customer("A1", birthday=date(1980, 5, 1), sex="female", note="likes tea"),
    customer("A2", phone="007", name="O'Neil"),
    customer(3.0, email="x@example.com"),
]
TALKS = [contact("A1", datetime(2026, 1, 5, 10, 30)), contact("A2", datetime(2026, 1, 6))]


def book(rows=ROWS, lang="en", **tables):
    return shop(rows, contacts=TALKS, lang=lang, **tables).read()


def test_the_lines_are_those_of_the_documentation():
    lines = list(canonical_lines(shop([customer("A1")], lang="zh").read()))
    assert lines[0] == '["customer-chain base 1"]'
    assert lines[1] == '["table","contacts"]'
    start = lines.index('["table","customers"]')
    columns = lines[start + 1]
    assert columns.startswith('["columns","address","birthday","city"')
    assert '"revenue"' not in columns
    assert lines[start + 2].startswith('["","","",')
    text = "".join(f"{line}\n" for line in lines)
    whole = shop([customer("A1")], lang="en").read()
    assert base_fingerprint(whole) == hashlib.sha256(text.encode()).hexdigest()


@given(st.permutations(ROWS))
def test_the_order_of_rows_does_not_matter(rows):
    assert base_fingerprint(book(rows)) == base_fingerprint(book())


def test_neither_language_nor_order_of_columns_nor_blank_rows_matter():
    wanted = base_fingerprint(book())
    assert base_fingerprint(book(lang="zh")) == wanted
    turned = book()
    turned["customers"].columns = dict(reversed(turned["customers"].columns.items()))
    assert base_fingerprint(turned) == wanted
    longer = book()
    for cells in longer["customers"].columns.values():
        cells.append(None)
    assert base_fingerprint(longer) == wanted


def test_computed_columns_and_formulas_of_the_users_own_do_not_matter():
    wanted = base_fingerprint(book())
    refreshed = book()
    refreshed["customers"].columns["revenue"] = [1.0, 2.0, 3.0]
    refreshed["customers"].extra["Twice"] = [2.0, 4.0, 6.0]
    refreshed["customers"].calculated = frozenset({"Twice"})
    assert base_fingerprint(refreshed) == wanted


def test_rules_and_settings_do_not_matter():
    changed = book()
    changed["settings"].columns["value"][0] = date(2026, 1, 1)
    assert base_fingerprint(changed) == base_fingerprint(book())


def test_line_breaks_are_the_same_whichever_program_saved_them():
    one, other = (book([customer("A1", note=f"a{end}b")]) for end in ("\n", "\r\n"))
    assert base_fingerprint(one) == base_fingerprint(other)


def test_every_typed_cell_matters():
    seen = {base_fingerprint(book())}
    for column, value in (("phone", "008"), ("note", "x"), ("birthday", date(1980, 5, 2))):
        changed = book()
        changed["customers"].columns[column][0] = value
        seen.add(base_fingerprint(changed))
    own = book()
    own["customers"].extra["Twice"] = [2.0, 4.0, 6.0]
    seen.add(base_fingerprint(own))
    fewer = book(ROWS[:2])
    seen.add(base_fingerprint(fewer))
    assert len(seen) == 6


def test_a_cell_may_not_slip_into_its_neighbour():
    first = book([customer("A1", name="a", note="b")])
    second = book([customer("A1", name="b", note="a")])
    assert base_fingerprint(first) != base_fingerprint(second)
