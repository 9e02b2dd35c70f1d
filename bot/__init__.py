"""The door to WeChat: webhook and codec one way, API client and delivery the other."""
