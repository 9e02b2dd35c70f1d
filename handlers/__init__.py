"""What each message does: find, decide, write, answer. One module a capability; `routes` says which gets what."""
