"""A report as terminal tables, tab-separated lines, JSON or Markdown: one file per format, one `render` each."""
