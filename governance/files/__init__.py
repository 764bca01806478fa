"""Bytes in and out, within limits: archives, packages, PDFs, spreadsheets, and writes that are whole or nothing."""
