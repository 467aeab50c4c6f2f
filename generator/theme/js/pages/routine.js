// @ts-check
// Routine planner: a form that downloads an iCalendar file. Choices are held in sessionStorage.

(() => {
  const place = document.querySelector(".ws-routine");
  const form = place?.querySelector("form");
  const status = place?.querySelector("[role=status]");
  if (!(place instanceof HTMLElement) || !form || !status) return;
  const words = place.dataset;
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement} */ (form.querySelector(`#routine-${name}`)).value;

  /** A name that no other event has; it says nothing about whose it is. */
  const id = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  const make = () => {
    const days = new FormData(form).getAll("day").map(Number);
    status.textContent = (days.length ? words.made : words.none) ?? "";
    if (!days.length) return;
    const routine = {
      days,
      time: field("time") || "20:00",
      minutes: Number(field("length")),
      weeks: Number(field("weeks")),
      reminder: field("reminder") ? Number(field("reminder")) : null,
      title: field("name").trim() || (words.usual ?? ""),
    };
    textFiles.download(`${words.file}.ics`, calendar.calendarFile(routine, new Date(), id()), "text/calendar");
  };

  const button = controls.button(words.make, make);
  button.classList.remove("ws-button--quiet");
  place.querySelector("[data-part=tools]")?.append(button);
  formRestore.watch(form);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => (status.textContent = ""));
})();
