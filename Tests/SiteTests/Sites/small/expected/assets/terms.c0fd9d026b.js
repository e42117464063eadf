// Escape hides the definition that is shown for the term under the pointer or in focus, until another one is. Without it the
// definitions show all the same, and each term leads to its own.
(() => {
  "use strict";

  const root = document.documentElement;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") root.classList.add("definitions-hidden");
  });
  for (const name of ["mouseover", "focusin"]) {
    document.addEventListener(name, (event) => {
      if (event.target.closest(".term")) root.classList.remove("definitions-hidden");
    });
  }
})();
