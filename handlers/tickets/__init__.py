"""From report to closure: what those say who handle tickets, and what the clock does about them."""
