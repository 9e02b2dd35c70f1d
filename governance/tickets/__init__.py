"""The life of a ticket: its states, the moves between them, its promises and what happens when one is not kept."""
