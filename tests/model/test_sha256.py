import hashlib

import pytest

from tracker.model.sha256 import WORTH_OPENSSL, sha256


@pytest.mark.parametrize("size", [0, 1, WORTH_OPENSSL - 1, WORTH_OPENSSL, WORTH_OPENSSL + 1])
def test_small_and_large_data_have_the_digest_that_everybody_computes(size: int) -> None:
    data = bytes(size)
    assert sha256(data) == hashlib.sha256(data).hexdigest()
