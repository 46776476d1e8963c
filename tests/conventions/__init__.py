"""The rules of this code, as tests: each tells its rule, shows a good and a bad sample, and reads the whole tree."""
