// @ts-check
// Leaving quickly, by the link or by pressing Shift three times: the page goes blank at once, what was
// typed is gone, and Back does not lead here again. Without a script the link is an ordinary link.

(() => {
  const box = document.querySelector(".ws-exit");
  const link = box?.querySelector("a");
  const status = box?.querySelector("[role=status]");
  if (!(box instanceof HTMLElement) || !link || !status) return;
  const WITHIN = 5000; // milliseconds

  const leave = () => {
    for (const field of document.querySelectorAll("textarea, input")) {
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) field.value = "";
    }
    document.documentElement.classList.add("ws-gone");
    document.title = "";
    location.replace(link.href);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  let presses = 0;
  let forget = 0;
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    // Shift with another key is a capital letter, not a wish to leave.
    presses = event.key === "Shift" && !event.ctrlKey && !event.altKey && !event.metaKey ? presses + 1 : 0;
    clearTimeout(forget);
    if (presses >= 3) return leave();
    status.textContent = (presses && box.dataset[`press${presses}`]) || "";
    forget = setTimeout(() => {
      presses = 0;
      status.textContent = "";
    }, WITHIN);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) document.documentElement.classList.remove("ws-gone");
  });
})();
