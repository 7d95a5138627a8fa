"""Tables as others keep them: spreadsheets and workbooks as rows of texts, whatever their encoding."""
