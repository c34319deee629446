# llama-cpp-python forces llama.cpp's "common" library into the cache as ON, and Demur calls nothing in it.
# A normal variable hides the forced one (CMP0126), which nearly halves the compile.
set(LLAMA_BUILD_COMMON OFF)
