// Keys: Alt+N or Ctrl+Shift+comma for a quick note, Alt+P for the privacy screen. Where a keyboard layout types
// a letter of its own with such a chord, the letter wins.
const house = window.alongside;

function typesLetter(event, plain) {
  if (event.getModifierState("AltGraph")) return true;
  return event.key.length === 1 && event.key.toLowerCase() !== plain && event.key !== "Dead";
}

function chord(event, code, plain) {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
  // In a script without this letter (Amharic, Arabic) the place of the key counts, unless it types something there.
  const latin = event.key.toLowerCase() === plain;
  return latin || (event.code === code && !typesLetter(event, plain) && event.key !== "Dead");
}

document.addEventListener("keydown", (event) => {
  if (event.repeat || event.isComposing) return;
  if (chord(event, "KeyP", "p") && house.lock) {
    event.preventDefault();
    house.lock();
  } else if (chord(event, "KeyN", "n") && house.openNote) {
    event.preventDefault();
    house.openNote();
  } else if (isComma(event) && house.openNote) {
    event.preventDefault();
    house.openNote();
  }
});

function isComma(event) {
  if (!event.ctrlKey || !event.shiftKey || event.altKey || event.metaKey) return false;
  return event.code === "Comma" || event.key === "," || event.key === "<" || event.key === ";";
}
