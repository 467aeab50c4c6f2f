// @ts-check
// Codec of a packet in a URL fragment (key=value pairs): parse, serialize, and report what was not understood.
// packet=1, then title, on (the day of a session) and note; then the things in their order, p for a prompt,
// w for a worksheet, t for words alone, each followed by its day d and its note n; end says that nothing is
// missing. generator/site/urls.py writes the same. Whatever an address says, reading it never fails.
(() => {
  const MOST = 60; // things in one packet
  /** @type {Record<string, number>} */
  const LONGEST = { title: 80, note: 600, n: 600, t: 600 };
  const ID = /^[a-z0-9]+(-[a-z0-9]+){0,19}$/;
  // Signs that are no text: controls, halves of letters, and those that turn the direction of what follows.
  const NO_TEXT = /(?!\n)[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd]/gu;

  /** @param {string} text */
  const plain = (text) => text.replace(/\r\n?/g, "\n").replace(NO_TEXT, "").trim();

  /** @param {string} text */
  const isDate = (text) => {
    const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00Z`) : new Date(NaN);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  };

  /** @param {string} text */
  const isDay = (text) => /^[1-9]\d?$/.test(text) && Number(text) <= 90;

  /** @param {string} text */
  const short = (text) => [...plain(text)].slice(0, 40).join("");

  /** @returns {Packet} */
  const empty = () => ({ title: "", on: "", note: "", items: [] });

  /** @param {PacketItem} one @param {PacketItem} other */
  const same = (one, other) =>
    one.kind !== "t" && one.kind === other.kind && one.id === other.id && one.day === other.day;

  const FIRST = /(^|&)([a-z]+)%(?:25)*3d/gi;
  const NEXT = /(?:%(?:25)*26(?:amp%3b)?)(title|on|note|[pwtdn]|end|edit)(?:=|%(?:25)*3d)/gi;

  /** @param {string} text */
  const decoded = (text) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };

  /**
   * The fragment as it was written, before a mail program or an editor encoded it once more: signs as
   * %3D and %26, in HTML (&amp;) or as quoted-printable (=3D); and without what stood behind the link.
   * None of these can be in an address as `write` makes it.
   * @param {string} fragment
   */
  const unwrapped = (fragment) => {
    let text = fragment.replace(/^(?:#|%(?:25)*23)+/i, "");
    for (let times = 0; times < 3 && /^packet%(25)*3d/i.test(text); times++) {
      // Where all was encoded, spaces (+) were as well; else it is the signs between words only.
      if (/%25|%2b/i.test(text) && !/[+&]/.test(text)) text = decoded(text);
      else text = text.replace(FIRST, "$1$2=").replace(NEXT, "&$1=");
    }
    if (text.startsWith("packet=3D")) text = text.replace(/=3D/g, "=");
    text = text.replace(/&(amp;|#38;)+/g, "&");
    if (!text.includes("&")) text = text.replace(NEXT, "&$1=");
    if (/^[^%]*(%25[0-9a-f]{2}[^%]*)+$/i.test(text)) text = text.replace(/%25/g, "%");
    return text.replace(/(&end=\d+)(?!\d|&edit).*$/s, "$1");
  };

  /**
   * What an address holds, and what of it is left out; `found` is false if it holds no packet.
   * @param {string} address what stands behind the #
   */
  const read = (address) => {
    const fragment = unwrapped(address);
    const packet = empty();
    /** @type {PacketFault[]} */
    const faults = [];
    const pairs = [...new URLSearchParams(fragment)];
    if (pairs[0]?.[0] !== "packet") return { packet, faults, found: false, edit: false };
    if (pairs[0][1] !== "1") faults.push([/^\d+$/.test(pairs[0][1]) ? "version" : "damaged", short(pairs[0][1])]);
    if (/%(?![0-9a-f]{2})/i.test(fragment) || pairs.some((pair) => pair.join().includes("\ufffd"))) faults.push(["letters", ""]);

    /** @param {string} key @param {string} value */
    const text = (key, value) => {
      const signs = [...plain(value)];
      if (signs.length > LONGEST[key]) faults.push(["long_text", short(value)]);
      return signs.slice(0, LONGEST[key]).join("").trim();
    };
    /** @type {PacketItem | Packet} */
    let last = packet;
    let ended = false;
    let edit = false;
    let lost = "";
    for (const [key, value] of pairs.slice(1)) {
      if (key === "end") ended = true;
      else if (key === "edit") edit = true;
      else if (key === "p" || key === "w" || key === "t") {
        last = { kind: key, id: key === "t" ? "" : value.replace(/\s+/g, ""), day: "", note: key === "t" ? text(key, value) : "" };
        if (key === "t" ? !last.note : !ID.test(last.id)) faults.push(["damaged", short(value) || key]);
        else if (packet.items.length < MOST) packet.items.push(last);
        else lost ||= short(value);
      } else if (key === "title") packet.title = text(key, value).replace(/\n/g, " ");
      else if (key === "note") packet.note = text(key, value);
      else if (key === "n" && last !== packet) last.note ||= text(key, value);
      else if (key === "on" && isDate(value)) packet.on = value;
      else if (key === "d" && "day" in last && (isDay(value) || isDate(value))) last.day = value;
      else if (key === "on" || key === "d") faults.push(["bad_day", short(value)]);
      else faults.push(["unknown", short(key)]);
    }
    packet.items = packet.items.filter((item, place, all) => {
      const twice = all.slice(0, place).some((other) => same(item, other));
      if (twice) faults.push(["twice", item.id]);
      return !twice;
    });
    if (lost) faults.push(["many", lost]);
    if (!ended) faults.push(["cut", ""]);
    return { packet, faults, found: true, edit };
  };

  /**
   * A packet as it stands behind the # of an address; nothing for an empty one.
   * @param {Packet} packet
   */
  const write = ({ title, on, note, items }) => {
    if (!(title || on || note || items.length)) return "";
    const out = new URLSearchParams({ packet: "1" });
    const put = (/** @type {string} */ name, /** @type {string} */ value) => value && out.append(name, value);
    put("title", title);
    put("on", on);
    put("note", note);
    for (const item of items) {
      const alone = item.kind === "t";
      if (alone && !item.note) continue;
      out.append(item.kind, alone ? item.note : item.id);
      put("d", item.day);
      if (!alone) put("n", item.note);
    }
    out.append("end", String(items.length));
    return `#${out}`;
  };

  // The scripts of the page add the rest.
  ws.packet = /** @type {Ws["packet"]} */ ({ MOST, empty, isDate, isDay, read, same, write });
})();
