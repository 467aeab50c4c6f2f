// @ts-check
// Controller of the writing pad: buttons, events and status messages of a textarea. The state machine is in
// drafts.js. Without a script the pad is a field to type in and to print.

(() => {
  const pad = document.querySelector(".ws-pad");
  const area = pad?.querySelector("textarea");
  const tools = pad?.querySelector(".ws-pad__tools");
  const note = pad?.querySelector("#pad-note");
  const status = pad?.querySelector(".ws-pad__status");
  if (!(pad instanceof HTMLElement) || !area || !tools || !status) return;
  if (!(note instanceof HTMLElement)) return;
  const heading = document.getElementById("write");
  const words = pad.dataset;

  let saved = ""; // the text as it was last saved in a file
  let pause = 0;

  const plain = (/** @type {string} */ found) =>
    (document.querySelector(found)?.textContent ?? "").replace(/\s+/g, " ").trim();
  const about = {
    title: plain("article h1"),
    path: deviceStorage.pathOf(),
    prompt: [".ws-prompt__task", ".ws-prompt__text", "#starter"].map(plain).filter(Boolean).join(" "),
  };

  // From the page of everything that was kept, somebody goes on with one of them.
  const chosen = () => /^#write-(\w+)$/.exec(location.hash)?.[1];
  const goesOn = chosen();

  const draft = drafts.open(
    {
      shelf: deviceStorage.texts,
      tab: tabStorage,
      slot: about.path,
      now: () => new Date().toISOString(),
      newId: () => Date.now().toString(36) + Math.random().toString(36).slice(2, 6),
    },
    goesOn,
  );

  /** Says what happened, by its name in drafts.js. @param {string} [done] */
  const announce = (done = "") => {
    status.textContent = words[done] ?? "";
    if (!["kept", "both", "newer"].includes(done)) return;
    const all = document.createElement("a");
    all.href = words.all ?? "";
    all.textContent = words.allTitle ?? "";
    status.append(" ", all);
  };

  /** Brings the page to what the draft is now. @param {string} [done] */
  const render = (done = "") => {
    if (area.value !== draft.text) {
      area.value = draft.text;
      textareaAutosize.fit(area);
    }
    for (const part of [pad, heading]) part?.toggleAttribute("data-blank", !draft.text); // not printed
    keepButton.hidden = draft.kept;
    eraseButton.hidden = !draft.kept;
    clearButton.hidden = !draft.text;
    otherButton.hidden = !draft.more;
    // The address names what a reload opens: another entry, or none any more.
    if (chosen() && chosen() !== draft.id) {
      history.replaceState(history.state, "", draft.id ? `#write-${draft.id}` : location.pathname + location.search);
    }
    note.hidden = draft.kept; // it says that nothing is kept
    note.toggleAttribute("data-trouble", Boolean(draft.room)); // shown also where one writes alone
    const held = words[draft.room ? `tab${draft.room}` : "tab"] ?? "";
    if (note.textContent !== held) note.textContent = held; // else it would be told at each key
    if (done) announce(done);
  };

  const keep = () => {
    clearTimeout(pause);
    render(draft.keep(about));
  };

  const keepNow = () => draft.kept && draft.changed && keep();

  const meet = (/** @type {string} */ met) => (met === "both" ? keep() : met && render(met));

  const keepButton = controls.button(words.keep, () => {
    if (!area.value.trim()) return area.focus();
    const trouble = deviceStorage.trouble(); // asked for nothing, a consent would be to nothing
    if (trouble) return announce(trouble);
    confirmation(pad, words.warning, words.yes, words.no, () => {
      keep();
      if (draft.kept) eraseButton.focus(); // it stands where the other was
    });
  });
  const eraseButton = controls.button(words.erase, () => {
    clearTimeout(pause);
    draft.erase();
    render("released");
    keepButton.focus();
  });
  const saveButton = controls.button(words.save, () => {
    if (!area.value.trim()) return area.focus();
    const date = new Date().toISOString();
    textFiles.download(`${words.name}-${localDate()}.txt`, textFiles.asText({ ...about, date, text: area.value }));
    saved = area.value;
  });
  const printButton = controls.button(words.print, () => window.print());
  const clear = () => {
    clearTimeout(pause);
    meet(draft.clear());
    area.focus();
  };
  const clearButton = controls.button(words.clear, () => {
    if (draft.kept && draft.changed) keep();
    if (draft.kept && !draft.changed) clear(); // nothing is lost
    else confirmation(pad, words.clearAsk, words.yesClear, words.no, clear);
  });
  const otherButton = controls.button(words.other, () => {
    keepNow();
    clearTimeout(pause);
    meet(draft.showOther());
    area.focus();
  });
  const onlyThePage = focusMode.offer(area, words.alone, words.done);
  if (onlyThePage) {
    tools.append(onlyThePage);
    // Beside a phone's keyboard there is room for one word each.
    for (const [made, brief] of /** @type {const} */ ([
      [keepButton, words.keepBrief],
      [eraseButton, words.eraseBrief],
      [saveButton, words.saveBrief],
      [clearButton, words.clearBrief],
      [otherButton, words.otherBrief],
    ])) focusMode.shorten(made, brief);
  }
  tools.append(keepButton, eraseButton, saveButton, printButton, clearButton, otherButton);

  ws.optOutOfBackForwardCache();
  // Browsers that offer to go on writing by themselves may ask a server for it.
  area.setAttribute("writingsuggestions", "false");
  note.setAttribute("aria-live", "polite");
  textareaAutosize.watch([area]);
  const early = area.value; // typed while the page was loading: it stands on a line of its own
  if (early && early !== draft.text) draft.edit([draft.text, early].filter(Boolean).join("\n"));
  if (draft.kept && draft.changed) keep(); // what could not be kept before; or it has grown elsewhere
  else render(draft.opened || (draft.kept ? "kept" : draft.text ? "back" : ""));
  if (goesOn) area.focus();

  // For a link to it some browsers show the pad as if it had the focus, and type nothing into it.
  addEventListener("click", (event) => {
    if (!(event.target instanceof Element && event.target.closest("a[href='#pad']"))) return;
    event.preventDefault();
    area.focus();
    area.scrollIntoView();
  });

  area.addEventListener("input", () => {
    const done = draft.edit(area.value);
    render();
    clearTimeout(pause);
    if (draft.kept) pause = setTimeout(keep, 800);
    else announce(done);
  });

  /** @param {boolean} [back] whether the page was put away meanwhile */
  const look = (back = false) => meet(draft.refresh(back));
  document.addEventListener("visibilitychange", () => (document.hidden ? keepNow() : look()));
  addEventListener("storage", () => look());
  addEventListener("pageshow", ({ persisted }) => persisted && look(true));
  addEventListener("pagehide", keepNow);

  unloadGuard.ask((here) => {
    keepNow();
    return (!here && draft.more) || (draft.changed && draft.text !== saved && (!here || Boolean(draft.room)));
  });
})();
