"""PresentationML, the XML inside a .pptx file: its slides and the shapes on them."""
