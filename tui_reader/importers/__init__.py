"""Documents -> records. Found by content; the first importer that claims a text reads it.

Nothing is imported here, for few starts read a document: `reading.read` and `read_all` do,
`document.Document` is what they read, `evidence` settles what they had to guess.
"""
