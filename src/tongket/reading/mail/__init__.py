"""Messages of others (.eml) made safe: bytes → who wrote, what it says, which files came with it. Pure."""
