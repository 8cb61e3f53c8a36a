"""Judging answers to questions in plain words against gold readings in SQL."""
