// Keeps on the server what is being written: a moment after the typing stops, and when the page is left.
// Nothing is written to this machine. What is said about it is always true.
const house = window.alongside;
const QUIET = 1500;
const LONGEST_WAIT = 30000;
const PARTING = 20000; // letters; a parting request may carry 64 kB at most
const FORGOTTEN = new Set(["csrfmiddlewaretoken", "draft", "once"]);
const keepers = new Set();

class Keeper {
  constructor(form) {
    this.form = form;
    this.place = form.querySelector("[data-saved]");
    this.kept = this.words();
    this.tries = 0;
    this.timer = 0;
    this.flight = null;
    this.leaving = false;
    form.addEventListener("input", () => this.soon(QUIET));
    form.addEventListener("change", () => this.soon(QUIET));
  }

  // The form itself was taken, or its answer comes as a page: what it holds is no draft any more.
  leave() {
    this.leaving = true;
    clearTimeout(this.timer);
  }

  words() {
    const fields = {};
    for (const [name, value] of new FormData(this.form)) {
      if (FORGOTTEN.has(name) || typeof value !== "string") continue;
      (fields[name] ||= []).push(value);
    }
    // What was taken back has to stay back: a choice with nothing chosen is kept as nothing.
    for (const choice of this.form.querySelectorAll("[type=radio][name],[type=checkbox][name]")) fields[choice.name] ||= [];
    for (const secret of this.form.querySelectorAll("[type=password]")) delete fields[secret.name];
    return JSON.stringify(fields);
  }

  get open() {
    return !this.leaving && this.form.isConnected && this.words() !== this.kept;
  }

  // Words that may not have reached the server if the page went now.
  get atRisk() {
    return this.open && (this.tries > 0 || this.words().length > PARTING);
  }

  say(sentence) {
    if (this.place && this.place.textContent !== sentence) this.place.textContent = sentence;
  }

  soon(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), wait);
  }

  async keep(lastChance) {
    clearTimeout(this.timer);
    if (this.flight && !lastChance) await this.flight;
    if (!this.open || !house.body.dataset.draftUrl) return;
    this.flight = this.carry(this.words(), lastChance);
    await this.flight;
    this.flight = null;
  }

  async carry(words, lastChance) {
    const once = this.form.elements.once ? this.form.elements.once.value : "";
    const sent = { key: this.form.dataset.draft, fields: words, sends: once };
    try {
      const parting = Boolean(lastChance) && words.length < PARTING;
      this.heard(await house.post(house.body.dataset.draftUrl, sent, { keepalive: parting }), words);
    } catch {
      this.say(house.words.notKept);
      this.later();
    }
  }

  heard(answer, words) {
    if (answer.status === 204) {
      this.kept = words;
      this.tries = 0;
      this.say(`${house.words.kept} ${decodeURIComponent(answer.headers.get("X-Kept"))}`);
      if (this.words() !== words) this.soon(QUIET);
    } else if (answer.status === 423) {
      this.say(house.words.locked);
    } else if ([0, 401, 403].includes(answer.status)) {
      this.say(house.words.signedOut);
      this.later();
    } else if (answer.status >= 500 || answer.status === 429) {
      this.say(house.words.notKept);
      this.later();
    } else {
      this.say(house.words.turnedDown);
    }
  }

  later() {
    this.tries += 1;
    this.soon(Math.min(LONGEST_WAIT, QUIET * 2 ** this.tries));
  }
}

house.preparers.push((place) => {
  for (const form of place.querySelectorAll("form[data-draft]")) {
    if (form.dataset.draft) keepers.add(new Keeper(form));
  }
});

house.keepNow = (lastChance) =>
  Promise.all([...keepers].filter((keeper) => keeper.open).map((keeper) => keeper.keep(lastChance)));

const keeperOf = (form) => [...keepers].find((keeper) => keeper.form === form);
house.keepForm = async (form) => keeperOf(form)?.keep();
house.leaveForm = (form) => keeperOf(form)?.leave();
house.allKept = (place) => ![...keepers].some((keeper) => keeper.open && place.contains(keeper.form));
house.forget = (place) => keepers.forEach((keeper) => place.contains(keeper.form) && keepers.delete(keeper));

// A held page and a form without a draft lose their words when left: that alone is asked about.
let touched = false;
document.addEventListener("input", (event) => {
  const form = event.target.form;
  const typed = event.target.matches("textarea, input:not([type]), [type=text], [type=search]");
  if (form && form.getAttribute("method") === "post" && !form.dataset.draft && typed) touched = true;
});
document.addEventListener("submit", () => (touched = false));

window.addEventListener("beforeunload", (event) => {
  house.keepNow(true);
  if (touched || house.unsent() || [...keepers].some((keeper) => keeper.atRisk)) event.preventDefault();
});
window.addEventListener("pagehide", () => house.keepNow(true));
window.addEventListener("pageshow", () => keepers.forEach((keeper) => (keeper.leaving = false)));
window.addEventListener("online", () => house.keepNow());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") house.keepNow(true);
});
