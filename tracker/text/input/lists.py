"""The values in one option that takes several: `a,b` as well as `a،b`."""


def split_list(text: str) -> tuple[str, ...]:
    """The values between Latin or Arabic commas and semicolons, trimmed, the empty ones left out."""
    for separator in "،;؛":
        text = text.replace(separator, ",")
    return tuple(part for piece in text.split(",") if (part := piece.strip()))
