"""The pictures of documents as values, and the tables that stand for them where nothing is drawn."""
