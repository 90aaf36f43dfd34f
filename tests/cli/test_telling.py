"""What is told in a log of GitHub's, which takes for its commands whatever looks like one."""

import pytest

from pressroom.cli.telling import tell_fault, tell_findings
from pressroom.errors import ContentFaulty
from pressroom.model.finding import error

_FINDING = error("bad-name", "content/##[error]x.md", 1, "It is ##[add-mask]e.", "Write:\n::stop-commands::x")


@pytest.mark.parametrize("where", ["true", ""])
def test_nothing_that_is_told_is_a_command(
    where: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", where)
    tell_findings([_FINDING], err=True)
    tell_fault(ContentFaulty("It is ##[group]x.", "Write:\n::warning::x"))
    told = capsys.readouterr().err
    assert "add-mask" in told
    assert "stop-commands" in told
    assert ("##[" in told, any(line.lstrip().startswith("::") for line in told.splitlines())) == (not where, not where)
