"""Who somebody is here: binding, home, identity, invitations, leave."""
