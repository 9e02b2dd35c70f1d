"""Where the Chinese font lies that set-up fetches."""

from pathlib import Path

FONTS = Path(__file__).parent.parent / "node_modules" / "@expo-google-fonts" / "noto-sans-sc"
