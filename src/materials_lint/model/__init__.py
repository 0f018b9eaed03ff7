"""What every layer speaks of: documents, findings, gaps and reports. Standard library only."""
