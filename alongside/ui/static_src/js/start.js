// What the other parts share: the words of the page in its language, its addresses, and how to ask the server.
const root = document.documentElement;
const body = document.body;
const said = document.getElementById("words");

root.classList.add("scripted");

function token() {
  return body.dataset.token || "";
}

// Whose page this is: news from another tab counts only when it is the same person's.
function owner() {
  return body.dataset.owner || "";
}

// After signing in again elsewhere, the server hands out a new token; every open form takes it up.
function renewToken(fresh) {
  if (!fresh) return;
  body.dataset.token = fresh;
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = fresh;
}

function post(url, fields, more) {
  const form = new URLSearchParams({ csrfmiddlewaretoken: token(), ...fields });
  return fetch(url, {
    method: "POST",
    body: form,
    credentials: "same-origin",
    redirect: "manual",
    headers: { "X-Requested-With": "XMLHttpRequest", "X-CSRFToken": token(), Accept: "application/json" },
    ...more,
  });
}

window.alongside = {
  body,
  owner,
  token,
  renewToken,
  post,
  words: said ? said.dataset : {},
  title: document.title,
  locked: false,
  // Parts that prepare what is on a page; called again for what an overlay brings.
  preparers: [],
  prepare(place) {
    for (const preparer of this.preparers) preparer(place);
  },
};

// A page for their own hands: that it was given is kept first, then it is printed. Printed by the browser's own menu,
// it is kept as well. Where it cannot be kept, the form goes as it is and its answer says so.
function giveByPrinting(form) {
  let kept = false;
  const keep = async () => {
    if (kept) return;
    kept = (await post(form.action || location.href, {}, { keepalive: true })).status === 204;
    if (!kept) form.submit();
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await keep().catch(() => form.submit());
    if (kept) window.print();
  });
  window.addEventListener("beforeprint", () => keep().catch(() => {}));
}

document.addEventListener("DOMContentLoaded", () => {
  window.alongside.prepare(document);
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  for (const form of document.querySelectorAll("form[data-give]")) giveByPrinting(form);
  for (const button of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
      button.textContent = button.dataset.copied;
    });
  }
  for (const button of document.querySelectorAll("[data-copy-all]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      const fields = button.closest("form").querySelectorAll("textarea, input:not([type=hidden])");
      navigator.clipboard.writeText([...fields].map((field) => field.value).join("\n\n"));
    });
  }
});

// A menu closes when one turns elsewhere, and on Escape, which gives the focus back.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open], details.more[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open], details.more[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
