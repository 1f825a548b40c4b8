"""Search: query language, index, ranking. In memory, no I/O.

Nothing is imported here: a reader that starts shows papers long before it searches any.
`index.Index` answers queries; `results`, `sort`, `span` are what screens hold.
"""
