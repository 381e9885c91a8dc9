"""The tables and columns, once: captions, owners, choices."""

import pytest

from udfs.texts import LANGUAGES, catalogue
from xl_addin import schema

COLUMNS = [(table, column) for table in schema.TABLES for column in table.columns]

# The rows of the mission that are columns of the customer file.
CUSTOMER_FILE = {
    "F02": "name sex birthday phone email address region company",
    "F06": "consent_purpose consent_given_on consent_withdrawn_on",
    "F11": "preferences",
    "F12": "explicit_needs implicit_needs",
    "F13": "sex birthday income_level",
    "F14": "source preferred_channel",
    "F15": "lifestyle interests",
    "F16": "region city",
}
COMPUTED = [
    "recency_days",
    "order_count",
    "revenue",
    "first_order",
    "last_order",
    "r_score",
    "f_score",
    "m_score",
    "rfm_score",
    "segment",
    "tier",
    "previous_tier",
    "tier_changed_on",
    "gap_to_next_tier",
    "churn_flag",
    "why",
    "tier_tag",
]


def test_every_column_has_a_caption_and_a_note():
    for table, column in COLUMNS:
        assert f"column.{table.name}.{column.name}" in catalogue()
        assert f"note.{table.name}.{column.name}" in catalogue()


def test_every_choice_has_its_word():
    for _, column in COLUMNS:
        for choice in column.choices:
            assert all(schema.choice_label(choice, lang) for lang in LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_captions_of_a_table_are_all_different(lang):
    for table in schema.TABLES:
        captions = [
            schema.normal_caption(schema.caption(table.name, name, lang)) for name in table.names()
        ]
        assert len(set(captions)) == len(captions)


def test_a_caption_in_any_spelling_names_one_column_only():
    for table in schema.TABLES:
        known = schema.column_by_caption(table.name)
        for column in table.columns:
            for lang in LANGUAGES:
                caption = schema.caption(table.name, column.name, lang)
                for spelling in (caption, caption.upper(), f" {caption} ", column.name):
                    assert known[schema.normal_caption(spelling)] == column.name


def test_full_width_and_line_breaks_in_a_caption_do_not_matter():
    known = schema.column_by_caption("customers")
    assert known[schema.normal_caption("ＲＦＭ\n得分")] == "rfm_score"


def test_the_columns_of_the_customer_file_are_the_users():
    own = set(schema.CUSTOMERS.names(schema.USER))
    for names in CUSTOMER_FILE.values():
        assert set(names.split()) <= own


def test_the_computed_columns_are_the_addins():
    assert set(schema.CUSTOMERS.names(schema.ADDIN)) == set(COMPUTED)


def test_nothing_of_the_orders_is_the_addins():
    assert schema.ORDERS.names(schema.ADDIN) == []
