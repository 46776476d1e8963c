"""The sample conference that `make demo` shows. May use every room; no room may use it."""
