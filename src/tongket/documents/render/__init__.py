"""Values in, bytes out: one official document as .docx for the office to edit and as PDF for issue and print. Pure."""
