"""The project: settings, addresses, and what every app of it shares."""

import os

# Our matrices are small: threads of the linear algebra that wait for each other took as long again as the work itself.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
