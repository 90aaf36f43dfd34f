"""What somebody should know who looks at how things stand: it is no fault, and may not be what it seems."""

from pressroom.model.publication import Publication
from pressroom.publish.ledger.ledger import View
from pressroom.publish.ledger.rollbacks import rollback
from pressroom.publish.renaming import reused


def notes_of(view: View, publication: Publication) -> tuple[str, ...]:
    """Return it, a sentence or two each."""
    back = rollback(view)
    return (*reused(view, publication), *((back.told(),) if back else ()))
