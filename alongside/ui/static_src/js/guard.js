// The language guard: finds words of the avoid list in a text. All matching is here; nothing is sent anywhere.
//
// A list is made of entries as an agency writes them (docs/GUARD.md): phrases separated by commas, `a/b` for one
// word or the other, `(a/b)` for a word that may stand there or not, a hyphen that may be left out in writing.
const house = window.alongside;
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const BETWEEN = /^['’]?\s*[-‐‑–]?\s*$/u;
const MOST_WAYS = 400;
const TITLE = /(?:^|\s)(?:Mr|Mrs|Ms|Mx|Dr|Dra|Sr|Sra|Srta|Lic|Prof)\.\s*$/u;
const BEGINS = /(?:^|[.!?:;…\n•*¿¡([{"“«—–]|(?:^|\n)\s*-)\s*$/u;

// Small letters without accents, because accents are often left out in a hurry; ñ stays a letter of its own.
function fold(word) {
  const small = word.toLowerCase().replaceAll("’", "'");
  // eslint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(small)) return small;
  return small.normalize("NFD").replace(/[\u0300-\u0302\u0304-\u036f]/gu, "").normalize("NFC");
}

function wordsOf(text) {
  const found = [];
  for (const match of text.matchAll(WORD)) {
    found.push({ at: match.index, end: match.index + match[0].length, key: fold(match[0]) });
  }
  return found;
}

// Every way in which a phrase may be written, as lists of words.
function waysOf(phrase) {
  let ways = [""];
  for (const [part, maybe] of phrase.matchAll(/\(([^)]*)\)|[^\s()]+/gu)) {
    const choices = (maybe ?? part).split("/").map((each) => each.trim());
    if (maybe !== undefined) choices.push("");
    ways = ways.flatMap((way) => choices.map((choice) => `${way} ${choice}`)).slice(0, MOST_WAYS);
  }
  const written = ways.flatMap((way) => (way.includes("-") ? [way, way.replaceAll("-", "")] : [way]));
  return written.map((way) => wordsOf(way).map((word) => word.key)).filter((keys) => keys.length);
}

const listed = (text) => (text || "").split(/[,\n]/u).map((each) => each.trim()).filter(Boolean);

// Entries put in order by their first word. What is `spared` (names of the agency's own) is left alone everywhere.
function compile(entries, spared) {
  const byFirst = new Map();
  const add = (phrase, entry, fine) => {
    for (const keys of waysOf(phrase)) {
      if (!byFirst.has(keys[0])) byFirst.set(keys[0], []);
      byFirst.get(keys[0]).push({ keys, entry, fine });
    }
  };
  for (const entry of entries) {
    for (const phrase of listed(entry.phrases)) add(phrase, entry, false);
    for (const phrase of listed(entry.fine)) add(phrase, entry, true);
  }
  for (const name of spared || []) add(name.replace(/[()/]/gu, " "), null, true);
  for (const phrases of byFirst.values()) phrases.sort((one, other) => other.keys.length - one.keys.length);
  return byFirst;
}

const OPENS = { '"': '"', "“": "”", "„": "“”", "«": "»", "‹": "›" };
const letter = (sign) => Boolean(sign) && /[\p{L}\p{N}]/u.test(sign);

// A single quotation mark is also an apostrophe: it counts only where its other half stands in the paragraph.
function singleQuote(text, at, end) {
  if (letter(text[at - 1]) || !text[at + 1] || /\s/u.test(text[at + 1])) return -1;
  const closing = text[at] === "‘" ? "’" : "'";
  for (let next = text.indexOf(closing, at + 2); next !== -1 && next < end; next = text.indexOf(closing, next + 1)) {
    if (!letter(text[next + 1]) && !/\s/u.test(text[next - 1])) return next;
  }
  return -1;
}

// Where somebody is quoted. A quotation nobody has closed goes to the end of its paragraph.
function quotedIn(text) {
  const spans = [];
  let begins = 0;
  for (const paragraph of text.split("\n")) {
    const end = begins + paragraph.length;
    for (let at = begins; at < end; at += 1) {
      const sign = text[at];
      let closes = -1;
      if (sign === "'" || sign === "‘") closes = singleQuote(text, at, end);
      else if (sign in OPENS && !(sign === '"' && /\d/u.test(text[at - 1] || ""))) {
        closes = at + 1;
        while (closes < end && !OPENS[sign].includes(text[closes])) closes += 1;
      }
      if (closes < 0) continue;
      spans.push([at, closes]);
      at = closes;
    }
    begins = end + 1;
  }
  return spans;
}

function isName(text, words) {
  const capital = words.every(({ at, end }) => /^\p{Lu}[^\p{Lu}]*$/u.test(text.slice(at, end)));
  if (!capital) return false;
  const before = text.slice(Math.max(0, words[0].at - 40), words[0].at);
  return TITLE.test(before) || !BEGINS.test(before);
}

// The possessive of a word is that word.
const same = (key, wanted) => key === wanted || key === `${wanted}'s`;

function fits(text, words, from, keys) {
  if (from + keys.length > words.length) return false;
  for (let step = 1; step < keys.length; step += 1) {
    const here = words[from + step];
    const gap = text.slice(words[from + step - 1].end, here.at);
    if (!same(here.key, keys[step]) || !BETWEEN.test(gap) || /\n\s*\n/u.test(gap)) return false;
  }
  return true;
}

function* startingAt(text, words, from, list) {
  const { key } = words[from];
  const bare = key.endsWith("'s") ? list.get(key.slice(0, -2)) : undefined;
  for (const phrase of [...(list.get(key) || []), ...(bare || [])]) {
    if (!fits(text, words, from, phrase.keys)) continue;
    const last = words[from + phrase.keys.length - 1];
    const owner = last.key === phrase.keys.at(-1) ? 0 : 2;
    yield { ...phrase, at: words[from].at, end: last.end - (phrase.fine ? 0 : owner), last: from + phrase.keys.length };
  }
}

// The hits in a text, in order, the longest phrase first and none inside another. `plans` says whether the text
// is part of a plan, where some words weigh more.
function find(text, list, plans) {
  const words = wordsOf(text);
  const matches = words.map((_word, from) => (list.has(words[from].key) || words[from].key.endsWith("'s") ? [...startingAt(text, words, from, list)] : []));
  const fine = matches.flat().filter((match) => match.fine);
  const quoted = quotedIn(text);
  const spared = (match) =>
    quoted.some(([at, end]) => match.at < end && match.end > at) ||
    fine.some((each) => (!each.entry || each.entry === match.entry) && each.at < match.end && match.at < each.end);
  const hits = [];
  for (let from = 0; from < words.length; ) {
    const hit = matches[from].find(
      (match) =>
        !match.fine &&
        (plans || !match.entry.plans) &&
        !spared(match) &&
        !(match.entry.names && isName(text, words.slice(from, match.last))),
    );
    if (hit) hits.push({ entry: hit.entry, at: hit.at, end: hit.end, text: text.slice(hit.at, hit.end) });
    from = hit ? hit.last : from + 1;
  }
  return hits;
}

house.guard = { compile, find, fold };
