"""Who somebody is, what he may do, and what keeps others from acting in his name."""
