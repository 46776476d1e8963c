"""The bound volume: values in, PDF and .docx out. Pure."""
