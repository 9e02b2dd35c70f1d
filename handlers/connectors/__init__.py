"""Other platforms: what they bring becomes or joins something of ours, and they are told how it stands."""
