// The quick note over whatever page one is on. Closing it keeps the draft and gives the focus back; where the
// overlay cannot be had, the link leads to the same note as a page.
const house = window.alongside;
const overlay = document.getElementById("overlay");
const inside = overlay ? overlay.querySelector("[data-overlay-body]") : null;
let opener = null;

async function show(url) {
  if (!overlay || overlay.open || house.locked) return;
  opener = document.activeElement;
  if (inside.firstChild) return void overlay.showModal(); // words that could not be kept yet wait in it
  try {
    const answer = await fetch(url, {
      headers: { "X-Overlay": "1", "X-Requested-With": "XMLHttpRequest" },
      credentials: "same-origin",
      cache: "no-store",
      redirect: "manual",
    });
    if (answer.status === 423 && house.lock) return void house.lock();
    if (!answer.ok) throw new Error(String(answer.status));
    fill(await answer.text(), url);
  } catch {
    location.assign(url);
  }
}

// Only the main part of the answer is taken, whether it came as a whole page or as the note alone.
function fill(text, url) {
  const answer = new DOMParser().parseFromString(text, "text/html");
  const main = answer.querySelector("#main") || answer.body;
  inside.replaceChildren(...[...main.childNodes].map((node) => document.adoptNode(node)));
  for (const form of inside.querySelectorAll("form")) {
    if (!form.getAttribute("action")) form.setAttribute("action", url);
  }
  for (const link of inside.querySelectorAll("[data-close]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      overlay.close();
    });
  }
  if (!inside.querySelector("[data-close]")) inside.append(closeButton());
  const title = inside.querySelector("h1, h2");
  if (title) overlay.setAttribute("aria-label", title.textContent.trim());
  house.prepare(inside);
  if (!overlay.open) overlay.showModal();
  const first = inside.querySelector("[autofocus], textarea, input:not([type=hidden]), select");
  if (first) first.focus();
}

function closeButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn plain";
  button.textContent = house.words.close || "";
  button.addEventListener("click", () => overlay.close());
  return button;
}

if (overlay) {
  house.emptied = () => {
    house.forget(inside);
    inside.replaceChildren();
  };
  house.openNote = () => house.body.dataset.noteUrl && show(house.body.dataset.noteUrl);
  overlay.addEventListener("close", async () => {
    await house.keepNow();
    if (!overlay.open && house.allKept(inside) && !inside.querySelector("[data-unsent]")) house.emptied();
    if (opener && opener.isConnected) opener.focus();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-note]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    for (const menu of document.querySelectorAll("details.more[open]")) menu.open = false;
    show(link.href);
  });
}
