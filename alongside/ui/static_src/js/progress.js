// A form whose sending takes a while: the bar fills from what the server says of it. Without this, one waits.
const house = window.alongside;
const EVERY = 700;

async function follow(bar, url) {
  try {
    const answer = await fetch(url, { credentials: "same-origin", headers: { Accept: "application/json" } });
    const told = await answer.json();
    if (told.read) {
      bar.max = told.whole;
      bar.value = told.read;
    }
  } catch {
    // The next look will tell.
  }
  setTimeout(() => follow(bar, url), EVERY);
}

house.preparers.push((place) => {
  for (const form of place.querySelectorAll("form[data-progress]")) {
    form.addEventListener("submit", () => {
      const bar = form.querySelector("progress");
      form.querySelector("[data-waiting]").hidden = false;
      for (const button of form.querySelectorAll("button")) button.disabled = true;
      follow(bar, form.dataset.progress);
    });
  }
});
