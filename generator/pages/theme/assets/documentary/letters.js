// Text as it is compared: without case, marks and kinds of letters, so that every way to type a name is one.
// The build folds what is searched by the same table, see generator/site/finish/letters.py.

// Ranges of characters that are left out: marks, and what joins letters or tells their direction. Ranges of characters
// that are words by themselves, since their scripts have no spaces. Letters that Unicode does not decompose, by what
// they are read as: those with a stroke, a hook or a curl, and those that other keyboards have. The zero of each script.
const TABLE = {
  "marks": "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f",
  "dropped": "\u00ad\u02b9-\u02c8\u0640\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff",
  "single": "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ud840\udc00-\ud8bf\udfff",
  "letters": {
    "a": "ᶏⱥ", "ae": "æ", "b": "ƀƃɓᵬᶀꞗ", "c": "ƈȼɕꞓꞔ\ud837\udf1d", "d": "ðđƌȡɖɗᵭᶁᶑꟈ", "e": "ɇəᶒⱸꬴ", "f": "ƒᵮᶂꞙ",
    "g": "ǥɠᶃꞡ", "h": "ħɦⱨꞕ", "i": "ıɨᶖ\ud837\udf1a", "j": "ȷɉɟʄʝ", "k": "ĸƙᶄⱪꝁꝃꝅꞣ",
    "l": "łƚȴɫɬɭᶅⱡꝉꞎꬷꬸꬹ\ud837\udf11\ud837\udf13", "m": "ɱᵯᶆꬺ", "n": "ŋƞȵɲɳᵰᶇꞑꞥꬻ", "o": "øɵⱺꝋꝍ\ud837\udf1b",
    "oe": "œ", "p": "ƥᵱᵽᶈꝑꝓꝕ", "q": "ɋʠꝗꝙ", "r": "ɍɼɽɾᵲᵳᶉꞧꭉ\ud837\udf16", "s": "ȿʂᵴᶊꞩꟊ\ud837\udf1e", "ss": "ß",
    "t": "ŧƫƭȶʈᵵⱦ\ud837\udf09", "th": "þ", "u": "ᶙꞹꭎꭒ", "v": "ʋᶌⱱⱴꝟ", "w": "ⱳ", "x": "ᶍꭖꭗꭘꭙ", "y": "ƴɏỿꭚ",
    "z": "ƶȥɀʐʑᵶᶎⱬ", "σ": "ς", "וו": "װ", "וי": "ױ", "יי": "ײ", "כ": "ך", "מ": "ם", "נ": "ן", "פ": "ף", "צ": "ץ",
    "ا": "ٱ", "ه": "ةھہۃە", "ک": "كڪ", "ی": "ىيېے"
  },
  "zeros": "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0\u0f20\u1040\u1090\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0\ua900\ua9d0\ua9f0\uaa50\uabf0\ud801\udca0\ud803\udd30\ud804\udc66\ud804\udcf0\ud804\udd36\ud804\uddd0\ud804\udef0\ud805\udc50\ud805\udcd0\ud805\ude50\ud805\udec0\ud805\udf30\ud806\udce0\ud806\udd50\ud807\udc50\ud807\udd50\ud807\udda0\ud81a\ude60\ud81a\udec0\ud81a\udf50\ud838\udd40\ud838\udef0\ud83a\udd50"
};

const LEFT_OUT = new RegExp(`[${TABLE.marks}${TABLE.dropped}]`, "gu");
const WORD = new RegExp(`[${TABLE.single}]\\p{M}*|(?:(?![${TABLE.single}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
const PIECE = new RegExp(`([${TABLE.single}]\\p{M}*|(?:(?![${TABLE.single}])[\\p{L}\\p{N}\\p{M}${TABLE.dropped}])+)`, "gu");
const ALONE = new RegExp(`^[${TABLE.single}]`, "u");
const LETTERS = new Map(Object.entries(TABLE.letters).flatMap(([read, letters]) => [...letters].map((one) => [one, read])));
for (const zero of TABLE.zeros) {
  for (let digit = 0; digit < 10; digit++) LETTERS.set(String.fromCodePoint(zero.codePointAt(0) + digit), String(digit));
}

export const plain = (text) => [...text.normalize("NFKD").replace(LEFT_OUT, "").normalize("NFC").toLowerCase()]
  .map((letter) => LETTERS.get(letter) ?? letter).join("");

// A word without the article that Arabic and Hebrew write with it.
const bare = (word) => word.replace(/^ال(?=...)|^ה(?=...)/u, "");

// The words of a text, in order; the article before a hyphen, as in “al-Sadr”, is none.
export function parts(text) {
  const bared = plain(text).replace(/(^|[^\p{L}\p{N}])[ae]l[-\u2010\u2011](?=\p{L})/gu, "$1");
  return (bared.match(WORD) ?? []).map(bare);
}

// Whether a word is a single character of a script that has no spaces.
export const alone = (word) => ALONE.test(word);

// The text in pieces: what is no word, a word, what is none, and so on.
export const pieces = (text) => text.split(PIECE);
