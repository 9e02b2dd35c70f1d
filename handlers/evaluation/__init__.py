"""评议: the yearly evaluation of units, pairings and projects, who is commended, and each community's brand work."""
