"""Which values belong to one customer and are looked for in every copy."""

from tests.xl_addin.commands.follow_up.shop import shop
from tests.xl_addin.sharing.masters import ORDERS, PEOPLE, person
from udfs.texts import text
from xl_addin.sharing.secrets import secret_values


def secrets(people=PEOPLE, extra=None, **tables):
    book = shop(people, ORDERS, **tables).read()
    book["customers"].extra |= extra or {}
    return secret_values(book)


def test_what_identifies_somebody_always_counts():
    found = secrets()
    for value in ("Person B1", "13866000001", "mail.b1@example.com", "B1 High Street"):
        assert value in found
    assert "Company of B1" in found


def test_a_name_of_two_people_counts_too():
    assert "Wang Fang" in secrets([person("A1", name="Wang Fang"), person("B1", name="Wang Fang")])


def test_remarks_count_where_one_customer_alone_has_them():
    people = [person("A1", note="likes jasmine"), person("B1", note="likes jasmine")]
    assert "likes jasmine" not in secrets(people)
    assert "likes jasmine" in secrets([*people[:1], person("B1", note=None)])


def test_own_columns_count_where_they_tell_one_from_the_others():
    extra = {
        "Licence": ["GX-4711", "GX-4712", None, None],
        "Colour": ["red", "blue", "red", "blue"],
        "Account": [622202001, 622202002.0, 12, None],
    }
    found = secrets(extra=extra)
    assert {"GX-4711", "GX-4712", "622202001", "622202002"} <= found
    assert not {"red", "blue", "12"} & found


def test_words_of_everybody_do_not_count():
    people = [person("A1", name="Anna"), person("B1", name=text("choice.yes", "en"))]
    found = secrets([*people, person("B2", name="High value", company="Us Ltd")],
                    settings={"company": "Us Ltd"})  # fmt: skip
    assert not {"Anna", "Yes", "High value", "Us Ltd"} & found


def test_what_would_be_everywhere_by_chance_does_not_count():
    rows = [person("A1", name="-", phone="12", email="n/a", company=7)]
    assert not {"-", "12", "n/a", "7"} & secrets(rows)
