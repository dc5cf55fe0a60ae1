// A fold that opens by itself when certain words are typed; closed again by hand, it stays closed.
document.querySelectorAll("details[data-opened-by]").forEach((fold) => {
  const typed = document.getElementById(fold.dataset.openedBy);
  const when = new RegExp(fold.dataset.when, "iu");
  typed?.addEventListener("input", () => {
    if (fold.dataset.opened || !when.test(typed.value)) return;
    fold.dataset.opened = "yes";
    fold.open = true;
  });
});
