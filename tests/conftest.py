"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)  # a machine is slow at times, and no test is about time
settings.load_profile("patient")
