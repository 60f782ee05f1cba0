"""What people read: words, times and sizes, in Vietnamese."""
