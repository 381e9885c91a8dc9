"""A masked value is masked wherever it stands, and never counts as seen."""

import doctest

from tests.xl_addin.copying.making_copies import Small, copy_of, opened, parts_of
from xl_addin.copying import Forbidden, masks
from xl_addin.copying.masks import MaskedWords

PHONES = ["13911112222", "13911113333", "13911114444", "13911115555"]


def hide(text):
    return f"{text[:3]}****{text[-2:]}"


def phone_book(folder, value=str):
    small = Small(folder / "master.xlsx")
    small.captions[5] = "Phone"
    for row, phone in enumerate(PHONES, 3):
        small.customers.write(row, 5, value(phone))
        small.orders.write(row * 2 - 3, 1, f"new: {phone}.")
        small.customers.write_comment(row, 1, f"call {phone}")
        small.customers.write_url(row, 1, f"https://x.example/{phone}", None, "call")
    return small


def test_the_examples_in_the_docstrings_are_true():
    assert doctest.testmod(masks).failed == 0


def test_cells_of_a_masked_column_show_what_the_mask_makes_of_them(tmp_path):
    copy = copy_of(phone_book(tmp_path).close(), masks={"Phone": hide})
    sheet = opened(copy)["Customers"]
    assert [sheet["F4"].value, sheet["F5"].value] == ["139****33", "139****55"]
    assert copy.report.masked == 2


def test_numbers_are_masked_as_their_text(tmp_path):
    copy = copy_of(phone_book(tmp_path, int).close(), masks={"Phone": hide})
    assert opened(copy)["Customers"]["F4"].value == "139****33"


def test_the_masked_value_is_nowhere_else_in_the_copy(tmp_path):
    copy = copy_of(
        phone_book(tmp_path).close(), orders=None, masks={"Phone": hide}, rows=None,
        forbidden=Forbidden(PHONES),
    )  # fmt: skip
    everything = b"".join(parts_of(copy.package).values())
    assert not [phone for phone in PHONES if phone.encode() in everything]
    assert opened(copy)["Orders"]["B4"].value == "new: 139****22."
    assert opened(copy)["Orders"]["B5"].value == "C5"
    assert {"notes": 4, "links": 4}.items() <= copy.report.dropped.items()


def test_a_formula_over_a_masked_column_computes_anew_and_keeps_no_old_value(tmp_path):
    small = phone_book(tmp_path)
    small.captions.append("Text")
    for row in range(4, 8):
        small.formula(small.customers, f"G{row}", f'="t "&F{row}', f"t {PHONES[row - 4]}")
    sheet = copy_of(small.close(), masks={"Phone": hide})
    assert opened(sheet)["Customers"]["G4"].value == '="t "&F4'
    assert opened(sheet, values=True)["Customers"]["G4"].value is None


def test_our_function_over_a_masked_cell_leaves_nothing(tmp_path):
    small = phone_book(tmp_path)
    small.captions.append("Words")
    for row in range(4, 8):
        small.formula(small.customers, f"G{row}", f"=CC_EXPLAIN(F{row})", f"x {PHONES[row - 4]} y")
    copy = copy_of(small.close(), masks={"Phone": hide})
    assert opened(copy)["Customers"]["G4"].value is None
    assert copy.report.blanked == ("Customers!G4", "Customers!G5")


def test_notes_and_links_that_tell_a_masked_value_go_even_if_nothing_is_forbidden(tmp_path):
    copy = copy_of(phone_book(tmp_path).close(), masks={"Phone": hide})
    everything = b"".join(parts_of(copy.package).values())
    assert not [phone for phone in PHONES[1::2] if phone.encode() in everything]
    assert {"notes": 2, "links": 2}.items() <= copy.report.dropped.items()


def test_words_are_masked_whole_only():
    masked = MaskedWords({"13911112222": "M", "fang@x.example": "N"})
    assert masked("(13911112222), 139111122223") == "(M), 139111122223"
    assert masked("write fang@x.example.") == "write N."
