"""The command `sopc`: one command a file. Nothing else in the project prints or exits."""

import gc

# A command makes many small values and keeps nearly all of them until it ends, so looking for
# garbage often finds none: with Python's own thresholds a tenth of a long check goes into it.
gc.set_threshold(100_000, 50, 1_000)
