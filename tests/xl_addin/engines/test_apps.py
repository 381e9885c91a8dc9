from pathlib import Path

import pytest
import xlwings as xw

from xl_addin.engines import libreoffice


def test_the_engine_is_known_to_xlwings_once(app):
    engine = libreoffice.register()
    assert libreoffice.register() is engine
    assert (engine.name, engine.type) == ("libreoffice", "desktop")
    assert [known.name for known in xw.engines].count("libreoffice") == 1
    assert app.engine.name == "libreoffice"


def test_the_engine_is_active_where_there_is_no_other(app):
    assert xw.engines.active.name == "libreoffice"
    assert xw.apps.active == app


def test_an_app_of_ones_own_ends_with_its_process_and_its_profile(app):
    before = xw.apps.keys()
    with xw.App(visible=False) as other:
        office = other.impl.office
        assert sorted(xw.apps.keys()) == sorted([*before, other.pid])
        assert xw.apps.active == other
        assert xw.apps[other.pid] == other
        assert len(other.books) == 1
        assert office.profile.exists()
    assert not office.running
    assert not office.profile.exists()
    assert sorted(xw.apps.keys()) == sorted(before)


def test_a_second_connection_shows_the_same_office_and_leaves_it_running(app, tmp_path):
    book = app.books.add()
    other = libreoffice.connect(app.impl.office.connection)
    try:
        assert other.books[book.name].fullname == book.fullname
        assert other.pid == libreoffice.connect(app.impl.office.connection).pid
    finally:
        other.quit()
        app.activate()
    assert app.impl.alive
    assert len(app.books) == 0


def test_inside_libreoffice_nothing_can_be_ended(app):
    inner = libreoffice.inside(app.impl.context)
    try:
        with pytest.raises(RuntimeError, match="must not end"):
            inner.quit()
    finally:
        inner.impl.apps.drop(inner.impl)
        app.activate()


def test_what_the_office_says_of_itself(app):
    assert app.version.major >= 7
    assert Path(app.path).is_dir()
    assert app.impl.language.startswith(("en", "zh", "de", "fr"))


def test_calculation_waits_while_it_is_manual(app, sheet):
    sheet["A1"].value = [1, "=A1*2"]
    app.calculation = "manual"
    try:
        sheet["A1"].value = 5
        assert sheet["B1"].value == 2
        app.calculate()
        assert sheet["B1"].value == 10
    finally:
        app.calculation = "automatic"
    with pytest.raises(ValueError, match="automatic"):
        app.calculation = "sometimes"


def test_screen_updating_gives_back_every_lock(app, book):
    app.screen_updating = False
    assert book.api.hasControllersLocked()
    app.screen_updating = False
    app.screen_updating = True
    assert not book.api.hasControllersLocked()
    assert not book.api.isActionLocked()


def test_a_book_closed_while_the_screen_stood_still_does_no_harm(app):
    book = app.books.add()
    app.screen_updating = False
    book.close()
    app.screen_updating = True
    assert app.screen_updating


def test_the_status_bar_holds_a_text_until_it_is_given_back(app, book):
    app.status_bar = "第一步"
    app.status_bar = "第二步"
    assert app.status_bar == "第二步"
    app.status_bar = False
    assert app.status_bar is False


def test_dialogs_are_refused_where_nobody_could_answer(app):
    with pytest.raises(libreoffice.NobodyThere):
        app.alert("?")
    with pytest.raises(libreoffice.NobodyThere):
        libreoffice.choose_file(app, "?", [("Workbooks", "*.xlsx")])


def test_macros_are_not_run(app):
    with pytest.raises(NotImplementedError, match="Module1"):
        app.macro("Module1.Main")()
