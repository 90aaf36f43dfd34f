"""Lists of recipients, as spreadsheets write them and as people break them; no fault tells an address."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.errors import Unreadable
from pressroom.model.edition import Audience
from pressroom.publish.mail.addresses import Unfit, known_by, plain
from pressroom.publish.mail.recipients import (
    VARIABLE,
    Recipient,
    Recipients,
    folder_of,
    read_recipients,
    recipients_of,
)
from pressroom.render.newsletter.stand_ins import FIRST_NAME, UNSUBSCRIBE

WHO = "ada.lovelace@example.com"


def read(folder: Path, text: str | bytes) -> Recipients:
    file = folder / "staff.csv"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_recipients("all", file)


def fault(folder: Path, text: str | bytes) -> str:
    with pytest.raises(Unreadable) as found:
        read(folder, text)
    told = f"{found.value.message} {found.value.hint}"
    assert "lovelace" not in told.lower()
    assert found.value.__cause__ is None
    return found.value.message


def addresses(found: Recipients) -> list[str]:
    return [one.address for one in found.people]


@pytest.mark.parametrize(
    "text",
    [
        "email\nada@example.com\nbram@example.com\n",
        "Email\r\n ada@example.com \r\n\r\nbram@example.com",
        "\ufeffe-mail".replace("e-mail", "email") + "\nada@example.com\nbram@example.com\n",
        '"email"\n"ada@example.com"\n"bram@example.com"\n',
        "email;first_name\nada@example.com;\nbram@example.com;\n",
        "email\tfirst_name\nada@example.com\t\nbram@example.com\t\n",
        "first name,E MAIL".replace("E MAIL", "EMAIL") + "\n,ada@example.com\n,bram@example.com\n",
        "email,first_name\nada@example.com\nbram@example.com\n",
    ],
)
def test_however_a_spreadsheet_writes_it(tmp_path: Path, text: str) -> None:
    assert addresses(read(tmp_path, text)) == ["ada@example.com", "bram@example.com"]


def test_what_is_each_reader_s_own(tmp_path: Path) -> None:
    text = (
        "email,First-Name,unsubscribe\n"
        'ada@example.com,"Ada, Countess",https://example.com/stop?who=1&list=2\n'
        "bram@example.com,Bra\u0308m,mailto:stop@bücher.example?subject=stop%20me\n"
        "chris@example.com,,\n"
    )
    found = read(tmp_path, text)
    assert found.fields == {FIRST_NAME, UNSUBSCRIBE}
    assert found.people == (
        Recipient("ada@example.com", "Ada, Countess", "https://example.com/stop?who=1&list=2"),
        Recipient("bram@example.com", "Bräm", "mailto:stop@xn--bcher-kva.example?subject=stop%20me"),
        Recipient("chris@example.com"),
    )


def test_without_such_columns_nothing_is(tmp_path: Path) -> None:
    assert read(tmp_path, "email\nada@example.com\n").fields == frozenset()


def test_addresses_that_differ_by_case_are_one(tmp_path: Path) -> None:
    found = read(tmp_path, "email\nAda@Example.COM\nada@example.com\nADA@EXAMPLE.com\nstraße@example.com\n")
    assert addresses(found) == ["Ada@example.com", "straße@example.com"]
    assert found.doubled == 2
    assert len(found) == 2


def test_domains_beyond_ascii_are_written_as_servers_know_them(tmp_path: Path) -> None:
    text = "email\na@Bücher.example\na@bu\u0308cher.example\na@xn--bcher-kva.example\na@faß.example\na@fass.example\n"
    assert addresses(read(tmp_path, text)) == ["a@xn--bcher-kva.example", "a@xn--fa-hia.example", "a@fass.example"]


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ('"ada.lovelace@example.com\nBcc: all@example.com"', "there is a line break in the address"),
        ('"ada.lovelace@example.com\r\n\r\nHello"', "there is a line break in the address"),
        ("ada.lovelace\0@example.com", "there is a NUL in the address"),
        ("ada.lovelace\u200b@example.com", "there is an invisible sign in the address"),
        ("ada.lovelace\u202e@example.com", "there is an invisible sign in the address"),
        ("ada.lovelace", "there is no @ in the address"),
        ("Ada <ada.lovelace@example.com>", "beside the address there is more in its field"),
        ("ada.lovelace@example.com bram@example.com", "beside the address there is more in its field"),
        ('"ada.lovelace@example.com,bram@example.com"', "beside the address there is more in its field"),
        ("ada@lovelace@example.com", "beside the address there is more in its field"),
        ("@lovelace.example", "what stands before the @"),
        (".ada.lovelace@example.com", "what stands before the @"),
        ("ada.lovelace@localhost", "what stands behind the @ is no domain"),
        ("ada.lovelace@-example-.com", "what stands behind the @ is no domain"),
        ("ada.lovelace@xn--lovelace-ö.example", "what stands behind the @ is no domain"),
        ("ada.lovelace@[127.0.0.1]", "what stands behind the @ is no domain"),
        (f"{'lovelace' * 9}@example.com", "the address is too long"),
        (f"{'l' * 60}@{'.'.join(['lovelace' * 7] * 4)}.example", "the address is too long"),
        (f"lovelace@{'.'.join(['l' * 60] * 5)}.example", "what stands behind the @ is no domain"),
    ],
)
def test_what_is_no_address_is_told_by_its_line_and_not_by_itself(tmp_path: Path, field: str, told: str) -> None:
    message = fault(tmp_path, f"email\nbram@example.com\n{field}\n")
    assert f"line 3: {told}" in message


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("a@example.com,Lovelace\u202e,", "there is a line break or an invisible sign in the first name"),
        ('a@example.com,"Love\nlace",', "there is a line break or an invisible sign in the first name"),
        (f"a@example.com,{'lovelace' * 20},", "the first name has more than 100 characters"),
        ("a@example.com,,http://lovelace.example/", "unsubscribe is an https: or mailto: address"),
        ("a@example.com,,javascript:lovelace", "unsubscribe is an https: or mailto: address"),
        ("a@example.com,,https://lovelace@example.com/", "unsubscribe is an https: or mailto: address"),
        ("a@example.com,,https://[lovelace/", "unsubscribe is an https: or mailto: address"),
        ("a@example.com,,mailto:lovelace", "unsubscribe is an https: or mailto: address"),
        ("a@example.com,,https://example.com/love lace", "there is a space or an invisible sign"),
        ('a@example.com,,"https://example.com/\r\nBcc: lovelace"', "there is a space or an invisible sign"),
        (
            f"a@example.com,,https://example.com/{'lovelace' * 120}",
            "the address in unsubscribe has more than 900 characters",
        ),
        ("a@example.com,,https://example.com/>lovelace", ""),
        ("a@example.com,Love,lace,https://example.com/", "there are 4 fields, and columns for 3"),
    ],
)
def test_what_can_be_nobody_s_own(tmp_path: Path, row: str, told: str) -> None:
    text = f"email,first_name,unsubscribe\n{row}\n"
    if told:
        assert f"line 2: {told}" in fault(tmp_path, text)
    else:
        assert "%3E" in read(tmp_path, text).people[0].unsubscribe


def test_every_fault_is_told_at_once_up_to_twenty(tmp_path: Path) -> None:
    message = fault(tmp_path, "email\n" + "lovelace\n" * 30)
    assert message.startswith("The list of recipients of the audience all, staff.csv, has faults:\n  line 2: ")
    assert message.endswith("\n  line 21: there is no @ in the address\n  and 10 more")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1: there is no column email"),
        ("email\n", "has nobody in it"),
        ("email\n\n,,\n".replace(",,", ""), "has nobody in it"),
        ("name\nLovelace\n", "line 1: there is no column name; columns are email, first_name and unsubscribe"),
        ("email,fist_name\n", "line 1: there is no column fist_name; did you mean first_name?"),
        ("emial\n", "line 1: there is no column emial; did you mean email?"),
        ("email,salary\n", "columns are email, first_name and unsubscribe"),
        ("email,,first_name\n", "there is no column without a name"),
        ("email,email\n", "line 1: the column email is there twice"),
        (f"{WHO}\n", "line 1 holds a recipient, and should name the columns"),
        (f'email\n"{WHO}\n', "a field of line 2 is quoted, and its quotation mark does not end it"),
        (f'email\n"{WHO}"x\n', "a field of line 2 is quoted, and its quotation mark does not end it"),
        (b"email\n\nlovel\xe4ce@example.com\n", "it is not in UTF-8, as line 3 shows"),
        ("email\nlovelace@example.com\n".encode("utf-16"), "it is in UTF-16"),
    ],
)
def test_what_is_no_list(tmp_path: Path, text: str | bytes, told: str) -> None:
    assert told in fault(tmp_path, text)


def test_a_list_that_is_missing_says_where_it_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as found:
        read_recipients("desk", tmp_path / "staff.csv")
    assert found.value.message == (
        f"There is no list of recipients for the audience desk: staff.csv is not in {tmp_path}."
    )
    assert found.value.hint == "Put it there, or set PRESSROOM_RECIPIENTS to the folder that has it."


def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "staff.csv")
    with pytest.raises(Unreadable):
        read_recipients("desk", tmp_path / "staff.csv")


def test_a_list_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "staff.csv").touch()

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(Unreadable, match=r"it cannot be read \(Permission denied\)"):
        read_recipients("desk", tmp_path / "staff.csv")


def test_a_list_that_is_endless_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "staff.csv").open("wb") as file:
        file.truncate((1 << 28) + 1)
    with pytest.raises(Unreadable, match="it has more than 256 MB"):
        read_recipients("desk", tmp_path / "staff.csv")


def test_where_lists_lie(tmp_path: Path) -> None:
    assert folder_of(tmp_path, {}) == tmp_path / ".pressroom/recipients"
    assert folder_of(tmp_path, {VARIABLE: "/run/lists"}) == Path("/run/lists")


def test_a_distribution_list_is_one_recipient(tmp_path: Path) -> None:
    found = recipients_of(Audience(id="all", language="en", to="Everyone <Everyone@Bücher.example>"), tmp_path)
    assert addresses(found) == ["Everyone@xn--bcher-kva.example"]
    with pytest.raises(Unreadable, match="The audience all goes to an address that cannot be: there is no @"):
        recipients_of(Audience(id="all", language="en", to="everyone"), tmp_path)


def test_an_audience_of_people_is_read_from_its_list(tmp_path: Path) -> None:
    (tmp_path / "staff.csv").write_text("email\nada@example.com\n")
    assert addresses(recipients_of(Audience(id="all", language="en", recipients="staff.csv"), tmp_path)) == [
        "ada@example.com"
    ]


@given(st.text())
def test_whatever_stands_there_is_an_address_or_none(text: str) -> None:
    try:
        address = plain(text)
    except Unfit:
        return
    else:
        assert plain(address) == address
        assert known_by(known_by(address)) == known_by(address)
        assert address.count("@") == 1
        assert address.isprintable()
        assert " " not in address
