"""`make fuzz`: requests made up from the API's description, against a real server with the demo's shops."""
