"""How much each piece of evidence for or against a cut counts, in natural log-odds.

Set by hand: about 1 is a hint, 3 speaks clearly, 6 all but decides.
"""

WEIGHTS = {
    # the word that would end the title
    "ends with a word of the abstract": 3.0,
    "ends with a form of a word of the abstract": 1.8,
    "ends with a word of other titles": 1.0,
    "ends with a noun": 0.8,
    "ends with a mark that ends titles": 2.5,
    "ends with a single letter": -2.5,
    "ends with a short unknown word": -2.0,
    "ends with a word that ends no title": -4.0,
    "ends inside a word of the abstract": -6.0,
    "leaves something open in the title": -6.0,
    "leaves a glued word in the title": -3.0,
    "leaves a word of the abstract glued to another": -5.5,
    "ends with a glued word": -1.5,
    "ends with a likely end glued to a word": -2.5,
    "ends with a known name": -3.0,
    "cuts through capitals": -3.0,
    "a small letter starts the name in mid word": -4.0,
    # the shape of the names
    "name of one word": -3.0,
    "name of two words": 0.0,
    "name of three words": -0.7,
    "name of four words": -2.0,
    "name of more words": -4.5,
    "small word in a name": -5.0,
    "digit or odd mark in a name": -5.0,
    "capitals run into a small letter": -4.0,
    "capital inside a name": -2.0,
    "title word runs into a name": -2.5,
    "word all in capitals": -1.0,
    "lone capitals": -1.5,
    "starts with a particle": -3.0,
    "name starts with `and`": -6.0,
    # the words of the names
    "word the abstract writes small": -2.0,
    "capitalised word of the abstract": -1.0,
    "given name known here": 2.0,
    "other name known here": 1.0,
    "whole name known here": 4.0,
    # how many names there are
    "not the three names of `et al.`": -6.0,
    "more names than are shown": -4.0,
}
