"""What guides a person: notes, lists, colours, frozen panes, print set-up, the guide."""

import re

import pytest
from openpyxl.utils import get_column_letter, range_boundaries

from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.build import layout, palette
from xl_addin.build.entries import TIER_LEVELS, TIER_NAMES
from xl_addin.build.guide import FORMULA
from xl_addin.buttons.table import BUTTONS


def sheet_of(book, name, lang):
    return book[layout.sheet_name(name, lang)]


def rules_of(book, name, lang):
    """Data validations by the cell that starts them."""
    found = sheet_of(book, name, lang).data_validations.dataValidation
    return {str(rule.sqref).split(":")[0]: rule for rule in found}


def first_cell(table, column):
    return f"{get_column_letter(schema.table(table).names().index(column) + 1)}5"


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table.name)
def test_every_header_has_a_note_with_owner_and_meaning(shop, lang, table):
    sheet = sheet_of(shop, table.name, lang)
    for position, column in enumerate(table.columns, start=1):
        note = sheet.cell(layout.HEADER + 1, position).comment
        owner, meaning = note.text.split("\n")
        assert owner == text(f"owner.{column.owner}", lang)
        assert meaning == text(f"note.{table.name}.{column.name}", lang)


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table.name)
def test_the_box_of_each_note_has_room_for_all_its_lines(shop, parts, lang, table):
    sheet = sheet_of(shop, table.name, lang)
    drawing = parts[f"xl/drawings/vmlDrawing{schema.TABLES.index(table) + 1}.vml"].decode()
    sizes = re.findall(r"<v:shape .*?width:([\d.]+)pt;height:([\d.]+)pt", drawing, re.S)
    assert len(sizes) == len(table.columns)
    for position, (width, height) in enumerate(sizes, start=1):
        note = sheet.cell(layout.HEADER + 1, position).comment
        # At 9 points a digit is below 7 pixels wide and a line below 17 pixels high.
        lines = layout.lines_needed(note.text, float(width) * 96 / 72 / 7)
        assert float(height) * 96 / 72 >= 17 * lines, note.text


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table.name)
def test_headers_stay_in_view_and_on_every_printed_page(shop, lang, table):
    sheet = sheet_of(shop, table.name, lang)
    assert sheet.freeze_panes == {"customers": "C5", "orders": "B5"}.get(table.name, "A5")
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "&P" in sheet.oddFooter.right.text
    assert "&A" in sheet.oddFooter.left.text


def test_the_print_area_is_made_of_whole_columns(parts):
    names = dict(
        re.findall(
            r'<definedName name="_xlnm.Print_Area" localSheetId="(\d)">[^<]*!([^<]*)<',
            parts["xl/workbook.xml"].decode(),
        )
    )
    assert all(re.fullmatch(r"\$A\$1:\$[A-Z]+\$1048576", names[str(n)]) for n in range(1, 8))
    assert names["1"] == "$A$1:$Q$1048576"


def test_no_gridlines_and_a_coloured_tab_on_every_sheet(empty):
    for sheet in (one for one in empty.worksheets if one.sheet_state == "visible"):
        assert not sheet.sheet_view.showGridLines
        assert sheet.sheet_properties.tabColor is not None
        assert sheet.sheet_view.zoomScale in (None, 100)


def test_choice_columns_offer_the_words_of_the_language_over_all_rows(shop, lang):
    for table in (schema.CUSTOMERS, schema.ORDERS, schema.STRATEGIES):
        rules = rules_of(shop, table.name, lang)
        (found,) = sheet_of(shop, table.name, lang).tables.values()
        last = range_boundaries(found.ref)[3]
        for column in (c for c in table.columns if c.kind == "choice"):
            rule = rules[first_cell(table.name, column.name)]
            words = ",".join(schema.choice_label(choice, lang) for choice in column.choices)
            assert (rule.type, rule.formula1) == ("list", f'"{words}"')
            assert str(rule.sqref).endswith(str(last))
            assert rule.errorTitle
            assert rule.error


@pytest.mark.parametrize(
    ("table", "column", "kind"),
    [
        ("customers", "birthday", "date"),
        ("orders", "order_date", "date"),
        ("orders", "quantity", "whole"),
        ("orders", "refund", "decimal"),
        ("orders", "amount", "decimal"),
        ("tiers", "level", "whole"),
        ("strategies", "return_visit_days", "whole"),
    ],
)
def test_dates_and_numbers_are_checked_with_a_sentence(shop, lang, table, column, kind):
    rule = rules_of(shop, table, lang)[first_cell(table, column)]
    assert rule.type == kind
    assert rule.error
    # An amount below nothing is a refund; nothing else may be negative.
    assert (rule.formula1.startswith("-")) == (column == "amount")


def test_computed_columns_have_no_entry_rule(shop, lang):
    rules = rules_of(shop, "customers", lang)
    for column in schema.CUSTOMERS.columns:
        if column.owner == schema.ADDIN:
            assert first_cell("customers", column.name) not in rules


def test_each_setting_is_checked_by_what_it_is(empty, lang):
    rules = rules_of(empty, "settings", lang)
    kinds = {
        name: rules[f"B{row}"].type
        for row, name in enumerate(schema.SETTING_NAMES, start=5)
        if f"B{row}" in rules
    }
    assert kinds == {
        "analysis_date": "date",
        "language": "list",
        "currency": "list",
        "tier_quantile": "decimal",
        "frequency_cut": "decimal",
        "amount_cut": "decimal",
        "churn_months": "whole",
        "scoring_method": "list",
        "stale_months": "whole",
    }
    assert rules["B6"].formula1 == '"中文,English"'


