"""The page's section on the workforce: strain, sickness, hours and working lives."""
