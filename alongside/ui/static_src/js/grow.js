// Blanks grow with what is written, also where the style sheet alone cannot do it.
const house = window.alongside;
const bySheet = CSS.supports("field-sizing", "content");

function fit(blank) {
  if (blank.scrollHeight <= blank.clientHeight) return;
  blank.style.setProperty("height", "auto");
  blank.style.setProperty("height", `${blank.scrollHeight + 4}px`);
}

house.preparers.push((place) => {
  if (bySheet) return;
  for (const blank of place.querySelectorAll("[data-grow]")) {
    fit(blank);
    blank.addEventListener("input", () => fit(blank));
  }
});
