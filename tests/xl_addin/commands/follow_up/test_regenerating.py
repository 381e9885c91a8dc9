"""Making the sheets again and again loses nothing that somebody typed in between."""

from collections import Counter
from datetime import date, datetime, timedelta

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.xl_addin.commands.follow_up.shop import AS_OF, contact, customer, lines, made, shop
from xl_addin import schema

OWNERS = ("Anna", "Ben")
PEOPLE = [customer(f"c{n}", owner=OWNERS[n % 2], birthday=date(1990, 3, n + 2)) for n in range(8)]
ORDERS = [(f"c{n}", date(2025, 6 + n % 5, day), 400 + 100 * n) for n in range(8) for day in (1, 20)]
WORDS = st.sampled_from(["called", "no answer", "wants a quote", "x"])
TYPING = st.lists(
    st.tuples(
        st.integers(0, 5),  # which sheet
        st.integers(0, 40),  # which line
        st.sampled_from(["done", "outcome", "result_note", "own"]),
        WORDS,
    ),
    max_size=6,
)


def follow_up_tables(host):
    return sorted(name for name in host.tables if schema.base_name(name) == "follow_up")


def type_into(host, typing, number):
    """Type as people do: after what stands there, in some sheet; answers what was typed where."""
    typed = []
    for sheet, line, column, words in typing:
        tables = [t for t in follow_up_tables(host) if host.tables[t]["item"]]
        if not tables:
            continue
        table = host.tables[tables[sheet % len(tables)]]
        place = line % len(table["item"])
        said = f"{words} {number}.{len(typed)}"
        if column == "done":
            table["done"][place] = True
        elif column == "outcome":
            table["outcome"][place] = "reached"
        elif column == "result_note":
            table["result_note"][place] = f"{table['result_note'][place] or ''} {said}".strip()
            typed.append((table["item"][place], said))
        else:
            own = table.setdefault("Own", [None] * len(table["item"]))
            own[place] = f"{own[place] or ''} {said}".strip()
            typed.append((table["item"][place], said))
    return typed


def everything(host):
    """All words that stand on a follow-up sheet or in the contacts, by item."""
    found = Counter()
    for table in follow_up_tables(host):
        for line in lines(host, table):
            found[line["item"]] += 0
            found[line["item"], f"{line['result_note']} {line.get('Own')}"] += 1
    for row in lines(host, "contacts"):
        found[row["contact_id"], str(row["note"])] += 1
    return found


ROUND = st.tuples(
    TYPING,
    st.sampled_from([None, None, *OWNERS]),  # for whom the sheets are made
    st.sampled_from([None, None, *range(len(PEOPLE))]),  # whose owner changes
    st.sampled_from(["zh", "en"]),
)


# Without shrinking: a smaller example would take minutes to find.
@settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.lists(ROUND, min_size=10, max_size=10))
def test_ten_times_with_typing_in_between_loses_nothing(rounds):
    host = shop(PEOPLE, ORDERS, settings={"follow_up_cap": 5})
    typed = []
    for number, (typing, only, moved, lang) in enumerate(rounds):
        host.lang = lang
        if moved is not None:
            owners = host.tables["customers"]["owner"]
            owners[moved] = "Ben" if owners[moved] == "Anna" else "Anna"
        made(host, AS_OF + timedelta(number), only)
        typed += type_into(host, typing, number)
    for _ in range(2):
        made(host, AS_OF + timedelta(len(rounds)))
    words = [key for key in everything(host) if isinstance(key, tuple)]
    for item, said in typed:
        assert any(item == where and said in there for where, there in words), (item, said)
    entered = [row["contact_id"] for row in lines(host, "contacts")]
    assert len(entered) == len(set(entered))
    shown = [line["item"] for line in lines(host)]
    assert not set(shown) & set(entered)
    assert len(shown) == len(set(shown))


def test_a_line_that_is_done_goes_into_the_contacts_once_and_leaves():
    host = shop(PEOPLE[:2], ORDERS[:4])
    made(host)
    item = host.tables["follow_up"]["item"][0]
    host.tables["follow_up"]["done"][0] = True
    host.tables["follow_up"]["outcome"][0] = "agreed"
    host.tables["follow_up"]["result_note"][0] = "sends a quote"
    report = made(host).report
    (entry,) = lines(host, "contacts")
    assert entry["contact_id"] == item
    assert (entry["direction"], entry["outcome"], entry["note"]) == (
        "out",
        "Agreed",
        "sends a quote",
    )
    assert entry["person"] in OWNERS
    assert report.entered == 1
    assert item not in host.tables["follow_up"]["item"]
    before = lines(host, "contacts")
    assert made(host).report.entered == 0
    assert lines(host, "contacts") == before


