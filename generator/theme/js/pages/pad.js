// @ts-check
// The writing pad below a prompt. Without a script it is a place to type and print. Nothing is kept
// unless the reader says so, for this one text; from then on it is kept again as it changes.

(() => {
  const pad = document.querySelector(".ws-pad");
  const area = pad?.querySelector("textarea");
  const tools = pad?.querySelector(".ws-pad__tools");
  const note = pad?.querySelector("#pad-note");
  const status = pad?.querySelector(".ws-pad__status");
  if (!(pad instanceof HTMLElement) || !area || !tools || !status) return;
  if (!(note instanceof HTMLElement)) return;
  const words = pad.dataset;

  let id = ""; // of what is kept; empty as long as nothing is
  let began = "";
  let safe = ""; // the words as they were last kept or saved
  let pause = 0;

  const path = location.href.slice(deviceStorage.site.href.length).replace(/[?#].*/, "");
  const plain = (/** @type {string} */ found) =>
    (document.querySelector(found)?.textContent ?? "").replace(/\s+/g, " ").trim();

  /** @returns {Entry} */
  const entry = () => ({
    date: (began ||= new Date().toISOString()),
    title: plain("article h1"),
    path,
    prompt: [".ws-prompt__task", ".ws-prompt__text"].map(plain).filter(Boolean).join(" "),
    text: area.value,
  });

  const say = (/** @type {string | undefined} */ text) => {
    status.textContent = text ?? "";
  };

  /** Keeps the words as they are now; if that fails, says why, and the reader is asked before leaving. */
  const keep = () => {
    clearTimeout(pause);
    const name = id || Date.now().toString(36);
    const done = deviceStorage.texts.keep(name, entry());
    if (done !== "kept") return say(words[done]);
    id = name;
    safe = area.value;
    show();
    say(words.kept);
    const all = document.createElement("a");
    all.href = words.all ?? "";
    all.textContent = words.allTitle ?? "";
    status.append(" ", all);
  };

  const keepButton = controls.button(words.keep, () => {
    if (!area.value.trim()) return area.focus();
    if (location.protocol === "file:") return say(words.file);
    controls.ask(pad, words.warning, words.yes, words.no, () => {
      keep();
      if (id) eraseButton.focus(); // it stands where the other was
    });
  });
  const eraseButton = controls.button(words.erase, () => {
    deviceStorage.texts.erase(id);
    id = safe = "";
    clearTimeout(pause);
    show();
    keepButton.focus();
    say(words.erased);
  });
  const saveButton = controls.button(words.save, () => {
    if (!area.value.trim()) return area.focus();
    papers.save(`${words.name}-${new Date().toISOString().slice(0, 10)}.txt`, papers.asText(entry()));
    safe = area.value;
  });
  const printButton = controls.button(words.print, () => window.print());
  const show = () => {
    keepButton.hidden = Boolean(id);
    eraseButton.hidden = !id;
    note.hidden = Boolean(id); // it says that nothing is kept
  };
  show();
  tools.append(keepButton, eraseButton, saveButton, printButton);

  // Browsers that offer to go on writing by themselves may ask a server for it.
  area.setAttribute("writingsuggestions", "false");

  // From the page of everything that was kept, somebody goes on with one of them.
  const chosen = /^#write-(\w+)$/.exec(location.hash)?.[1] ?? "";
  const before = chosen && deviceStorage.texts.read(chosen);
  if (before) {
    id = chosen;
    began = before.date;
    area.value = safe = before.text;
    show();
    say(words.kept);
    area.focus();
  }

  const grow = () => {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  };
  area.addEventListener("input", () => {
    if (!CSS.supports("field-sizing", "content")) grow();
    if (!id) return say("");
    clearTimeout(pause);
    pause = setTimeout(keep, 800);
  });

  const keepNow = () => id && area.value !== safe && keep();
  document.addEventListener("visibilitychange", () => document.hidden && keepNow());
  addEventListener("pagehide", keepNow);
  addEventListener("beforeunload", (event) => {
    keepNow();
    if (area.value.trim() && area.value !== safe) event.preventDefault();
  });
})();
