"""Files beside the page: the tables for spreadsheets, for official layouts and for machines."""
