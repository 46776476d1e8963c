"""Settings from the environment: a working default, or a failure that names the setting."""

import os
import stat
from pathlib import Path

import platformdirs
import pytest

from tongket.config import environment
from tongket.config.environment import BadSetting

NAME = "TONGKET_THU"


@pytest.fixture(autouse=True)
def _empty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is set that these tests do not set."""
    for name in (NAME, f"{NAME}_FILE", "SECRET_KEY", "SECRET_KEY_FILE", "DATABASE_URL", "DATABASE_URL_FILE"):
        monkeypatch.delenv(name, raising=False)


def test_text_is_the_value_or_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (environment.text(NAME), environment.text(NAME, "x")) == ("", "x")

    monkeypatch.setenv(NAME, "y")

    assert environment.text(NAME, "x") == "y"


def test_text_comes_from_a_file_before_the_value(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("mật khẩu\n", encoding="utf-8")
    monkeypatch.setenv(NAME, "y")
    monkeypatch.setenv(f"{NAME}_FILE", str(tmp_path / "secret"))

    assert environment.text(NAME) == "mật khẩu"


@pytest.mark.parametrize(
    ("value", "is_on"),
    [
        ("1", True),
        ("TRUE", True),
        ("yes", True),
        ("on", True),
        ("0", False),
        ("False", False),
        ("no", False),
        ("", False),
    ],
)
def test_flag_knows_yes_and_no(monkeypatch: pytest.MonkeyPatch, value: str, is_on: bool) -> None:  # noqa: FBT001
    monkeypatch.setenv(NAME, value)

    assert [environment.flag(NAME, default=default) for default in (True, False)] == [is_on, is_on]


def test_flag_that_is_not_set_is_its_default() -> None:
    assert [environment.flag(NAME, default=default) for default in (True, False)] == [True, False]


def test_error_flag_names_the_setting_and_what_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "có")

    with pytest.raises(BadSetting) as bad:
        environment.flag(NAME, default=False)
    assert str(bad.value) == "TONGKET_THU is 'có'; wanted 1 or 0."


@pytest.mark.parametrize(
    ("value", "names"), [("", []), ("a.vn", ["a.vn"]), (" a.vn, b.vn ,,", ["a.vn", "b.vn"])], ids=["none", "one", "two"]
)
def test_names_are_split_at_commas(monkeypatch: pytest.MonkeyPatch, value: str, names: list[str]) -> None:
    monkeypatch.setenv(NAME, value)

    assert environment.names(NAME, "c.vn") == names


def test_names_that_are_not_set_are_the_default() -> None:
    assert environment.names(NAME, "127.0.0.1,localhost") == ["127.0.0.1", "localhost"]


def test_data_folder_is_made_where_it_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TONGKET_HOME", str(tmp_path / "a" / "b"))

    assert environment.data_folder() == tmp_path / "a" / "b"
    assert (tmp_path / "a" / "b").is_dir()


@pytest.mark.skipif(os.name != "posix", reason="rights of folders are POSIX")
def test_data_folder_is_closed_to_other_accounts_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TONGKET_HOME", str(tmp_path / "home"))

    assert environment.data_folder().stat().st_mode & 0o777 == 0o700


def test_data_folder_without_a_setting_is_the_platforms_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TONGKET_HOME")
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda name, **_options: str(tmp_path / name))

    assert environment.data_folder() == tmp_path / "tongket"


def test_secret_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    made = environment.secret_key(tmp_path)

    assert (len(made), environment.secret_key(tmp_path)) == (80, made)
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_secret_key_that_is_set_leaves_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_KEY", "x" * 50)

    assert (environment.secret_key(tmp_path), list(tmp_path.iterdir())) == ("x" * 50, [])


def test_secret_key_that_another_process_has_just_made_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    (tmp_path / "secret-key").write_text("first", encoding="ascii")
    monkeypatch.setattr(Path, "exists", lambda _path: False)

    assert environment.secret_key(tmp_path) == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_secret_key_is_made_on_a_disk_without_links(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(_made: Path, _kept: Path) -> None:
        raise PermissionError

    monkeypatch.delenv("SECRET_KEY", raising=False)
    monkeypatch.setattr(os, "link", refuse)

    assert len(environment.secret_key(tmp_path)) == 80
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_database_is_sqlite_in_the_data_folder(tmp_path: Path) -> None:
    settings = environment.database(tmp_path)

    assert (settings["ENGINE"], settings["NAME"], settings["OPTIONS"]["transaction_mode"]) == (
        "django.db.backends.sqlite3",
        tmp_path / "tongket.sqlite3",
        "IMMEDIATE",
    )


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_database_address_names_a_postgresql(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, scheme: str) -> None:
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://an:m%40t@db.vn:5433/tongket_huyen?sslmode=require")

    assert environment.database(tmp_path) == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "tongket_huyen",
        "USER": "an",
        "PASSWORD": "m@t",
        "HOST": "db.vn",
        "PORT": "5433",
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"sslmode": "require"},
    }


def test_database_address_without_a_name_means_tongket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://")

    assert environment.database(tmp_path)["NAME"] == "tongket"


def test_error_database_address_of_another_kind_keeps_the_password_to_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://an:mat-khau@db.vn/tongket")

    with pytest.raises(BadSetting) as bad:
        environment.database(tmp_path)
    assert str(bad.value) == "DATABASE_URL starts with 'mysql'; wanted postgresql://user:word@host/name."


def test_bundle_key_is_made_once(tmp_path: Path) -> None:
    made = environment.bundle_key(tmp_path)

    assert (len(made), environment.bundle_key(tmp_path)) == (32, made)
    assert stat.S_IMODE((tmp_path / "bundle-key").stat().st_mode) == 0o600


def test_bundle_key_that_is_set_is_taken_and_a_short_one_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TONGKET_BUNDLE_KEY", "ab" * 32)
    assert environment.bundle_key(tmp_path) == b"\xab" * 32

    monkeypatch.setenv("TONGKET_BUNDLE_KEY", "ab")
    with pytest.raises(environment.BadSetting, match="TONGKET_BUNDLE_KEY holds 2 characters; wanted 64 hex digits"):
        environment.bundle_key(tmp_path)
