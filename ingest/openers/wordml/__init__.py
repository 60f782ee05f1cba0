"""WordprocessingML, the XML inside a .docx file: its package, styles, numbering and body."""
