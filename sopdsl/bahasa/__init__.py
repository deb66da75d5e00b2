"""Indonesian words, as far as checking an SOP's wording needs them.

The regulation wants each activity to begin with an active verb (BSSN 4/2019 II.B.3). Whether a word
is one shows in its prefix; :mod:`verbs` knows the prefixes and the words that only look prefixed,
:mod:`nouns` turns "Penulisan" into "Menulis", :mod:`actors` finds who stands before the verb, and
:mod:`documents` compares names of documents. Pure functions of words: nothing here knows what an
SOP is, and the lists are read when first needed.
"""

from sopdsl.bahasa.actors import Subject, leading_subject
from sopdsl.bahasa.nouns import verb_phrase
from sopdsl.bahasa.verbs import first_word, is_active_verb

__all__ = ["Subject", "first_word", "is_active_verb", "leading_subject", "verb_phrase"]
