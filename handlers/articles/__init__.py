"""Articles to residents: written, looked at by somebody else, sent at their time, each once."""
