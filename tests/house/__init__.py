"""The promises around the code: manifest, documents, scopes, content."""
