"""Messages of others made safe."""
