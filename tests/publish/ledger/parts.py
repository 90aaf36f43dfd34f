"""What the tests of the ledger need beside Python."""

from typing import Final

from tests.parts import Part

POSTGRESQL: Final = Part(
    name="PostgreSQL",
    places=("postgres", *(f"/usr/lib/postgresql/{version}/bin/postgres" for version in range(20, 12, -1))),
    debian=("postgresql",),
    serves=True,
)
PROGRAMS: Final = (POSTGRESQL,)
