"""What requests under /ai/api/ may hold and how rows look in answers."""
