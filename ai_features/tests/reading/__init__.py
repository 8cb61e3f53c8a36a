"""Tests of how questions are read: tokens, lexicon, names, covers and rules."""
