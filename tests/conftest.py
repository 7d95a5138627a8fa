from hypothesis import settings

# How long an example takes on a busy machine is nobody's fault.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
