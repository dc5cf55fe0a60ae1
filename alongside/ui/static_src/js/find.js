// Finding somebody while one types. The key / goes to the box, arrows go through the hits, Escape closes. What was typed
// is in no address and kept nowhere.
const house = window.alongside;

function prepare(form) {
  const box = form.querySelector("input[type=search]");
  const hits = form.querySelector(".hits");
  let waits = 0;

  function show(list) {
    hits.hidden = !list;
    hits.replaceChildren(...(list ? [list] : []));
  }

  async function look() {
    const typed = box.value.trim();
    const answer = typed.length > 1 && (await house.post(form.action, { q: typed, typing: "1" }).catch(() => null));
    const text = answer && answer.ok ? await answer.text() : "";
    if (typed === box.value.trim()) show(new DOMParser().parseFromString(text, "text/html").querySelector("ul"));
  }

  box.addEventListener("input", () => {
    window.clearTimeout(waits);
    waits = window.setTimeout(look, 200);
  });
  form.addEventListener("keydown", (event) => {
    const stops = [box, ...hits.querySelectorAll("a")];
    const next = stops.indexOf(document.activeElement) + { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") show();
    if (event.key !== "Escape" && !stops[next]) return;
    event.preventDefault();
    (stops[next] || box).focus();
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) show();
  });
}

const forms = [...document.querySelectorAll("form[data-find]")];
forms.forEach(prepare);
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || house.locked) return;
  if (event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
  const box = forms.map((form) => form.querySelector("[data-key]")).find((each) => each && each.offsetParent);
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});
