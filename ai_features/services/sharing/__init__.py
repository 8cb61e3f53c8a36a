"""What requests share: cached answers, leases and rate limits."""
