"""What Vietnamese looks like: its syllables, and the encodings that its text may be stored in.

Pure recognisers and tables; `ingest/vietnamese/` repairs with them, `tinbai/checks/` judges with them.
"""
