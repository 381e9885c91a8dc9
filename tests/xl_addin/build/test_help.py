"""What guides a person: notes, lists, colours, frozen panes, print set-up, the guide."""

import re

import pytest
from openpyxl.utils import get_column_letter, range_boundaries

from udfs.texts import LANGUAGES, text
from xl_addin import schema
from xl_addin.build import layout, palette
from xl_addin.build.entries import LIST_NAMES, ROLE_NAMES, TIER_LEVELS, TIER_NAMES
from xl_addin.build.guide import FORMULA, LABEL, SECOND_PAGE
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
    frozen = {"customers": "C5", "orders": "B5", "contacts": "C5", "follow_up": "B5"}
    assert sheet.freeze_panes == frozen.get(table.name, "A5")
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "&P" in sheet.oddFooter.right.text
    assert "&A" in sheet.oddFooter.left.text


def test_the_print_area_is_made_of_whole_columns(parts):
    names = dict(
        re.findall(
            r'<definedName name="_xlnm.Print_Area" localSheetId="(\d+)">[^<]*!([^<]*)<',
            parts["xl/workbook.xml"].decode(),
        )
    )
    tables = range(1, len(schema.TABLES) + 1)
    assert all(re.fullmatch(r"\$A\$1:\$[A-Z]+\$1048576", names[str(n)]) for n in tables)
    assert names["1"] == "$A$1:$Q$1048576"
    # Of the follow-up everything a person needs on the way, nothing only the program reads.
    follow_up = schema.SHEETS.index("follow_up")
    last = get_column_letter(schema.FOLLOW_UP.names().index("result_note") + 1)
    assert names[str(follow_up)] == f"$A$1:${last}$1048576"


def test_no_gridlines_and_a_coloured_tab_on_every_sheet(empty):
    for sheet in (one for one in empty.worksheets if one.sheet_state == "visible"):
        assert not sheet.sheet_view.showGridLines
        assert sheet.sheet_properties.tabColor is not None
        assert sheet.sheet_view.zoomScale in (None, 100)


def test_choice_columns_offer_the_words_of_the_language_over_all_rows(shop, lang):
    for table in schema.TABLES:
        rules = rules_of(shop, table.name, lang)
        (found,) = sheet_of(shop, table.name, lang).tables.values()
        last = range_boundaries(found.ref)[3]
        for column in (c for c in table.columns if c.kind == "choice" and c.owner == schema.USER):
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
        ("contacts", "contacted_at", "date"),
        ("important_dates", "month", "whole"),
        ("important_dates", "day", "whole"),
        ("important_dates", "year", "whole"),
        ("consents", "withdrawn_on", "date"),
        ("holidays", "day", "date"),
        ("staff", "email", "custom"),
    ],
)
def test_dates_and_numbers_are_checked_with_a_sentence(shop, lang, table, column, kind):
    rule = rules_of(shop, table, lang)[first_cell(table, column)]
    assert rule.type == kind
    assert rule.error
    # An amount below nothing is a refund; nothing else may be negative.
    assert (rule.formula1.startswith("-")) == (column == "amount")


def test_months_and_days_stay_within_the_year(shop, lang):
    rules = rules_of(shop, "important_dates", lang)
    ends = {
        column: (
            rules[first_cell("important_dates", column)].formula1,
            rules[first_cell("important_dates", column)].formula2,
        )
        for column in ("month", "day")
    }
    assert ends == {"month": ("1", "12"), "day": ("1", "31")}


def test_a_flag_the_user_sets_offers_yes_and_no(shop, lang):
    words = ",".join(text(f"choice.{word}", lang) for word in ("yes", "no"))
    flags = [
        (table.name, column.name)
        for table in schema.TABLES
        for column in table.columns
        if column.kind == "flag" and column.owner == schema.USER
    ]
    assert ("follow_up", "done") in flags
    for table, column in flags:
        rule = rules_of(shop, table, lang)[first_cell(table, column)]
        assert (rule.type, rule.formula1) == ("list", f'"{words}"')


def test_computed_columns_have_no_entry_rule(shop, lang):
    for table in schema.TABLES:
        rules = rules_of(shop, table.name, lang)
        for column in table.columns:
            if column.owner == schema.ADDIN:
                assert first_cell(table.name, column.name) not in rules


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
        "young_until": "whole",
        "old_from": "whole",
        "working_country": "textLength",
        "opening_time": "time",
        "closing_time": "time",
        "follow_up_days": "whole",
        "follow_up_cap": "whole",
        "follow_up_cap_days": "whole",
        "follow_up_per_owner": "whole",
        "share_mask": "list",
        "mail_sender": "custom",
        "mail_port": "whole",
        "mail_security": "list",
    }
    assert rules["B6"].formula1 == '"中文,English"'


