// @ts-check
// Packet editor. The URL fragment is the only state: undoable changes push a history entry, typing replaces the
// present one.
(() => {
  const { loadScript, packet: own } = ws;
  const { address, counts, fillTemplate, inside, create, displayName, part, message, tell, entryOf } = own;

  const plural = new Intl.PluralRules(document.documentElement.lang);
  const [list, status] = [part("items"), part("said")];
  /** @type {{place: number, item: PacketItem} | null} */
  let removed = null;
  const REST = 350; // milliseconds; Safari lets a page change its address 100 times in 30 seconds
  let pause = 0; // the timer of what is typed and not in the address yet
  let last = -REST; // when something typed was written there
  const nothing = part("count").textContent;

  /** @param {keyof PacketPage["counts"]} key @param {number} n */
  const countText = (key, n) => formatMessage(counts[key][plural.select(n)] ?? counts[key].other, { n });

  /** @param {number} n */
  const inIt = (n) => countText("in_it", n);

  /** How long all of it takes, in minutes or, for much, in hours. @param {PacketItem[]} items */
  const totalTime = (items) => {
    const minutes = items.reduce((sum, item) => sum + entryOf(item).minutes, 0);
    if (!minutes) return "";
    return minutes < 120 ? countText("minutes_in_all", minutes) : countText("hours_in_all", Math.round(minutes / 60));
  };

  /** @param {PacketItem} item */
  const isIncluded = (item) => own.now.items.some((other) => other.kind === item.kind && other.id === item.id);

  const rest = () => {
    clearTimeout(pause);
    pause = 0;
  };

  const fragment = () => own.write(own.now) || location.pathname;

  /** Puts what waits into the address. */
  const flushTyping = () => {
    if (!pause || deviceStorage.hasLeft()) return;
    rest();
    last = performance.now();
    history.replaceState({ edit: true }, "", fragment());
  };

  /** @param {boolean} [typing] */
  const writeAddress = (typing = false) => {
    if (typing) pause ||= setTimeout(flushTyping, last + REST - performance.now());
    else {
      rest();
      history.pushState({ edit: true }, "", fragment());
    }
    renderHandOver();
  };

  /** The way out: address, QR code, sheets and paper. */
  const renderHandOver = () => {
    const { items, title, on, note } = own.now;
    const url = location.href.split("#")[0] + own.write(own.now);
    const begun = Boolean(items.length || title || on || note);
    part("count").textContent = items.length ? inIt(items.length) : nothing;
    part("empty").hidden = items.length > 0;
    tell("total", totalTime(items));
    status.textContent ||= inIt(items.length);
    part("when").hidden = part("bar").hidden = !items.length;
    for (const name of ["over", "cover", "more-words"]) part(name).hidden = !begun;
    part("address").value = url;
    tell("long", location.protocol === "file:" ? message("from_file") : url.length > 2000 ? message("long", { n: url.length }) : "");
    part("code").hidden = location.protocol === "file:";
    const files = [...new Set(items.filter(({ kind }) => kind === "w").map(entryOf))].flatMap(({ title, files }) =>
      files.map((/** @type {string[]} */ [name, size, file]) => {
        const [line, link] = [create("li"), create("a", `${title}: ${name}`)];
        link.href = address(file);
        line.append(link, ` ${size}`);
        return line;
      }));
    part("files").hidden = !files.length;
    inside(part("files"), "ul").replaceChildren(...files);
    if (part("code").getAttribute("aria-expanded") === "true") drawQrCode(url);
    own.markIncluded();
    own.renderPaper();
  };

  /** @param {string[]} focus what has the focus afterwards: the first of these in the list that is there */
  const render = (...focus) => {
    const { items, title, on, note } = own.now;
    if (items.length) loadScript("confirmation").catch(() => {}); // "Take everything out" asks first
    const kind = items.some(({ day }) => own.isDate(day)) ? "dates" : items.some(({ day }) => day) ? "days" : "none";
    for (const box of part("when").querySelectorAll("input")) box.checked = box.value === kind;
    for (const [name, value] of Object.entries({ title, on, note })) {
      const field = /** @type {HTMLInputElement} */ (inside(part("cover"), `[name=${name}]`));
      if (field.value.trim() !== value) field.value = value;
      if (value) part("cover").open = true;
    }
    const lines = items.map((/** @type {PacketItem} */ item, /** @type {number} */ place) => {
      const { title, meta, deep, url, reasons } = entryOf(item);
      const line = fillTemplate("item", {
        title, meta: meta || null, note: true,
        reasons: deep && reasons,
        day: kind === "days" && true,
        date: kind === "dates" && true,
      });
      line.dataset.place = String(place);
      const link = /** @type {HTMLAnchorElement} */ (inside(line, "a"));
      if (url) link.href = address(url) + own.write(own.now);
      else link.replaceWith(title);
      for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (line.querySelectorAll("[name]"))) {
        field.value = item[/** @type {"day" | "note"} */ (field.name)];
        if (field.name === "note" && (item.note || item.kind === "t")) field.closest("details")?.setAttribute("open", "");
      }
      for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (line.querySelectorAll("[data-act]"))) {
        const { act = "" } = button.dataset;
        button.setAttribute("aria-label", message(act, { title: displayName(item) }));
        button.disabled = place === (act === "up" ? 0 : act === "down" ? items.length - 1 : -1);
      }
      return line;
    });
    if (removed) {
      const line = create("li", message("removed", { title: displayName(removed.item) }), "ws-packet__removed");
      line.append(" ", controls.button(message("undo"), undoRemoval));
      lines.splice(removed.place, 0, line);
    }
    list.replaceChildren(...lines);
    renderHandOver();
    if (focus.length) (focus.map((one) => inside(list, one)).find(Boolean) ?? part("count")).focus();
  };

  /** @param {string} day @param {number} more */
  const addDays = (day, more) =>
    own.isDay(day) ? String(Math.min(90, Number(day) + more))
      : day ? new Date(Date.parse(`${day}T00:00Z`) + more * 86_400_000).toISOString().slice(0, 10) : "";

  const lastDay = () => {
    const { items } = own.now;
    return items.length ? items[items.length - 1].day : "";
  };

  /** @param {PacketItem} item @param {HTMLElement} [button] */
  const add = (item, button) => {
    const { items } = own.now;
    if (items.length >= own.MOST) return void (status.textContent = message("full", { most: own.MOST }));
    if (isIncluded(item)) return void (status.textContent = message("there", { title: displayName(item) }));
    removed = null;
    item.day = addDays(lastDay(), 1);
    items.push(item);
    const before = button?.getBoundingClientRect().top ?? 0;
    writeAddress();
    render();
    // What was added stands above: the place that the reader looks at must not move under the finger.
    if (button) scrollBy(0, button.getBoundingClientRect().top - before);
    status.textContent = `${message("added")} ${inIt(items.length)}.`;
  };

  const undoRemoval = () => {
    if (!removed) return;
    const { place, item } = removed;
    own.now.items.splice(place, 0, item);
    removed = null;
    status.textContent = message("back", { title: displayName(item) });
    writeAddress();
    render(`[data-place="${place}"] [data-act=remove]`);
  };

  /** @param {number} place @param {string} act */
  const change = (place, act) => {
    const { items } = own.now;
    const [item] = items.splice(place, 1);
    removed = null;
    if (act === "remove") {
      removed = { place, item };
      writeAddress();
      render(".ws-packet__removed button");
      status.textContent = message("removed", { title: displayName(item) });
      return;
    }
    const to = place + (act === "up" ? -1 : 1);
    items.splice(to, 0, item);
    // Days stay where they are in the plan; the things change places.
    [items[place].day, items[to].day] = [items[to].day, items[place].day];
    writeAddress();
    render(`[data-place="${to}"] [data-act=${act}]:enabled`, `[data-place="${to}"] [data-act]:enabled`);
    status.textContent = message("moved", { title: displayName(item), n: to + 1, count: items.length });
  };

  /** Numbers of days become dates from today on, dates numbers from the first of them. @param {string} kind none, days or dates */
  const convertDays = (kind) => {
    const { items } = own.now;
    const dates = items.map(({ day }) => (own.isDate(day) ? Date.parse(`${day}T00:00Z`) / 86_400_000 : NaN));
    const first = Math.min(...dates.filter((date) => !Number.isNaN(date)));
    const numbers = items.map(({ day }, /** @type {number} */ place) =>
      own.isDay(day) ? Number(day) : Number.isNaN(dates[place]) ? place + 1 : dates[place] - first + 1,
    );
    items.forEach((/** @type {PacketItem} */ item, /** @type {number} */ place) => {
      const day = String(Math.min(90, numbers[place]));
      item.day = kind === "days" ? day : kind === "dates" ? addDays(localDate(), Number(day) - 1) : "";
    });
    writeAddress();
    render();
  };

  /** @param {string} url */
  const drawQrCode = async (url) => {
    await loadScript("qr").catch(() => {});
    const { qr } = ws;
    const picture = qr?.picture(url, message("code"));
    part("code-place").replaceChildren(picture ?? create("p", message("no_code", { n: url.length, most: qr?.most ?? 0 })));
    part("paper-code").replaceChildren(...(picture ? [picture.cloneNode(true)] : []));
  };

  /** What the field said when somebody came to it, or since a day was taken. */
  let before = "";

  /** @param {Element} within */
  const itemIndex = (within) => Number(within.closest("li")?.dataset.place);

  /** @param {EventTarget | null} target @returns {target is HTMLInputElement | HTMLTextAreaElement} */
  const isField = (target) => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

  list.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("[data-act]");
    if (button instanceof HTMLElement) change(itemIndex(button), button.dataset.act ?? "");
  });
  list.addEventListener("input", ({ target }) => {
    if (!isField(target)) return;
    const item = own.now.items[itemIndex(target)];
    const value = target.value.trim();
    if (target.name === "note") item.note = value;
    else if (!target.validity.badInput && (!value || own.isDay(value) || own.isDate(value))) item.day = value;
    else if (target.type === "number") item.day = before; // 9 was taken on the way to 95
    writeAddress(true);
  });
  list.addEventListener("focusin", ({ target }) => {
    if (isField(target)) before = target.value;
  });
  list.addEventListener("change", ({ target }) => {
    if (!isField(target) || target.type !== "number") return; // a date changes with each of its parts
    const { day } = own.now.items[itemIndex(target)];
    before = day;
    if (target.value === day && !target.validity.badInput) return;
    target.value = day; // what is not taken does not stay in sight as if it were
    status.textContent = message("day_range");
  });
  part("cover").addEventListener("input", ({ target }) => {
    if (!isField(target)) return;
    own.now[/** @type {"title" | "on" | "note"} */ (target.name)] = target.value.trim();
    writeAddress(true);
  });
  part("when").addEventListener("change", ({ target }) => isField(target) && convertDays(target.value));
  part("words").addEventListener("click", () => {
    const { items } = own.now;
    if (items.length >= own.MOST) return;
    items.push({ kind: "t", id: "", day: addDays(lastDay(), 1), note: "" });
    render(`[data-place="${items.length - 1}"] textarea`);
  });
  part("copy").addEventListener("click", async () => {
    const copied = await navigator.clipboard?.writeText(part("address").value).then(() => true, () => false);
    part("over-status").textContent = message(copied ? "copied" : "not_copied");
    if (!copied) part("address").select();
  });
  part("code").addEventListener("click", () => {
    const open = part("code").getAttribute("aria-expanded") !== "true";
    part("code").setAttribute("aria-expanded", String(open));
    if (open) drawQrCode(part("address").value);
    else for (const name of ["code-place", "paper-code"]) part(name).replaceChildren();
  });
  part("print-edited").addEventListener("click", () => own.renderPaper().then(() => print()));
  part("look").addEventListener("click", () => {
    flushTyping();
    own.switchMode(false);
  });
  part("to-list").addEventListener("click", () => part("count").focus());
  part("to-over").addEventListener("click", () => part("over-title").focus());
  part("clear").addEventListener("click", async () => {
    const { question, yes, no } = part("ask").dataset;
    await loadScript("confirmation");
    confirmation(part("ask"), question, yes, no, () => {
      Object.assign(own.now, own.empty());
      removed = null;
      writeAddress();
      render();
      part("count").focus();
    });
  });
  addEventListener("popstate", rest); // what was typed belongs to the entry that was left
  addEventListener("pagehide", flushTyping);
  // A reload opens the address as it was before pagehide.
  addEventListener("keydown", ({ key, ctrlKey, metaKey }) => (key === "F5" || ((ctrlKey || metaKey) && /^r$/i.test(key))) && flushTyping());
  own.add = add;
  own.isIncluded = isIncluded;
  own.edit = () => {
    removed = null;
    render();
  };
})();
