// Sends a form with words ahead of its page: the page is left when the server has answered, and not before. Without a
// connection the words stay where they are and are sent once, when the line is back; the server knows them by the
// form's name (`once`). Where the answer is a page, such as a form with something to look at, the server undoes what was
// done: it comes by the plain way, and is done then.
const house = window.alongside;
const DRAFT = 1200;
const PATIENCE = 30000;
const FIRST = 2000;
const TOO_LARGE = 413;
const NOBODY_THERE = new Set([502, 503, 504]);
const sendings = new Map();

const pause = (wait) => new Promise((done) => setTimeout(done, wait));

class Sending {
  constructor(form) {
    this.form = form;
    this.tries = 0;
    this.timer = 0;
    this.waits = false;
  }

  async send(submitter) {
    if (this.busy) return;
    this.busy = true;
    this.submitter = submitter;
    clearTimeout(this.timer);
    this.form.setAttribute("aria-busy", "true");
    await Promise.race([house.keepForm(this.form), pause(DRAFT)]);
    try {
      this.heard(await this.ask());
    } catch {
      this.later();
    }
    this.form.removeAttribute("aria-busy");
    this.busy = false;
  }

  ask() {
    const sent = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) if (typeof value === "string") sent.append(name, value);
    const { name, value } = this.submitter || {};
    if (name) sent.append(name, value);
    const action = this.submitter?.getAttribute("formaction") || this.form.getAttribute("action") || location.href;
    return fetch(action, {
      method: "POST",
      body: sent,
      credentials: "same-origin",
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
      headers: { "X-Sent-Ahead": "1" },
    });
  }

  heard(answer) {
    const where = answer.headers.get("X-Go-To");
    if (answer.status === TOO_LARGE) this.say(house.words.tooLarge);
    else if (NOBODY_THERE.has(answer.status)) this.later();
    else if (where) this.taken(where);
    else this.plainly();
  }

  taken(where) {
    this.quiet();
    house.leaveForm(this.form);
    const dialog = this.form.closest("dialog");
    if (dialog && !dialog.open) return void house.emptied?.(); // closed meanwhile: what was saved is said on the next page
    goTo(where);
  }

  plainly() {
    this.quiet();
    house.leaveForm(this.form);
    this.passes = true;
    this.form.requestSubmit(this.submitter?.isConnected ? this.submitter : undefined);
    this.passes = false;
  }

  later() {
    this.waits = true;
    if (!this.form.elements.once) return this.say(house.words.unsentPress);
    this.say(house.words.unsent);
    this.tries += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.again(), Math.min(PATIENCE, FIRST * 2 ** this.tries));
  }

  again() {
    if (this.waits && this.form.isConnected && this.form.elements.once && !house.locked) this.send(this.submitter);
  }

  // What is under way may still fail of the line that was gone; the next try comes soon then.
  lineIsBack() {
    this.tries = 0;
    this.again();
  }

  quiet() {
    this.waits = false;
    clearTimeout(this.timer);
    this.place?.remove();
    this.place = null;
  }

  say(sentence) {
    if (!this.place) {
      this.place = document.createElement("p");
      this.place.className = "alert message";
      this.place.setAttribute("role", "alert");
      this.place.dataset.unsent = "";
      const end = this.form.querySelector(".end");
      if (end) end.before(this.place);
      else this.form.append(this.place);
    }
    if (this.place.textContent !== sentence) this.place.textContent = sentence;
  }
}

// An address that differs in its last part alone would only scroll.
function goTo(where) {
  const to = new URL(where, location.href);
  if (to.hash && to.pathname === location.pathname && to.search === location.search) {
    history.replaceState(null, "", to);
    history.scrollRestoration = "manual"; // to the part the address names, not to where one was
    location.reload();
  } else {
    location.assign(to);
  }
}

function goesAhead(form) {
  const plain = form.enctype === "application/x-www-form-urlencoded" && !form.dataset.progress && !form.target;
  return plain && form.getAttribute("method") === "post" && Boolean(form.elements.once || form.dataset.draft);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !goesAhead(form)) return;
  if (!sendings.has(form)) sendings.set(form, new Sending(form));
  const sending = sendings.get(form);
  if (sending.passes) return;
  event.preventDefault();
  sending.send(event.submitter);
});

house.unsent = () => [...sendings.values()].some((sending) => sending.waits && sending.form.isConnected);
window.addEventListener("online", () => sendings.forEach((sending) => sending.lineIsBack()));
