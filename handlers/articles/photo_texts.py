"""What is said of the photo wall."""

from handlers.articles.outcomes import NoSuchPhotos, PhotosHidden, PhotosShown, PhotosWithoutConsent
from handlers.context import Here
from handlers.outcomes import says


@says
def shown(of: PhotosShown, _here: Here) -> str:
    """They are on it."""
    return f"{of.ticket} 的照片已上墙。"


@says
def hidden(of: PhotosHidden, _here: Here) -> str:
    """They are off it."""
    return f"{of.ticket} 的照片已撤下。"


@says
def no_such(of: NoSuchPhotos, _here: Here) -> str:
    """Why not."""
    return f"{of.ticket} 的照片没有上墙：要是您负责的地方已经结案、办之前和办好以后都有照片的工单。请刷新页面再看。"


@says
def without_consent(of: PhotosWithoutConsent, _here: Here) -> str:
    """What to tick."""
    return f"{of.ticket} 的照片没有上墙：请先看过两张照片，勾选“没有人脸和住家，或者已得到本人同意”。"
