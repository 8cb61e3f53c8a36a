"""Questions in plain English: text to a typed plan, the plan run over the shop's own data, the answer in words."""
