"""The back office: logins, sessions, the board, keys of other systems, known answers, hotline orders."""
