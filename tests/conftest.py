"""What all tests share: no deadlines, since the first call of a compiled rule compiles it."""

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("house")
