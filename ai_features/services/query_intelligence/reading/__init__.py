"""Text to plan by rules: tokens, spans of names, days and lexicon, the best cover, and rules over roles."""
