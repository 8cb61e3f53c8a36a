"""What the shop is advised to do: suggested, agreed to by a person, done as agreed or not at all."""
