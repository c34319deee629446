"""What happens when somebody uses the window; knows no widget."""
