"""The Vietnamese language and calendar: text, names, dates, school years, due dates."""
