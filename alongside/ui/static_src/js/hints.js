// What the guard shows: marks over the words of a blank, and under it why, other words, and "leave it". It hinders
// nothing, keeps nothing, and what is typed stays on the page; only the list comes from the server, once.
const house = window.alongside;
const PAUSE = 350;
const SPEAK = 900;
const MOST = 2; // hints in sight at a time; the next follow when these are settled
const SAME = ["direction", "font-family", "font-size", "font-style", "font-weight", "letter-spacing", "line-height", "padding", "tab-size", "word-spacing"];
const hinting = new Map();
const left = new WeakMap(); // what is to be left alone, form by form
let coming = null;

function theList() {
  const url = house.body.dataset.guardUrl;
  if (!url) return Promise.resolve(null);
  coming ||= fetch(url, { credentials: "same-origin", cache: "no-store", redirect: "manual", headers: { "X-Requested-With": "XMLHttpRequest" } })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)))))
    .then((told) => house.guard.compile(told.entries, told.spared))
    .catch(() => (coming = null));
  return coming;
}

// On the page where an entry is written, a sentence is tried with what stands in the form.
function tried(form) {
  const said = (name) => form.elements[name]?.value || "";
  const entry = { id: "tried", lang: said("language"), phrases: said("phrases"), fine: said("fine"), why: said("why") };
  entry.options = said("options").split("\n").map((each) => each.trim()).filter(Boolean);
  entry.names = Boolean(form.elements.names?.checked);
  return house.guard.compile([entry], []);
}

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

function button(text, hidden, press) {
  const node = make("button", "btn soft", text);
  node.type = "button";
  if (hidden) node.append(make("span", "visually-hidden", ` ${hidden}`));
  node.addEventListener("click", press);
  return node;
}

class Hints {
  constructor(blank) {
    this.blank = blank;
    this.hits = [];
    this.painted = "";
    this.shown = "";
    this.back = null;
    this.marks = make("span", "guard-marks");
    this.marks.setAttribute("aria-hidden", "true");
    this.sheet = this.marks.appendChild(make("span", "guard-sheet"));
    this.place = make("div", "guard-hints");
    this.spoken = this.place.appendChild(make("p", "visually-hidden"));
    this.spoken.setAttribute("role", "status");
    this.list = this.place.appendChild(make("ul", "hint"));
    this.list.setAttribute("aria-label", house.words.hints || "");
    this.list.setAttribute("role", "list"); // a list without dots is still one
    this.list.hidden = true;
    blank.after(this.marks);
    (blank.closest(".guarded") || this.marks).after(this.place);
    blank.addEventListener("input", (event) => this.typed(event));
    blank.addEventListener("scroll", () => this.follow());
    new ResizeObserver(() => this.hits.length && this.measure()).observe(blank);
  }

  get quiet() {
    const owner = this.blank.form || this.blank;
    if (!left.has(owner)) left.set(owner, new Set());
    return left.get(owner);
  }

  typed(event) {
    if (!this.acting) this.back = null;
    if (!this.blank.value.startsWith(this.painted)) this.marks.hidden = true;
    clearTimeout(this.timer);
    if (!event.isComposing) this.timer = setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    const from = this.blank.dataset.guardTry;
    const list = from ? tried(document.getElementById(from)) : await theList();
    if (!list) return;
    this.words = list;
    this.show(this.found());
  }

  found() {
    const hits = house.guard.find(this.blank.value, this.words, this.blank.dataset.guard === "plans");
    return hits.filter((hit) => !this.quiet.has(name(hit)));
  }

