"""Where the Chinese font and the packages for the browser lie: a wheel brings them, in a clone set-up fetches them."""

from pathlib import Path

_BROUGHT = Path(__file__).parent / "assets"
_FETCHED = Path(__file__).parent.parent / "node_modules"
ASSETS = _BROUGHT if _BROUGHT.is_dir() else _FETCHED
FONTS = ASSETS / "@expo-google-fonts" / "noto-sans-sc"
