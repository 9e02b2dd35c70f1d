"""Where the Chinese font and the packages for the browser lie that set-up fetches."""

from pathlib import Path

ASSETS = Path(__file__).parent.parent / "node_modules"
FONTS = ASSETS / "@expo-google-fonts" / "noto-sans-sc"
