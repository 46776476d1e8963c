"""What is there to read of mail: ladders, whom they remind, addresses."""