def test_strategies_offer_the_tiers_of_the_tier_table_however_long(empty, lang):
    rule = rules_of(empty, "strategies", lang)[first_cell("strategies", "tier")]
    assert (rule.type, rule.formula1, rule.errorStyle) == ("list", TIER_NAMES, "warning")
    for name, column in ((TIER_NAMES, "tier"), (TIER_LEVELS, "level")):
        caption = schema.caption("tiers", column, lang)
        assert empty.defined_names[name].value == f"Tiers[{caption}]"


def test_tiers_are_coloured_by_level_and_never_by_name(shop, lang):
    formats = sheet_of(shop, "customers", lang).conditional_formatting
    tier = first_cell("customers", "tier")[:-1]
    rules = [
        rule for area in formats if str(area.sqref).startswith(tier + "5") for rule in area.rules
    ]
    assert len(rules) == 3
    for rule in rules:
        (formula,) = rule.formula
        assert TIER_LEVELS in formula
        assert TIER_NAMES in formula
        for language in LANGUAGES:
            assert text("tier.high_value", language) not in formula


def test_conditional_formats_cover_all_rows_of_their_table(shop, lang):
    for table in (schema.CUSTOMERS, schema.ORDERS, schema.TIERS):
        sheet = sheet_of(shop, table.name, lang)
        (found,) = sheet.tables.values()
        last = range_boundaries(found.ref)[3]
        areas = [range_boundaries(str(area.sqref)) for area in sheet.conditional_formatting]
        assert areas
        assert {(area[1], area[3]) for area in areas} == {(5, last)}


def test_the_churn_flag_is_red_in_either_language(shop, lang):
    column = first_cell("customers", "churn_flag")
    formats = sheet_of(shop, "customers", lang).conditional_formatting
    (rule,) = (r for area in formats if str(area.sqref).startswith(column) for r in area.rules)
    for language in LANGUAGES:
        assert f'"{text("choice.yes", language)}"' in rule.formula[0]


def test_computed_cells_look_different_from_the_users_own(shop, lang):
    sheet = sheet_of(shop, "customers", lang)
    colours = {}
    for position, column in enumerate(schema.CUSTOMERS.columns, start=1):
        cell = sheet.cell(5, position)
        colours.setdefault(column.owner, set()).add(cell.fill.fgColor.rgb)
    assert colours["addin"] == {"FF" + palette.COMPUTED[1:]}
    assert not colours["user"] & colours["addin"]


def test_one_typeface_everywhere_and_none_left_to_the_theme(parts):
    styles = parts["xl/styles.xml"].decode()
    fonts = re.findall(r"<font>.*?</font>", styles, re.S)
    cells = re.search(r"<cellXfs.*?</cellXfs>", styles, re.S).group(0)
    # XlsxWriter also lists a font for notes that no cell uses.
    used = [fonts[int(number)] for number in set(re.findall(r'fontId="(\d+)"', cells))]
    assert all(f'<name val="{palette.FONT}"/>' in font and "<scheme" not in font for font in used)
    notes = [xml.decode() for name, xml in parts.items() if name.startswith("xl/comments")]
    assert len(notes) == len(schema.TABLES)
    assert {name for xml in notes for name in re.findall(r'<rFont val="([^"]*)"', xml)} == {
        palette.FONT
    }
    theme = parts["xl/theme/theme1.xml"].decode()
    assert set(re.findall(r'<a:latin typeface="([^"]*)"', theme)) == {palette.FONT}


def test_the_guide_names_every_sheet_with_a_link_every_button_and_every_command(empty, lang):
    guide = sheet_of(empty, "guide", lang)
    words = "\n".join(str(cell.value) for row in guide.iter_rows() for cell in row if cell.value)
    links = {
        cell.value: cell.hyperlink for row in guide.iter_rows() for cell in row if cell.hyperlink
    }
    for name in schema.SHEETS[1:]:
        caption = layout.sheet_name(name, lang)
        assert links[caption].location == f"'{caption}'!A1"
    for command in ("refresh", "import", "check", "explain", "undo"):
        assert f"customer-chain {command} CustomerChain.xlsm" in words
    for one in BUTTONS:
        assert one.label(lang) in words
        assert one.tip(lang) in words
    assert FORMULA in words
    assert "install.cmd" in words
    for owner in palette.OWNER_COLOURS:
        assert text(f"owner.{owner}", lang) in words


def test_the_guide_shows_the_real_colours_of_the_owners(empty, lang):
    guide = sheet_of(empty, "guide", lang)
    cells = {cell.value: cell for row in guide.iter_rows() for cell in row}
    for owner, (fill, *_) in palette.OWNER_COLOURS.items():
        assert cells[text(f"owner.{owner}", lang)].fill.fgColor.rgb == "FF" + fill[1:]


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table.name)
def test_no_word_of_a_header_is_broken_for_want_of_width(table, lang):
    for column in table.columns:
        for word in schema.caption(table.name, column.name, lang).split():
            # Indent and edge take two digits.
            assert layout.text_width(word) + 2 <= column.width, (column.name, word)


def test_a_tall_row_shows_all_lines_of_its_longest_text():
    short = layout.row_pixels(schema.SEGMENTS, ["x", "555", "y"])
    long = layout.row_pixels(schema.SEGMENTS, ["x", "555 " * 60, "y"])
    assert long >= short + 2 * layout.LINE_PIXELS
    assert layout.row_pixels(schema.CUSTOMERS, ["x" * 500] * 43) == layout.ROW_PIXELS