  show(hits) {
    this.hits = hits;
    this.paint();
    const groups = new Map();
    for (const hit of hits) if (!groups.has(name(hit))) groups.set(name(hit), hit);
    const inSight = [...groups.values()].slice(0, MOST);
    const state = JSON.stringify([inSight.map((hit) => [hit.entry, hit.text]), groups.size, this.back]);
    if (state === this.shown) return;
    this.shown = state;
    const items = inSight.map((hit) => this.item(hit));
    if (this.back) items.unshift(this.wayBack());
    if (groups.size > MOST) items.push(make("li", "meta", house.words.hintsMore));
    this.list.replaceChildren(...items);
    this.list.hidden = !items.length;
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => this.speak(groups.size), SPEAK);
  }

  speak(count) {
    const now = this.back ? (house.words.replaced || "").replace("{words}", this.back.words) : "";
    const hints = count ? (house.words.hintsCount || "").replace("{n}", count) : "";
    const said = `${now} ${hints}`.trim();
    if (this.spoken.textContent !== said) this.spoken.textContent = said;
  }

  item(hit) {
    const { entry, text } = hit;
    const item = make("li", "guard-hint");
    const why = item.appendChild(make("p"));
    why.appendChild(make("mark", "", text)).dir = "auto";
    why.append(" - ", make("span", "", entry.why));
    if (entry.read) {
      const read = make("a", "", entry.label);
      why.append(" ", Object.assign(read, { href: entry.read, target: "_blank" }));
    }
    if (entry.lang) why.lang = entry.lang;
    const row = item.appendChild(make("p", "guard-options"));
    for (const option of entry.options) {
      const out = option === "-";
      const press = button(out ? house.words.takeOut : option, `(${text})`, () => this.put(hit, out ? "" : option));
      if (!out && entry.lang) press.lang = entry.lang;
      row.append(press);
    }
    const leave = button(house.words.leaveIt, `(${text})`, () => this.leave(hit));
    leave.classList.replace("soft", "plain");
    row.append(leave);
    return item;
  }

  wayBack() {
    const item = make("li", "guard-hint guard-back");
    const undo = button(house.words.undo, `(${this.back.text})`, () => this.undo());
    item.append(make("span", "", (house.words.replaced || "").replace("{words}", this.back.words || "-")), " ", undo);
    return item;
  }

  // The text may have moved on since the hint was shown: the word is looked for once more.
  put(shown, words) {
    const hit = this.found().find((each) => name(each) === name(shown));
    if (!hit) return void this.look();
    let { at, end } = hit;
    const text = this.blank.value;
    let put = words;
    if (/^\p{Lu}/u.test(hit.text) && !/^\p{Lu}{2}/u.test(hit.text)) put = capital(put);
    if (!put && text[end] === " ") {
      end += 1;
      if (/^\p{Lu}/u.test(hit.text)) put = capital(text.slice(end, ++end));
    } else if (!put && text[at - 1] === " ") at -= 1;
    this.back = { at, text: text.slice(at, end), put, words };
    this.write(at, end, put);
    const blank = put.indexOf("___");
    if (blank >= 0) this.blank.setSelectionRange(at + blank, at + blank + 3);
  }

  undo() {
    const { at, text, put } = this.back;
    this.back = null;
    if (this.blank.value.startsWith(put, at)) this.write(at, at + put.length, text);
  }

  // As if it had been typed, so that the browser's own undo knows it and the draft is kept.
  write(at, end, words) {
    this.acting = true;
    this.blank.focus();
    this.blank.setSelectionRange(at, end);
    const done = words ? document.execCommand("insertText", false, words) : document.execCommand("delete");
    if (!done) {
      this.blank.setRangeText(words, at, end, "end");
      this.blank.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.acting = false;
    clearTimeout(this.timer);
    this.show(this.found());
  }

  leave(hit) {
    this.quiet.add(name(hit));
    this.back = null;
    for (const each of hinting.values()) {
      if (each !== this && each.blank.form === this.blank.form && each.words) each.show(each.found());
    }
    this.show(this.found());
    (this.list.querySelector("button") || this.blank).focus();
  }

  // Marks lie over the words without catching a click; the sheet repeats the words up to the last mark.
  paint() {
    const text = this.blank.value;
    let at = 0;
    const parts = [];
    for (const hit of this.hits) {
      parts.push(text.slice(at, hit.at), make("mark", "", hit.text));
      at = hit.end;
    }
    this.painted = text.slice(0, at);
    this.sheet.replaceChildren(...parts);
    this.marks.hidden = !this.hits.length;
    if (this.hits.length) this.measure();
  }

  measure() {
    const { blank, marks, sheet } = this;
    const look = getComputedStyle(blank);
    for (const each of SAME) sheet.style.setProperty(each, look.getPropertyValue(each));
    const sides = { left: blank.offsetLeft + blank.clientLeft, top: blank.offsetTop + blank.clientTop, width: blank.clientWidth, height: blank.clientHeight };
    for (const [side, size] of Object.entries(sides)) marks.style.setProperty(side, `${size}px`);
    this.follow();
  }

  follow() {
    this.sheet.style.setProperty("transform", `translateY(${-this.blank.scrollTop}px)`);
  }
}

const name = (hit) => `${hit.entry.id} ${house.guard.fold(hit.text)}`;
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function hints(blank) {
  if (!hinting.has(blank)) hinting.set(blank, new Hints(blank));
  return hinting.get(blank);
}

house.preparers.push((place) => {
  for (const blank of hinting.keys()) if (!blank.isConnected) hinting.delete(blank);
  for (const blank of place.querySelectorAll("textarea[data-guard]")) {
    const each = hints(blank);
    if (blank.value.trim()) each.look();
    const form = document.getElementById(blank.dataset.guardTry || "");
    if (form) form.addEventListener("input", () => each.typed({}));
  }
});

// A blank that came later is met when one turns to it; the list is fetched then, before anything is typed.
document.addEventListener("focusin", (event) => {
  const blank = event.target;
  if (!(blank instanceof HTMLTextAreaElement) || blank.dataset.guard === undefined) return;
  hints(blank);
  theList();
});
