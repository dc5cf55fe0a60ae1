// A second tap on a chosen pill takes the answer back.
const house = window.alongside;

function takeBack(choices) {
  let chosen = choices.querySelector(":checked");
  choices.addEventListener("click", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || input.type !== "radio") return;
    if (input === chosen) {
      input.checked = false;
      chosen = null;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    } else {
      chosen = input;
    }
  });
  choices.addEventListener("keydown", (event) => {
    const input = event.target;
    if (event.key !== " " || input !== chosen) return;
    event.preventDefault();
    input.click();
  });
}

house.preparers.push((place) => {
  for (const choices of place.querySelectorAll("[data-take-back]")) takeBack(choices);
});