@pytest.mark.parametrize(
    ("table", "column", "name"),
    [
        ("strategies", "tier", TIER_NAMES),
        ("templates", "tier", TIER_NAMES),
        ("staff", "role", ROLE_NAMES),
    ],
)
def test_lists_follow_the_table_they_draw_on_however_long(empty, lang, table, column, name):
    rule = rules_of(empty, table, lang)[first_cell(table, column)]
    assert (rule.type, rule.formula1, rule.errorStyle) == ("list", name, "warning")


def test_the_names_stand_for_columns_of_tables(empty, lang):
    for name, (table, column) in LIST_NAMES.items():
        caption = schema.caption(table, column, lang)
        expected = f"{schema.table(table).excel_name}[{caption}]"
        assert empty.defined_names[name].value == expected


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
    coloured = (schema.CUSTOMERS, schema.ORDERS, schema.TIERS, schema.CONTACTS, schema.CONSENTS)
    for table in (*coloured, schema.HOLIDAYS, schema.FOLLOW_UP):
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


def test_the_colours_of_a_follow_up_need_no_cell_of_another_sheet(shop, lang):
    """So they are right in a shared copy, which has no settings; and nothing is volatile."""
    formats = sheet_of(shop, "follow_up", lang).conditional_formatting
    formulas = [
        formula for area in formats for rule in area.rules for formula in rule.formula or []
    ]
    assert len(formulas) >= 3
    for formula in formulas:
        assert "!" not in formula
        assert "TODAY" not in formula
        assert not set(LIST_NAMES) & set(re.findall(r"\w+", formula))


def test_what_one_types_into_a_follow_up_stands_out_and_what_machines_read_steps_back(shop, lang):
    sheet = sheet_of(shop, "follow_up", lang)
    cells = {
        column.name: sheet.cell(5, place)
        for place, column in enumerate(schema.FOLLOW_UP.columns, start=1)
    }
    for name in ("done", "outcome", "result_note"):
        assert cells[name].fill.fgColor.rgb == "FF" + palette.TEAL_BREATH[1:]
    for name in ("item", "typed_mark"):
        assert cells[name].font.sz < cells["name"].font.sz
        assert not cells[name].alignment.wrap_text
    for name in ("why", "what_to_do", "contact", "words", "result_note"):
        assert cells[name].alignment.wrap_text


def test_all_rows_of_a_follow_up_are_equally_high(lang):
    short = layout.row_pixels(schema.FOLLOW_UP, [None] * len(schema.FOLLOW_UP.columns))
    long = layout.row_pixels(schema.FOLLOW_UP, ["x " * 300] * len(schema.FOLLOW_UP.columns))
    assert short == long > layout.ROW_PIXELS


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
    commands = ("refresh", "import", "check", "explain", "follow-up", "share", "upgrade", "undo")
    for command in commands:
        assert f"customer-chain {command} CustomerChain.xlsm" in words
    for one in BUTTONS:
        assert one.label(lang) in words
        assert one.tip(lang) in words
    assert FORMULA in words
    assert "install.cmd" in words
    for owner in palette.OWNER_COLOURS:
        assert text(f"owner.{owner}", lang) in words


def test_the_guide_names_the_group_of_buttons_as_the_ribbon_does(lang):
    assert text("group.follow_up", lang) in text("guide.step_3.text", lang)


def test_the_guide_is_printed_on_two_pages_that_break_between_two_sections(empty, lang):
    guide = sheet_of(empty, "guide", lang)
    assert not guide.sheet_properties.pageSetUpPr.fitToPage  # fit to pages would break anywhere
    (page_break,) = guide.row_breaks.brk
    heading = guide.cell(page_break.id + 1, LABEL + 1)
    assert heading.value == text(SECOND_PAGE, lang)
    heights = [guide.row_dimensions[row].height or 0 for row in range(1, guide.max_row + 1)]
    pages = sum(heights[: page_break.id]), sum(heights[page_break.id :])
    for points in pages:
        # A4 without margins is 748 points high.
        assert points * guide.page_setup.scale / 100 < 740


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
