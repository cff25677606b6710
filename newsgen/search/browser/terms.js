// The terms of a text, exactly as newsgen/text/language/tokens.py and normalise.py make them for the index.
(() => {
  const newsgen = (globalThis.newsgen ??= {});

  const kept = {
    az: "çğıöşü", da: "æøå", es: "ñ", et: "äöõü", fi: "äöå", fo: "áðíóúýæø", gl: "ñ", is: "áðéíóúýþæö",
    nb: "æøå", nn: "æøå", no: "æøå", sv: "åäö", tr: "çğıöşü",
  };
  const alwaysKept = "йўїѓќ";
  const typed = {
    æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ŧ: "t", ı: "i", "\u0629": "\u0647",
  };
  const accents = /[\u0300-\u036f\u20d0-\u20ff]/g;
  const turkic = /^(az|tr)$/;
  const eliding = /^(ca|fr|ga|it|oc)$/;
  const elided = /^(all|b|c|coll|d|dell|gl|j|jusqu|l|lorsqu|m|n|nell|puisqu|qu|quell|quoiqu|s|sull|t|un|v)$/;
  const added = /'(d|ll|m|re|s|ve)$/;
  const apostrophes = /[’‘ʼʻ\u05f3\u05f4]/g;
  const hebrewAcronym = /([\u05d0-\u05ea])"(?=[\u05d0-\u05ea])/g;
  const leftOut = new RegExp(
    "[\\u00ad\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u061c\\u0640\\u064b-\\u065f\\u0670" +
      "\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed\\u200c-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff" +
      "\\u{e0100}-\\u{e01ef}]",
    "gu",
  );
  const exchanged = {
    ar: ["\u0623\u0625\u0622\u0671\u0649\u06cc\u06a9", "\u0627\u0627\u0627\u0627\u064a\u064a\u0643"],
    other: [
      "\u0623\u0625\u0671\u0649\u064a\u0643\u06c1\u06c0\u0629",
      "\u0627\u0627\u0627\u06cc\u06cc\u06a9\u0647\u0647\u0647",
    ],
  };
  const joinedArticle = /^[\u0648\u0641](?=(\u0627\u0644|\u0644\u0644|\u0628\u0627\u0644|\u0643\u0627\u0644)...)/u;
  const unspaced =
    "[\\u0e01-\\u0e4e\\u0e81-\\u0ecf\\u0edc-\\u0eff\\u1000-\\u103f\\u104a-\\u108f\\u109a-\\u109f\\u1780-\\u17df" +
    "\\u3005-\\u3007\\u3031-\\u3035\\u3041-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua9e0-\\ua9ef" +
    "\\ua9fa-\\ua9ff\\uaa60-\\uaa7f\\uac00-\\ud7a3\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]+";
  const unspacedRun = new RegExp(unspaced, "gu");
  const startsUnspaced = new RegExp("^" + unspaced, "u");
  const anyWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:'[\p{L}\p{N}\p{M}]+)*/gu;
  const longest = 40;

  const primarySubtag = (language) => language.toLowerCase().split("-")[0];

  const normaliseText = (text, language) => {
    text = text.normalize("NFKC");
    if (turkic.test(language)) text = text.replaceAll("İ", "i").replaceAll("I", "ı");
    text = text.toLowerCase().replace(leftOut, "").normalize("NFC");
    return text.replace(apostrophes, "'").replaceAll("l·l", "ll").replace(hebrewAcronym, "$1");
  };

  const partElisions = (word, language) => {
    if (!eliding.test(language)) return [word];
    const parts = word.split("'");
    const last = parts.pop();
    const before = parts.filter((part) => !elided.test(part));
    return before.length && last === "s" ? before : [...before, last];
  };

  const pairs = (run) => {
    const letters = [...run];
    return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => letters[at] + letter);
  };

  const findTokens = (text, language) => {
    const spaced = normaliseText(text, language).replace(unspacedRun, " $& ");
    return (spaced.match(anyWord) ?? []).flatMap((token) =>
      startsUnspaced.test(token) ? pairs(token) : partElisions(token, language),
    );
  };

  // The digits of a script are consecutive in Unicode, so a digit's value is the number of digits before it.
  const plainDigit = (digit) => {
    const code = digit.codePointAt(0);
    let before = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
    return before % 10;
  };

  const spellWord = (word, language) => {
    const name = word.split("'")[0];
    if (turkic.test(language) && [...name].length > 1) word = name;
    else word = word.replace(added, "").replaceAll("'", "");
    const [from, to] = exchanged[language === "ar" ? "ar" : "other"];
    const letters = Array.from(word.replaceAll("ß", "ss").replaceAll("ς", "σ"), (letter) => {
      const at = from.indexOf(letter);
      return at < 0 ? letter.replace(/(?![0-9])\p{Nd}/u, plainDigit) : to[at];
    });
    return letters.slice(0, longest).join("");
  };

  const foldLetters = (word, language) => {
    const letters = (kept[language] ?? "") + alwaysKept;
    const fold = (letter) =>
      letters.includes(letter) ? letter : (typed[letter] ?? letter.normalize("NFD").replace(accents, ""));
    return Array.from(word, fold).join("").normalize("NFC");
  };

  newsgen.foldLetters = (word, language) => foldLetters(word, primarySubtag(language));

  newsgen.findWords = (text, language = "") => {
    const subtag = primarySubtag(language);
    return findTokens(text, subtag).map((token) => spellWord(token, subtag));
  };

  // The code of a language's stemmer, where it has one; Norwegian's two written standards share theirs.
  newsgen.stemmerOf = (language) => primarySubtag(language).replace(/^n[bn]$/, "no");

  newsgen.stemWord = (word, language) => {
    const subtag = primarySubtag(language);
    const stemmer = newsgen.stemmers?.[newsgen.stemmerOf(subtag)];
    if (stemmer && !/[\ud800-\udfff]/.test(word)) {
      word = stemmer.stemWord(subtag === "ar" ? word.replace(joinedArticle, "") : word) || word;
    }
    return foldLetters(word, subtag);
  };
})();
