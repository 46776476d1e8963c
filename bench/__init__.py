"""What the product costs, measured: one module per benchmark, each a process of its own."""
