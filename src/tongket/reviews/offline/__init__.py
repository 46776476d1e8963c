"""Forms that a unit fills offline: written as .docx and .xlsx, read back exactly. Pure."""
