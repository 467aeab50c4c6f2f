// @ts-check
// Routine planner: a form that downloads an iCalendar file. Choices are held in sessionStorage.

(() => {
  const place = document.querySelector(".ws-routine");
  const form = place?.querySelector("form");
  const status = place?.querySelector("[role=status]");
  if (!(place instanceof HTMLElement) || !form || !status) return;
  const words = place.dataset;
  const input = (/** @type {string} */ path) => /** @type {HTMLInputElement} */ (form.querySelector(path));
  const field = (/** @type {string} */ name) => input(`#routine-${name}`).value.trim();

  /** A name that no other event has; it says nothing about whose it is. */
  const id = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  /** Asks for what is missing, at its field. @param {HTMLInputElement} missing @param {string | undefined} question */
  const ask = (missing, question) => {
    missing.closest("form > *")?.after(status);
    status.textContent = question ?? "";
    missing.setAttribute("aria-invalid", "true");
    missing.setAttribute("aria-describedby", `${status.id} ${missing.getAttribute("aria-describedby") ?? ""}`.trim());
    missing.focus();
  };

  /** Takes the message away, and the mark of the field that it was about. */
  const clearStatus = () => {
    status.textContent = "";
    form.append(status);
    for (const asked of form.querySelectorAll("[aria-invalid]")) {
      const others = asked.getAttribute("aria-describedby")?.replace(status.id, "").trim();
      asked.removeAttribute("aria-invalid");
      if (others) asked.setAttribute("aria-describedby", others);
      else asked.removeAttribute("aria-describedby");
    }
  };

  const make = () => {
    const days = new FormData(form).getAll("day").map(Number);
    clearStatus();
    if (!days.length) return ask(input("[name=day]"), words.askDay);
    if (!field("time")) return ask(input("#routine-time"), words.askTime);
    if (!field("name")) return ask(input("#routine-name"), words.askName);
    status.textContent = words.made ?? "";
    const routine = {
      days,
      time: field("time"),
      minutes: Number(field("length")),
      weeks: Number(field("weeks")),
      reminder: field("reminder") ? Number(field("reminder")) : null,
      title: field("name"),
    };
    textFiles.download(`${words.file}.ics`, calendar.calendarFile(routine, new Date(), id()), "text/calendar");
  };

  const button = controls.button(words.make, make);
  button.classList.remove("ws-button--quiet");
  place.querySelector("[data-part=tools]")?.append(button);
  heldNote.watch(form, form.querySelector("[data-part=note]"), formRestore.watch(form), words);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", clearStatus);
})();
