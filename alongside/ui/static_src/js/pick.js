// The device's own picker behind a button; what is picked is written into the line in the form it asks for.
const two = (part) => String(part).padStart(2, "0");

function written(picked, { order, halves }) {
  const [day, at] = picked.includes("-") ? picked.split("T") : ["", picked];
  const [year, month, date] = day.split("-");
  const [hour, minute] = (at || "").split(":");
  const [am, pm] = halves.split("|");
  const when = at && (halves ? `${hour % 12 || 12}:${minute}${hour < 12 ? am : pm}` : `${hour}:${minute}`);
  return [day && order.replace("y", year).replace("m", month).replace("d", date), when].filter(Boolean).join(", ");
}

// Where a day stands already, the picker opens on it.
function standing(line, { order, pick }) {
  const found = /^(\d+)\/(\d+)\/(\d{4})$/.exec(line.value);
  if (pick !== "date" || !found) return "";
  const [month, day] = order[0] === "m" ? [found[1], found[2]] : [found[2], found[1]];
  return `${found[3]}-${two(month)}-${two(day)}`;
}

window.alongside.preparers.push((place) => {
  for (const button of place.querySelectorAll("[data-pick]")) {
    const line = button.previousElementSibling;
    const picker = document.createElement("input");
    Object.assign(picker, { type: button.dataset.pick, className: "picker", tabIndex: -1, ariaHidden: "true" });
    button.after(picker);
    button.hidden = !picker.showPicker;
    button.addEventListener("click", () => {
      picker.value = standing(line, button.dataset);
      picker.showPicker();
    });
    picker.addEventListener("change", () => {
      line.value = written(picker.value, button.dataset);
      line.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
});
