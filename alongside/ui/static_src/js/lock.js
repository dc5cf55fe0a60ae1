// The privacy screen and the idle lock: cover first, then tell the server. The page and its words stay behind
// the cover, where they can be neither seen nor read aloud. All tabs of one browser cover and open together.
const house = window.alongside;
const cover = document.getElementById("cover");
const asking = document.getElementById("still-here");
const { lockUrl, umbrella, idleSeconds } = house.body.dataset;
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("cover") : null;
const IDLE = Number(idleSeconds || 0) * 1000;
const WARNING = 60000;
let lastStir = Date.now();
let before = null;

function tell(news) {
  if (tabs) tabs.postMessage({ news, owner: house.owner(), token: house.token() });
}

function coverPage() {
  if (house.locked || !cover) return;
  house.locked = true;
  before = document.activeElement;
  if (asking.open) asking.close();
  house.body.classList.add("covered");
  house.title = document.title;
  document.title = umbrella;
  cover.showModal();
  cover.querySelector("[data-answer]").textContent = "";
  cover.querySelector("[name=password]").focus();
}

// What was written is kept before the door closes on the server; the cover does not wait for it.
async function lock() {
  coverPage();
  tell("cover");
  await Promise.race([house.keepNow(), new Promise((done) => setTimeout(done, 3000))]).catch(() => {});
  tellServer(0);
}

// Only a password opens the cover, so a lock the server has not heard of is told again until it has.
function tellServer(tries) {
  if (!house.locked) return;
  house.post(lockUrl, {}, { redirect: "manual", keepalive: true }).catch(() => {
    setTimeout(() => tellServer(tries + 1), Math.min(30000, 2000 * 2 ** tries));
  });
}

function uncover(fresh) {
  if (!house.locked) return;
  house.locked = false;
  house.renewToken(fresh);
  house.body.classList.remove("covered");
  document.title = house.title;
  cover.close();
  lastStir = Date.now();
  if (before && before.isConnected) before.focus();
  house.keepNow();
}

async function open(event) {
  event.preventDefault();
  const form = event.target;
  const field = form.querySelector("[name=password]");
  const place = form.querySelector("[data-answer]");
  const password = field.value;
  field.value = "";
  try {
    const answer = await house.post(form.getAttribute("action"), { password });
    const said = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
    if (said.ok) {
      uncover(said.token);
      tell("open");
    } else if ([0, 401].includes(answer.status)) {
      place.textContent = house.words.signedOut;
    } else {
      place.textContent = answer.status === 429 ? house.words.wait : house.words.wrong;
      field.focus();
    }
  } catch {
    place.textContent = house.words.unreachable;
    field.value = password;
  }
}

function stir() {
  const now = Date.now();
  if (house.locked || now - lastStir < 5000) return;
  lastStir = now;
  tell("stir");
}

function watch() {
  if (house.locked || !IDLE) return;
  const quiet = Date.now() - lastStir;
  if (quiet >= IDLE) lock();
  else if (quiet >= IDLE - Math.min(WARNING, IDLE / 2) && !asking.open) asking.showModal();
}

function here() {
  lastStir = Date.now();
  if (asking.open) asking.close();
}

if (cover && lockUrl) {
  house.lock = lock;
  cover.addEventListener("cancel", (event) => event.preventDefault());
  cover.addEventListener("close", () => house.locked && cover.showModal());
  cover.querySelector("[data-open]").addEventListener("submit", open);
  asking.querySelector("[data-still-here]").addEventListener("click", () => {
    here();
    tell("here");
  });
  asking.addEventListener("close", here);
  for (const name of ["keydown", "pointerdown", "wheel", "touchstart", "input"]) {
    document.addEventListener(name, () => !asking.open && stir(), { passive: true, capture: true });
  }
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-privacy]")) return;
    event.preventDefault();
    lock();
  });
  document.addEventListener("visibilitychange", watch);
  setInterval(watch, 1000);
  if (tabs) {
    tabs.addEventListener("message", ({ data }) => {
      if (data.news === "cover") coverPage();
      if (data.owner !== house.owner()) return;
      if (data.news === "here" || data.news === "stir") here();
      if (data.news === "signed in") house.renewToken(data.token);
      if (data.news === "open") uncover(data.token);
    });
    tell("signed in");
  }
}
