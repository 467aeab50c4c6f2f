// @ts-check
// Packet viewer: what is next first, then the whole plan, and a print layout. Renders from the URL fragment
// alone; the editor is a script of its own.
(() => {
  const { loadScript, catalogue, packet: own } = ws;

  const root = /** @type {HTMLElement} */ (document.querySelector("ws-packet"));
  const heading = /** @type {HTMLElement} */ (document.querySelector("article h1"));
  const words = JSON.parse(root.dataset.words ?? "{}");
  const lang = document.documentElement.lang;
  const usual = heading.textContent ?? "";
  /** @type {Shelf} */
  let shelf;
  /** @type {Map<string, PacketThing>} */
  const things = new Map();
  /** @type {Packet} */
  let packet = own.empty();
  let at = 0;
  let turn = 0;
  let paperTurn = 0;

  /** @type {PacketPage["part"]} */
  const part = (name) => /** @type {never} */ (root.querySelector(`[data-part="${name}"]`));

  /** @param {string} key @param {Record<string, string | number>} [values] */
  const message = (key, values = {}) => formatMessage(words[key], values);

  /** @type {PacketPage["create"]} */
  const create = (name, text = "", type = "") =>
    Object.assign(document.createElement(name), { textContent: text }, type && { className: type });

  /** @type {PacketPage["inside"]} */
  const inside = (box, selector) => /** @type {never} */ (box.querySelector(selector));

  /** @param {string} name @param {string} text */
  const tell = (name, text) => {
    part(name).textContent = text;
    part(name).hidden = !text;
  };

  /** @param {string} day */
  const dayText = (day) => {
    if (!day) return "";
    if (own.isDay(day)) return message("day", { n: day });
    /** @type {Intl.DateTimeFormatOptions} */
    const form = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" };
    if (day.slice(0, 4) !== localDate().slice(0, 4)) form.year = "numeric";
    return new Intl.DateTimeFormat(lang, form).format(new Date(`${day}T00:00Z`));
  };

  /** @param {PacketItem} item @returns {PacketThing} */
  const entryOf = (item) =>
    things.get(`${item.kind} ${item.id}`) ?? { title: message("own"), meta: "", deep: false, url: "", place: -1, reasons: [], files: [], form: "", minutes: 0 };

  /** A name for somebody who reads or hears a list. @param {PacketItem} item */
  const displayName = (item) => (item.kind === "t" && item.note ? item.note.slice(0, 50) : entryOf(item).title);

  /** Text, starter, questions, closing, reasons, time, room and task of a prompt. @param {PacketItem} item @returns {Promise<PromptText>} */
  const textOf = async (item) => {
    const { place, reasons } = entryOf(item);
    if (place < 0) return ["", "", [], "", reasons];
    try {
      const texts = /** @type {PromptText[]} */ (await catalogue.load(shelf.texts[Math.floor(place / shelf.few)]));
      return texts[place % shelf.few];
    } catch {
      return [message("no_text"), "", [], "", reasons];
    }
  };

  /**
   * A copy of a piece of the page with words put in, without the parts for which there are none.
   * @type {PacketPage["fillTemplate"]}
   */
  const fillTemplate = (name, puts) => {
    const copy = /** @type {HTMLElement} */ (part(name).content.firstElementChild?.cloneNode(true));
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (copy.querySelectorAll("[data-put]"))) {
      const put = puts[place.dataset.put ?? ""];
      const list = place.querySelector("ul");
      if (!put || (Array.isArray(put) && !put.length)) place.remove();
      else if (place.dataset.put === "text") place.replaceChildren(...String(put).split("\n").filter(Boolean).map((line) => create("span", line)));
      else if (Array.isArray(put)) (list ?? place).replaceChildren(...put.map((one) => (typeof one === "string" ? create("li", one) : one)));
      else if (typeof put === "string") (place.querySelector("span") ?? place).textContent = put;
    }
    return copy;
  };

  /** @param {string} path */
  const address = (path) => new URL(path, catalogue.top).href;

  /** @param {string} href @param {string} text @param {string} [note] */
  const link = (href, text, note = "") => {
    const [line, a] = [create("li"), create("a", text)];
    a.href = address(href);
    line.append(a, note && ` ${note}`);
    return line;
  };

  /** One thing with all its words, to do on a screen or on paper. @param {PacketItem} item */
  const sheet = async (item) => {
    const { title, meta, deep, url, files } = entryOf(item);
    const [text, starter, more, closing, reasons, time, room, task] = await textOf(item);
    const isPrompt = item.kind === "p";
    const whole = fillTemplate("thing", {
      day: dayText(item.day),
      title,
      meta,
      note: item.note,
      reasons,
      prompt: isPrompt,
      task,
      text,
      starter,
      more,
      support: deep && isPrompt && message("support", { time: time ?? "" }),
      apart: item.kind === "w",
      lines: isPrompt && Array.from({ length: 30 }, () => document.createElement("div")),
      closing,
      after: isPrompt,
      links: url && [
        link(isPrompt ? `${url}#write` : url, message(isPrompt ? "write" : "sheet")),
        ...files.map(([name, note, file]) => link(file, name, note)),
      ],
    });
    if (isPrompt) whole.dataset.room = room ?? "page";
    return whole;
  };

  /** How forms look comes with the first of them. @type {Promise<unknown> | undefined} */
  let look;
  const dressed = () =>
    (look ??= new Promise((done) => {
      const href = address("assets/looks/worksheet.css");
      document.head.append(Object.assign(create("link"), { rel: "stylesheet", href, onload: done, onerror: done }));
    }));

  /** The form of a worksheet as its own page has it, without the names of its fields. @param {PacketItem} item @returns {Promise<Element[]>} */
  const worksheetForm = async (item) => {
    const { form } = entryOf(item);
    try {
      const page = new DOMParser().parseFromString(form && String(await catalogue.load(form)), "text/html");
      for (const name of ["id", "name", "for", "aria-describedby"])
        for (const one of page.querySelectorAll(`[${name}]`)) one.removeAttribute(name);
      await dressed();
      return [...page.querySelectorAll(".ws-sheet")].map((one) => document.adoptNode(one));
    } catch {
      return [];
    }
  };

  /** Things that are for the same day, one after the other, are one step. */
  const steps = () => {
    /** @type {PacketItem[][]} */
    const found = [];
    for (const item of packet.items) {
      const last = found[found.length - 1];
      if (item.day && last?.[0].day === item.day) last.push(item);
      else found.push([item]);
    }
    return found;
  };

  /** Today's step or the next one, where there are dates. */
  const nextStep = () => {
    const days = steps().map(([item]) => item.day);
    if (!days.some(own.isDate)) return 0;
    const coming = days.findIndex((day) => own.isDate(day) && day >= localDate());
    return coming < 0 ? days.length - 1 : coming;
  };

  /** @param {number} to @param {boolean} [follow] whether the reader asked for it */
  const showStep = async (to, follow = false) => {
    const all = steps();
    const mine = ++turn;
    at = Math.max(0, Math.min(to, all.length - 1));
    const items = all[at] ?? [];
    const day = items[0]?.day ?? "";
    const shown = await Promise.all(items.map(sheet));
    if (mine !== turn) return;
    const today = localDate();
    const when = own.isDate(day) && day >= today && at === nextStep() ? (day === today ? "today" : "next") : "";
    part("step-title").textContent = when
      ? message(when, { day: dayText(day) })
      : dayText(day) || message("step", { n: at + 1, count: all.length });
    part("step").replaceChildren(...shown);
    part("earlier").hidden = at === 0;
    part("later").hidden = at >= all.length - 1;
    part("plan").replaceChildren(...all.map((group, place) => {
      const line = create("li");
      const names = group.map(displayName).join(", ");
      const button = create("button", [dayText(group[0].day), names].filter(Boolean).join(": "), "ws-plain");
      button.type = "button";
      button.dir = "auto";
      if (place === at) button.setAttribute("aria-current", "step");
      button.addEventListener("click", () => showStep(place, true));
      line.append(button);
      return line;
    }));
    if (!follow) return;
    part("step-title").scrollIntoView();
    part("step-title").focus({ preventScroll: true });
  };

  /** The cover, and every thing with room to write: on paper only. */
  const renderPaper = async () => {
    const { title, on, note, items } = packet;
    const mine = ++paperTurn;
    if (title) part("paper-title").textContent = title;
    tell("paper-for", on && message("for_day", { day: dayText(on) }));
    tell("paper-note", note);
    // What is said about a worksheet stands on the cover, unless it is a deep one; its form follows.
    const apart = (/** @type {PacketItem} */ item) => item.kind !== "p" && !entryOf(item).deep;
    part("contents").replaceChildren(...items.map((item) => {
      const line = create("li", [dayText(item.day), item.kind === "t" ? item.note : entryOf(item).title, entryOf(item).meta].filter(Boolean).join(" · "));
      if (item.kind === "w" && item.note && apart(item)) line.append(create("p", item.note, "ws-packet__words"));
      for (const one of [line, ...line.children]) one.setAttribute("dir", "auto");
      return line;
    }));
    const whole = await Promise.all(items.map(async (item) =>
      [...(apart(item) ? [] : [await sheet(item)]), ...(item.kind === "w" ? await worksheetForm(item) : [])]));
    if (mine === paperTurn) part("things").replaceChildren(...whole.flat());
    part("crisis").hidden = !items.some((item) => entryOf(item).deep);
  };

  /** Shows the packet to do, or the tools to change it. @param {boolean} edit */
  const showMode = async (edit) => {
    // What is read appears when all of it is there, so that nothing moves.
    if (!edit) await showStep(nextStep());
    root.dataset.mode = edit ? "edit" : "read";
    part("editing").hidden = !edit;
    part("reading").hidden = edit;
    heading.textContent = edit ? usual : packet.title || message("title_read");
    heading.dir = "auto";
    tell("for", packet.on && message("for_day", { day: dayText(packet.on) }));
    tell("note", packet.note);
    renderPaper();
    if (edit) await Promise.all(["find", "packet-editor", "packet-finder"].map(loadScript)).then(() => own.edit(), showFailure);
  };

  const showFailure = () => part("faults").replaceChildren(create("p", message("failed")));

  /** What an address says, as far as this site has it; the rest is named. */
  const openAddress = () => {
    const { packet: read, faults, found, edit } = own.read(location.hash);
    packet = read;
    packet.items = packet.items.filter((item) => {
      const known = item.kind === "t" || things.has(`${item.kind} ${item.id}`);
      const title = shelf.gone[item.id];
      if (!known) faults.push([title ? "gone" : "missing", title ?? item.id]);
      return known;
    });
    part("faults").replaceChildren(...faults.map((/** @type {[string, string]} */ [code, name]) => create("p", message(code, { name, most: own.MOST }))));
    const change = edit || !found || !packet.items.length || Boolean(history.state?.edit);
    if (edit) history.replaceState({ edit: true }, "", own.write(packet));
    return showMode(change);
  };

  /** @param {boolean} edit */
  const switchMode = async (edit) => {
    history.pushState({ edit }, "", own.write(packet) || location.pathname);
    await showMode(edit);
    scrollTo(0, 0);
    (edit ? part("count") : part("step-title")).focus({ preventScroll: true });
  };

  addEventListener("popstate", openAddress);
  part("change").addEventListener("click", () => switchMode(true));
  part("later").addEventListener("click", () => showStep(at + 1, true));
  part("earlier").addEventListener("click", () => showStep(at - 1, true));
  part("print").addEventListener("click", () => renderPaper().then(() => print()));

  /** @satisfies {Partial<PacketPage>} */
  const offered = { address, dayText, fillTemplate, inside, create, displayName, renderPaper, part, root, message, tell, entryOf, switchMode, words, counts: /** @type {any} */ (words) };
  Object.assign(own, offered);
  Object.defineProperty(own, "now", { get: () => packet });
  own.ready = catalogue.load("shelf").then((value) => {
    shelf = value;
    for (const kind of /** @type {const} */ (["p", "w"])) {
      const rows = kind === "p" ? shelf.prompts : shelf.sheets;
      rows.forEach(([id, title, meta, level, reasons, files, form, minutes], place) =>
        things.set(`${kind} ${id}`, {
          title, meta, reasons, files, form, minutes,
          deep: level >= shelf.deep,
          url: formatMessage(shelf[kind], { id }),
          place: kind === "p" ? place : -1,
        }));
    }
    own.shelf = shelf;
    return openAddress();
  }).catch(showFailure);
})();