def test_the_same_line_done_on_both_sheets_is_entered_once():
    host = shop(PEOPLE[:1], ORDERS[:2])
    made(host)
    for table in follow_up_tables(host):
        host.tables[table]["done"] = [True] * len(host.tables[table]["item"])
    made(host)
    entered = [row["contact_id"] for row in lines(host, "contacts")]
    assert len(entered) == len(set(entered)) > 0


def test_an_open_line_stays_with_its_words_when_its_reason_is_gone():
    host = shop(PEOPLE[2:3], ORDERS[4:6])
    made(host)
    place = host.tables["follow_up"]["source"].index("recall")
    item = host.tables["follow_up"]["item"][place]
    host.tables["follow_up"]["result_note"][place] = "calls back in May"
    host.tables["orders"]["order_date"][0] = AS_OF
    made(host)
    (line,) = [line for line in lines(host) if line["item"] == item]
    assert line["result_note"] == "calls back in May"


def test_a_later_edit_on_one_sheet_wins_over_the_untouched_copy_on_the_other():
    host = shop(PEOPLE[:1], ORDERS[:2])
    made(host)
    all_of_them, own = follow_up_tables(host)
    host.tables[own]["result_note"][0] = "first"
    made(host)
    assert host.tables[all_of_them]["result_note"][0] == "first"
    host.tables[all_of_them]["result_note"][0] = "second"
    made(host)
    assert {host.tables[name]["result_note"][0] for name in (all_of_them, own)} == {"second"}


def test_two_different_edits_are_both_kept():
    host = shop(PEOPLE[:1], ORDERS[:2])
    made(host)
    for name, words in zip(follow_up_tables(host), ("from the boss", "from Anna"), strict=True):
        host.tables[name]["result_note"][0] = words
    made(host)
    assert lines(host)[0]["result_note"] == "from the boss / from Anna"


def test_a_line_written_in_by_hand_stays_and_can_be_done():
    host = shop(PEOPLE[:1], [])
    made(host)
    table = host.tables["follow_up"]
    for name, cells in table.items():
        written = {"name": "A new one", "result_note": "met at the fair", "customer_id": "c0"}
        cells.append(written.get(name))
    made(host)
    (line,) = [line for line in lines(host) if line["result_note"] == "met at the fair"]
    assert line["item"].startswith("c0/own/")
    place = host.tables["follow_up"]["item"].index(line["item"])
    host.tables["follow_up"]["done"][place] = True
    made(host)
    assert [row["note"] for row in lines(host, "contacts")] == ["met at the fair"]


def test_an_own_column_moves_with_its_line_and_is_told_in_the_note_where_there_is_none():
    host = shop(PEOPLE[:2], ORDERS[:4])
    made(host)
    anna = next(
        n for n in follow_up_tables(host) if "Anna" in host.tables[n]["owner"] and n != "follow_up"
    )
    host.tables[anna]["Next step"] = ["send sample"] * len(host.tables[anna]["item"])
    host.tables["customers"]["owner"] = ["Ben", "Ben"]
    made(host)
    notes = [line["result_note"] for line in lines(host) if line["customer_id"] == "c0"]
    assert notes
    assert all("Next step: send sample" in note for note in notes)


def test_without_consent_an_open_line_stays_but_shows_no_way_to_contact():
    host = shop(PEOPLE[:1], ORDERS[:2])
    made(host)
    host.tables["follow_up"]["result_note"][0] = "promised a call"
    host.tables["customers"]["consent_withdrawn_on"][0] = AS_OF
    made(host)
    (line,) = lines(host)
    assert (line["result_note"], line["contact"], line["words"]) == ("promised a call", None, None)
    assert line["what_to_do"].startswith("Do not contact")


def test_an_answer_on_the_sheet_answers_the_inquiry_in_its_thread():
    asked = contact("c0", datetime(2026, 3, 2, 9), "in", thread="T1")
    host = shop(PEOPLE[:1], [], [asked])
    made(host)
    place = host.tables["follow_up"]["source"].index("inquiry")
    host.tables["follow_up"]["done"][place] = True
    made(host)
    entry = lines(host, "contacts")[-1]
    assert (entry["thread"], entry["person"], entry["direction"]) == ("T1", "Anna", "out")
    assert "inquiry" not in host.tables["follow_up"]["source"]
