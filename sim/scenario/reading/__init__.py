"""Reading scenario files: from text with line numbers to checked values."""
