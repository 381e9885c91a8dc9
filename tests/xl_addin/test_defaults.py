"""What a new workbook starts with: settings, rules and strategies that fit together."""

from datetime import date, time

import pytest

from tests.xl_addin.books import book
from udfs.texts import LANGUAGES
from xl_addin import schema
from xl_addin.defaults import default_tables, settings_rows
from xl_addin.settings import Settings, read_settings


@pytest.mark.parametrize("lang", LANGUAGES)
def test_settings_start_with_the_promised_defaults(lang):
    settings = default_tables(lang)["settings"]
    values = dict(zip(schema.SETTING_NAMES, settings["value"], strict=True))
    filled = {name: value for name, value in values.items() if value is not None}
    assert filled == {
        "language": {"zh": "中文", "en": "English"}[lang],
        "currency": {"zh": "¥", "en": "$"}[lang],
        "tier_quantile": 0.6,
        "churn_months": 3,
        "scoring_method": {"zh": "自动", "en": "Automatic"}[lang],
        "stale_months": 12,
        "young_until": 35,
        "old_from": 60,
        "working_country": {"zh": "CN", "en": "US"}[lang],
        "opening_time": time(9),
        "closing_time": time(18),
        "follow_up_days": 7,
        "follow_up_cap": 2,
        "follow_up_cap_days": 30,
        "follow_up_per_owner": 40,
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_defaults_on_the_sheet_are_what_a_blank_sheet_means(lang):
    """Whoever empties a cell gets what stood in it, but for language and currency."""
    filled = read_settings(book(lang=lang))
    blank = read_settings(book(lang=lang, settings=dict.fromkeys(schema.SETTING_NAMES)))
    assert filled.problems == blank.problems == ()
    for name in Settings.__dataclass_fields__:
        if name != "currency":
            assert getattr(filled, name) == getattr(blank, name), name


def test_day_and_name_stand_where_they_are_given():
    rows = settings_rows("en", date(2026, 10, 31), company="Finch")
    values = dict(zip(schema.SETTING_NAMES, rows["value"], strict=True))
    assert (values["analysis_date"], values["company"]) == (date(2026, 10, 31), "Finch")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_default_rules_have_every_column_filled_and_strategies_name_their_tiers(lang):
    tables = default_tables(lang)
    tiers = set(tables["tiers"]["tier"]) | {schema.choice_label("any", lang)}
    assert set(tables["strategies"]["tier"]) <= tiers
    assert tables["strategies"]["return_visit_days"][0] == 30
    assert None not in tables["segments"]["meaning"]
    assert len(" ".join(tables["segments"]["scores"]).split()) == 125
