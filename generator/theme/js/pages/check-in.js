// @ts-check
// A check-in: a word, perhaps a number, perhaps a line. It stands on this page only, unless the reader
// chooses to keep it on the device; then the last weeks can be looked at, taken along and erased.

/** @typedef {CheckIn & {id?: string}} Noted without an id it is not kept */

(() => {
  const place = document.querySelector(".ws-checkin");
  const sheet = document.querySelector(".ws-weeks");
  const form = place?.querySelector("form");
  if (!(place instanceof HTMLElement) || !(sheet instanceof HTMLElement) || !form) return;
  const words = place.dataset;
  const shelf = deviceStorage.checkIns;
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (sheet.querySelector(`[data-part=${name}]`));
  const status = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
  const paper = /** @type {HTMLElement} */ (document.querySelector("[data-part=paper]"));
  const [word, line] = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input[type=text]"));

  const looseSlot = `${formRestore.path}#loose`;
  /** @returns {Noted[]} */
  const heldLoose = () => [tabStorage.held(looseSlot) ?? []].flat().filter(shelf.isValid);
  let loose = heldLoose(); // for this tab only
  let saved = !loose.length;
  const fields = formRestore.watch(form);
  heldNote.watch(form, form.querySelector(".ws-checkin__note"), fields, words);
  let page = 0; // of four weeks, counted back from today
  let every = false; // row of the table is shown on the screen; on paper they always are
  const FEW = 7;

  const announce = (/** @type {string | undefined} */ text, where = status) => {
    for (const one of [status, part("status")]) one.textContent = one === where ? (text ?? "") : "";
  };

  /** @returns {Noted | null} */
  const readForm = () => {
    if (!word.value.trim()) {
      word.focus(); // what stands beside it says that any word will do
      return null;
    }
    const strength = String(new FormData(form).get("strength") ?? "");
    return {
      date: checkInChart.localStamp(new Date()),
      word: word.value.trim(),
      strength: strength ? Number(strength) : null,
      line: line.value.trim(),
    };
  };

  const holdLoose = () => tabStorage.hold(looseSlot, loose.length ? loose : null);

  const done = (/** @type {string | undefined} */ said) => {
    fields.clear();
    page = 0;
    render();
    announce(said);
  };

  const keep = (/** @type {Noted} */ entry) => {
    const told = shelf.keep(Date.now().toString(36), entry);
    if (told !== "kept") return announce(words[told]);
    done(words.kept);
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  place.querySelector("[data-part=form-tools]")?.append(
    controls.button(words.keep, () => {
      const entry = readForm();
      if (!entry) return;
      const trouble = deviceStorage.trouble();
      if (trouble) return announce(words[trouble]);
      // Whoever has kept some has been told, and goes on with it.
      if (shelf.all().length) return keep(entry);
      confirmation(form, words.warning, words.yes, words.no, () => keep(entry));
    }),
    controls.button(words.add, () => {
      const entry = readForm();
      if (!entry) return;
      loose.unshift(entry);
      saved = false;
      done(holdLoose() === "held" ? words.added : words.addedHere);
    }),
  );

  // Lines and words to borrow: a tap puts one into the field and goes on to the next question.
  const bank = /** @type {HTMLDetailsElement} */ (form.querySelector("details"));
  for (const item of form.querySelectorAll(".ws-borrowed > li, .ws-bank li")) {
    const borrowed = item.textContent ?? "";
    const line = item.querySelector("svg");
    const button = controls.button(borrowed, () => {
      word.value = borrowed;
      fields.hold();
      bank.open = false;
      /** @type {HTMLElement} */ (form.querySelector("input:checked")).focus();
    });
    button.className = line ? "ws-borrowed__mood" : "ws-chip";
    if (line) button.prepend(line);
    item.replaceChildren(button);
  }

  /** @param {string} name @param {string} role @param {(Node | string)[]} inside */
  const box = (name, role, ...inside) => {
    const made = document.createElement(name);
    made.setAttribute("role", role); // on a narrow screen the table is no table to look at
    made.append(...inside);
    return made;
  };

  /** @param {Noted} entry @param {string[]} common */
  const row = (entry, common) => {
    const erase = box("td", "cell");
    erase.className = "ws-weeks__erase";
    const button = controls.button(words.erase, () =>
      confirmation(erase, words.eraseAsk, words.yesErase, words.no, () => {
        if (entry.id) shelf.erase(entry.id);
        else loose = loose.filter((one) => one !== entry);
        holdLoose();
        erased(words.erased);
      }),
    );
    button.className = "ws-plain";
    erase.append(button);
    const when = box("th", "rowheader", checkInChart.formatMoment(entry.date));
    const number = box("td", "cell", entry.strength === null ? "" : String(entry.strength));
    number.className = "ws-weeks__number";
    const feeling = box("td", "cell", legendKey(checkInChart.shapeIndex(entry.word, common)), ` ${entry.word}`);
    if (!entry.id) feeling.append(` (${words.loose})`);
    when.setAttribute("scope", "row");
    controls.labelByElements(button, when);
    const line = box("td", "cell", entry.line);
    feeling.dir = line.dir = "auto"; // as somebody wrote them, from whichever side
    feeling.translate = line.translate = false; // a browser that translates the page would send them to a server
    return box("tr", "row", when, feeling, number, line, erase);
  };

  /** @param {number} shape */
  const legendKey = (shape) => checkInChart.svgElement("svg", { viewBox: "-7 -7 14 14", "aria-hidden": "true", class: "ws-key" }, checkInChart.mark(shape));

  /** @param {Noted[]} entries of one page @param {string[]} common */
  const table = (entries, common) => {
    const head = [words.when, words.feeling, words.number, words.goingOn, words.erase].map((name) => {
      const cell = box("th", "columnheader", name ?? "");
      cell.setAttribute("scope", "col");
      return cell;
    });
    head[4].className = "ws-weeks__erase";
    return [box("thead", "rowgroup", box("tr", "row", ...head)), box("tbody", "rowgroup", ...entries.map((entry) => row(entry, common)))];
  };

  const render = () => {
    const all = [...loose, ...shelf.all()].sort((one, other) => other.date.localeCompare(one.date));
    const today = localDate();
    const on = (/** @type {Noted} */ entry) => checkInChart.pageOf(checkInChart.dayOf(entry.date), today);
    sheet.hidden = !all.length;
    document.body.dataset.checkIns = all.length ? "some" : "none"; // what is printed
    paper.replaceChildren(...(all.length ? [] : [controls.button(words.printPaper, () => window.print())]));
    if (!all.length) return;

    const { first, last } = checkInChart.pageSpan(page, today);
    const shown = all.filter((entry) => on(entry) === page);
    const common = checkInChart.commonWords(shown);
    const long = /** @type {const} */ ({ dateStyle: "long" });
    const from = checkInChart.formatDay(first, long);
    const to = checkInChart.formatDay(last, long);
    const fill = (/** @type {string | undefined} */ text) => formatMessage(text, { from, to });
    part("span").textContent = fill(words.span);
    part("picture").replaceChildren(
      checkInChart.chart(shown, first, common, { title: fill(words.picture), text: words.pictureText }),
    );
    const others = shown.some((entry) => checkInChart.shapeIndex(entry.word, common) < 0);
    part("key").replaceChildren(
      ...[...common, ...(others ? [words.other ?? ""] : [])].map((name, n) => {
        const item = document.createElement("li");
        item.translate = n >= common.length;
        item.append(legendKey(n < common.length ? n : -1), ` ${name}`);
        return item;
      }),
    );
    part("table").replaceChildren(...table(shown, common));
    part("table").setAttribute("role", "table");
    part("table").hidden = !shown.length;
    const few = shown.length > FEW && !every;
    part("table").toggleAttribute("data-few", few);
    part("all").replaceChildren(
      ...(few
        ? [
            controls.button(words.all, () => {
              every = true;
              render();
              sheet.focus();
            }),
          ]
        : []),
    );

    const before = all.find((entry) => on(entry) > page);
    const after = [...all].reverse().find((entry) => on(entry) < page);
    part("turn").replaceChildren(
      ...pageButton(words.earlier, before ? on(before) : page < 0 ? 0 : page),
      ...pageButton(words.later, after ? on(after) : page > 0 ? 0 : page),
    );
    tools(all);
  };

  /** @param {string | undefined} text @param {number} to */
  const pageButton = (text, to) => {
    const go = () => {
      page = to;
      render();
      sheet.focus();
    };
    return to === page ? [] : [controls.button(text, go)];
  };

  /** @param {Noted[]} all */
  const tools = (all) => {
    const name = `${words.name}-${localDate()}`;
    const head = [words.date, words.time, words.feeling, words.number, words.goingOn].map(String);
    const save = (/** @type {string} */ ending, /** @type {string} */ text, /** @type {string} */ type) => {
      textFiles.download(`${name}.${ending}`, text, type);
      saved = true;
    };
    part("tools").replaceChildren(
      controls.button(words.print, () => window.print()),
      controls.button(words.text, () => save("txt", checkInExport.asText(all, words.scale ?? ""), "text/plain")),
      controls.button(words.csv, () => save("csv", checkInExport.asCsv(all, head), "text/csv")),
      controls.button(words.eraseAll, () =>
        confirmation(part("tools"), words.eraseAllAsk, words.yesErase, words.no, () => {
          loose = [];
          holdLoose();
          shelf.eraseAll();
          erased(words.erasedAll);
        }),
      ),
    );
  };

  /** @param {string | undefined} said */
  const erased = (said) => {
    saved ||= !loose.length;
    render();
    announce(said, sheet.hidden ? status : part("status"));
    (sheet.hidden ? place : sheet).focus();
  };

  for (const one of [place, sheet]) one.tabIndex = -1; // takes the focus when the button that had it is gone
  for (const field of [word, line]) field.setAttribute("writingsuggestions", "false");
  render();
  // Erased or written in another tab; a question that is open stays.
  const lookAgain = () => {
    render();
    if (sheet.hidden) announce(""); // nothing stands below any more
  };
  addEventListener("storage", (event) => deviceStorage.isOwnEvent(event) && !document.querySelector(".ws-ask") && lookAgain());
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    if (!tabStorage.trouble()) loose = heldLoose(); // erased meanwhile, or somebody left quickly
    lookAgain();
  });
  unloadGuard.ask((here) => {
    const held = here && !fields.trouble;
    return !held && (!saved || Boolean(word.value.trim() || line.value.trim()));
  });
})();
