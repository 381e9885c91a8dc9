"""A run of copies: all made are logged, nothing that is not logged stays, refusals stop nobody."""

import hashlib
from datetime import date

import pytest

from tests.xl_addin.sharing.masters import NOW, PEOPLE, Log, master, person, prepared
from udfs.errors import BadRule, BadValue
from xl_addin.package.archive import FileRefused
from xl_addin.sharing import run
from xl_addin.sharing.placing import DiskRefused
from xl_addin.sharing.run import make_copies


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    return master(tmp_path_factory.mktemp("master") / "Shop.xlsm")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def share(path, folder, log=None, readers="all", **values):
    log = log or Log()
    report, _ = make_copies(prepared(path, readers, **values), folder, {}, log)
    return report, log


def test_every_copy_has_its_line_with_the_fingerprint_of_its_file(shop, tmp_path):
    report, log = share(shop, tmp_path)
    assert [row["reader"] for row in log.rows()] == ["Anna", "Ben"]
    for row, made in zip(log.rows(), report.made, strict=True):
        content = (tmp_path / row["file"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == row["file_fingerprint"]
        assert row["base_fingerprint"] == made.base_fingerprint
        assert row["shared_at"] == NOW
        assert row["rows"] == "Customers 2, Orders 4, Contacts 2"
    assert names(tmp_path) == sorted(made.file for made in report.made)
    assert not report.has_problems


def test_what_was_masked_in_all_copies_is_told_in_one_sentence(shop, tmp_path):
    report, _ = share(shop, tmp_path, mask=True)
    assert len(report.made) > 1
    assert sum("masked" in line for line in report.lines("en")) == 1
    assert sum("隐去" in line for line in report.lines("zh")) == 1


@pytest.mark.parametrize("failure", [FileRefused("file.disk_full", file="Shop.xlsm"), OSError()])
def test_without_a_log_there_is_no_copy(shop, tmp_path, failure):
    with pytest.raises((BadValue, OSError)) as why:
        share(shop, tmp_path, Log(failure))
    assert names(tmp_path) == []
    if isinstance(why.value, BadValue):
        assert "removed again" in why.value.sentence("en")


def test_a_failing_log_brings_the_older_copies_back(shop, tmp_path):
    report, log = share(shop, tmp_path)
    before = {name: (tmp_path / name).read_bytes() for name in names(tmp_path)}
    again = prepared(shop)
    again.book["share_log"].columns |= {
        name: [row[name] for row in log.rows()] for name in log.rows()[0]
    }
    with pytest.raises(OSError, match="no"):
        make_copies(again, tmp_path, {}, Log(OSError("no")))
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == before
    assert report.made


def shared_again(shop, folder, change=lambda path: None):
    """A second run, after somebody has done something to the first run's files."""
    _, log = share(shop, folder)
    for path in list(folder.iterdir()):
        change(path)
    again = prepared(shop)
    again.book["share_log"].columns |= {
        name: [row[name] for row in log.rows()] for name in log.rows()[0]
    }
    return make_copies(again, folder, {}, Log())[0]


def test_a_copy_nobody_has_changed_is_replaced(shop, tmp_path):
    shared_again(shop, tmp_path)
    assert len(names(tmp_path)) == 2


def test_a_copy_somebody_has_typed_in_stays(shop, tmp_path):
    report = shared_again(shop, tmp_path, lambda path: path.write_bytes(b"typed"))
    assert [made.file for made in report.made] == [
        "Customer Chain Anna 2026-03-02 (2).xlsx",
        "Customer Chain Ben 2026-03-02 (2).xlsx",
    ]
    assert sum(path.read_bytes() == b"typed" for path in tmp_path.iterdir()) == 2


def test_another_readers_copy_under_the_same_name_stays(shop, tmp_path):
    def exchange(path):
        if "Anna" in path.name:
            path.rename(path.with_name("kept"))
            (tmp_path / "Customer Chain Ben 2026-03-02.xlsx").replace(path)

    shared_again(shop, tmp_path, exchange)
    assert "Customer Chain Anna 2026-03-02 (2).xlsx" in names(tmp_path)


def test_a_full_disk_at_the_second_reader_keeps_and_logs_exactly_the_first(
    shop, tmp_path, monkeypatch
):
    plain = run.CopyMaker.make

    def full(self, plan, placing):
        if plan.reader.name == "Ben":
            raise DiskRefused("share.disk_full", folder=tmp_path)
        return plain(self, plan, placing)

    monkeypatch.setattr(run.CopyMaker, "make", full)
    report, log = share(shop, tmp_path)
    assert [row["reader"] for row in log.rows()] == ["Anna"]
    assert names(tmp_path) == ["Customer Chain Anna 2026-03-02.xlsx"]
    assert "Stopped at Ben: The disk is full" in report.lines("en")[-1]
    assert report.has_problems


def test_an_interruption_leaves_nothing(shop, tmp_path, monkeypatch):
    def interrupt(changes):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        share(shop, tmp_path, interrupt)
    assert names(tmp_path) == []


def test_a_reader_without_any_consent_gets_no_copy_and_the_others_do(tmp_path):
    people = [PEOPLE[0], person("B1", consent_given_on=None)]
    report, log = share(master(tmp_path / "Shop.xlsm", people), tmp_path)
    assert [row["reader"] for row in log.rows()] == ["Anna"]
    said = "\n".join(report.lines("en"))
    assert "None of the customers of Ben has a valid consent (1 never agreed)" in said


def test_where_nobody_gets_a_copy_the_log_is_not_touched(tmp_path):
    path = master(tmp_path / "Shop.xlsm", [person("A1", consent_given_on=None)])
    report, log = share(path, tmp_path, readers="Anna")
    assert (report.made, log.changes) == ([], [])
    assert names(tmp_path) == ["Shop.xlsm"]


def test_consents_are_those_of_today_or_of_a_later_analysis_date(shop):
    assert prepared(shop).consent_day == NOW.date()
    assert prepared(shop, as_of=date(2026, 2, 1)).consent_day == date(2026, 2, 1)
    earlier = prepared(shop).__class__(**{
        **vars(prepared(shop)),
        "asked": run.Asked("all", False, NOW.replace(year=2025)),
    })  # fmt: skip
    assert earlier.consent_day == date(2026, 3, 2)


def test_a_slip_in_the_settings_is_told_before_anything_is_made(tmp_path):
    path = master(tmp_path / "Shop.xlsm", settings={"share_mask": "perhaps"})
    with pytest.raises((BadValue, BadRule), match="perhaps"):
        prepared(path)
    fine = master(tmp_path / "Other.xlsm", settings={"mail_port": "perhaps"})
    assert prepared(fine).readers.found


def test_a_mask_for_all_copies_stands_in_the_settings(tmp_path):
    report, log = share(master(tmp_path / "S.xlsm", settings={"share_mask": True}), tmp_path)
    assert [row["masked"] for row in log.rows()] == [True, True]
    assert all(made.plan.masked for made in report.made)


@pytest.mark.parametrize("name", ['Li/Wei: "A"', "CON", "李伟 <王>", "x" * 200])
def test_a_name_no_file_can_have_gives_a_file_all_the_same(tmp_path, name):
    people = [person("A1", owner=name)]
    report, _ = share(master(tmp_path / "Shop.xlsm", people), tmp_path)
    (made,) = report.made
    assert (tmp_path / made.file).is_file()
    assert not set(made.file) & set('<>:"/\\|?*')


def test_a_consent_withdrawn_by_today_counts_for_a_copy_of_an_earlier_day(tmp_path):
    people = [person("A1", consent_withdrawn_on=date(2026, 2, 20)), person("A2")]
    made = prepared(master(tmp_path / "Shop.xlsm", people), "Anna", as_of=date(2026, 2, 1))
    report, _ = run.make_copies(made, tmp_path, {}, Log())
    assert report.made[0].plan.customers == {"A2"}
