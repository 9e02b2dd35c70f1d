"""What can go wrong while a message is taken in."""


class ReplayedNonce(Exception):
    """Another body came under a nonce that was used before."""


class NotTaken(Exception):
    """The database could not be reached; nothing of the message was kept."""


class Entangled(Exception):
    """The items of a batch and those of another wait for each other's locks; each is to be tried alone."""


class Unsettled(Exception):
    """What a message rests on changed each time that it was read."""


class WrongCatalogue(Exception):
    """A command, an outcome or what belongs to one is missing, twice, or of the wrong kind; the start stops."""
