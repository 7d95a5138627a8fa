"""Real terminals under Xvfb, judged by what is seen."""
