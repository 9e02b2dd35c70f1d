"""A stand-in for the WeChat platform: its API, its webhook calls, its limits, and phones to chat with in a browser.

It is the outside world: it imports nothing of ours, and speaks to the bot only as the platform would.
"""
