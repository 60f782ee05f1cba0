"""Words that rules look for. They are no sentences for readers, so nothing here is translated."""
