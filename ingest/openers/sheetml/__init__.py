"""SpreadsheetML, the XML inside an .xlsx file: its sheets, the strings they share, and how their numbers are shown."""
