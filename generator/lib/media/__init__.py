"""What a picture, a document or a recording is, read from its bytes; nothing of it is run or fetched."""

from generator.lib.media.facts import Facts, MediaError
from generator.lib.media.forms import LARGEST, facts_of
