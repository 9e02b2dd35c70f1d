"""Many reports of one matter: proposed, confirmed, answered all at once, ended."""
