"""What stands in the window: widgets and their layout; they tell what was done and decide nothing."""
