"""A volume as values, and what makes PDF and .docx of it; pure."""
