"""The process that the model lives in: ``python -m demur.engine.worker``.

Whatever happens to native code there, an abort, a crash, a kill for want of memory, costs one rewrite and
never the window. Only these modules know llama.cpp.
"""

import os

# Before numpy is imported: its threads would only wait for each other, spinning, as llama.cpp's do.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
