"""The model behind the answers: its client, prices, prompts, and what its replies are worth."""
