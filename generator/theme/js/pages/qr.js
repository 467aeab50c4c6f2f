// @ts-check
// A QR code (ISO/IEC 18004, bytes only) of an address, drawn on the device. Error correction M where the
// code stays small enough, else L. Codes with more than 137 modules a side are not made: phones miss them.
(() => {
  const LARGEST = 30;
  // For each version from 1: how many blocks, and how many bytes of correction each has.
  const LEVELS = [
    {
      bits: 0, // M
      blocks: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29],
      correction: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28],
      until: 15,
    },
    {
      bits: 1, // L
      blocks: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15],
      correction: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30],
      until: LARGEST,
    },
  ];

  /** Where the small squares stand, on both axes. @param {number} version */
  const marks = (version) => {
    if (version === 1) return [];
    const many = Math.floor(version / 7) + 2;
    const step = Math.floor((version * 8 + many * 3 + 5) / (many * 4 - 4)) * 2;
    const places = Array.from({ length: many - 1 }, (_, n) => version * 4 + 10 - n * step);
    return [6, ...places.reverse()];
  };

  /** All bytes that a version holds, data and correction. @param {number} version */
  const capacity = (version) => {
    const side = version * 4 + 17;
    const many = marks(version).length;
    const small = many ? many * many - 3 : 0;
    const timing = 2 * (side - 16) - (many > 2 ? 2 * (many - 2) * 5 : 0);
    return Math.floor((side * side - 192 - timing - small * 25 - 31 - (version > 6 ? 36 : 0)) / 8);
  };

  /** @param {number} version @param {typeof LEVELS[0]} level */
  const room = (version, { blocks, correction }) => capacity(version) - blocks[version - 1] * correction[version - 1];

  // Arithmetic of the field with 256 elements in which the correction is computed.
  const power = new Uint8Array(510);
  const log = new Uint8Array(256);
  for (let n = 0, value = 1; n < 255; n++) {
    power[n] = power[n + 255] = value;
    log[value] = n;
    value = (value << 1) ^ (value & 128 ? 0x11d : 0);
  }
  const times = (/** @type {number} */ a, /** @type {number} */ b) => (a && b ? power[log[a] + log[b]] : 0);

  /** The correction of one block. @param {Uint8Array} block @param {number} many */
  const remainder = (block, many) => {
    let divisor = [1];
    for (let n = 0; n < many; n++) {
      const longer = [...divisor, 0];
      divisor.forEach((value, place) => (longer[place + 1] ^= times(value, power[n])));
      divisor = longer;
    }
    const rest = new Uint8Array(block.length + many);
    rest.set(block);
    for (let n = 0; n < block.length; n++) {
      const factor = rest[n];
      divisor.forEach((value, place) => (rest[n + place] ^= times(value, factor)));
    }
    return rest.slice(block.length);
  };

  /** Data with its correction, in the order in which it is drawn. @param {Uint8Array} bytes @param {number} version @param {typeof LEVELS[0]} level */
  const words = (bytes, version, level) => {
    const size = room(version, level);
    const length = version < 10 ? 1 : 2;
    // Four bits for the kind, the length, then the bytes: all of it stands half a byte off.
    const head = length === 1 ? [bytes.length] : [bytes.length >> 8, bytes.length & 255];
    const data = new Uint8Array(size);
    let half = 4;
    [...head, ...bytes].forEach((byte, place) => {
      data[place] = (half << 4) | (byte >> 4);
      half = byte & 15;
    });
    let end = head.length + bytes.length;
    if (end < size) data[end++] = half << 4;
    for (let n = 0; end < size; n++) data[end++] = n % 2 ? 0x11 : 0xec;

    const many = level.blocks[version - 1];
    const correction = level.correction[version - 1];
    const short = Math.floor(size / many);
    const longer = many - (size % many);
    /** @type {Uint8Array[]} */
    const blocks = [];
    for (let n = 0, from = 0; n < many; n++) {
      const to = from + short + (n >= longer ? 1 : 0);
      blocks.push(data.slice(from, to));
      from = to;
    }
    const rests = blocks.map((block) => remainder(block, correction));
    const out = [];
    for (let n = 0; n <= short; n++) for (const block of blocks) if (n < block.length) out.push(block[n]);
    for (let n = 0; n < correction; n++) for (const rest of rests) out.push(rest[n]);
    return out;
  };

  const MASKS = [
    (/** @type {number} */ x, /** @type {number} */ y) => (x + y) % 2,
    (/** @type {number} */ x, /** @type {number} */ y) => y % 2,
    (/** @type {number} */ x) => x % 3,
    (/** @type {number} */ x, /** @type {number} */ y) => (x + y) % 3,
    (/** @type {number} */ x, /** @type {number} */ y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
    (/** @type {number} */ x, /** @type {number} */ y) => ((x * y) % 2) + ((x * y) % 3),
    (/** @type {number} */ x, /** @type {number} */ y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
    (/** @type {number} */ x, /** @type {number} */ y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
  ];

  /** A number with the bits of its own correction behind it. @param {number} value @param {number} many @param {number} divisor */
  const checked = (value, many, divisor) => {
    let rest = value;
    for (let n = 0; n < many; n++) rest = (rest << 1) ^ ((rest >> (many - 1)) * divisor);
    return (value << many) | rest;
  };

  /**
   * Everything but the data, and which modules that is.
   * @param {number} version
   */
  const frame = (version) => {
    const side = version * 4 + 17;
    const dark = new Uint8Array(side * side);
    const fixed = new Uint8Array(side * side);
    const set = (/** @type {number} */ x, /** @type {number} */ y, /** @type {any} */ on) => {
      dark[y * side + x] = Number(on);
      fixed[y * side + x] = 1;
    };
    /** A square with rings. @param {number} x @param {number} y @param {number} reach */
    const eye = (x, y, reach) => {
      for (let dy = -reach; dy <= reach; dy++) for (let dx = -reach; dx <= reach; dx++) {
        if (Math.min(x + dx, y + dy) < 0 || Math.max(x + dx, y + dy) >= side) continue;
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(x + dx, y + dy, reach === 4 ? ring !== 2 && ring !== 4 : ring !== 1);
      }
    };
    for (let n = 0; n < side; n++) {
      set(6, n, n % 2 === 0);
      set(n, 6, n % 2 === 0);
    }
    for (const [x, y] of [[3, 3], [side - 4, 3], [3, side - 4]]) eye(x, y, 4);
    const places = marks(version);
    for (const x of places) for (const y of places) {
      const corner = (x === 6 && y === 6) || (x === 6 && y === side - 7) || (y === 6 && x === side - 7);
      if (!corner) eye(x, y, 2);
    }
    if (version > 6) {
      const bits = checked(version, 12, 0x1f25);
      for (let n = 0; n < 18; n++) {
        const [a, b] = [side - 11 + (n % 3), Math.floor(n / 3)];
        set(a, b, (bits >> n) & 1);
        set(b, a, (bits >> n) & 1);
      }
    }
    return { side, dark, fixed, set };
  };

  /** How hard a picture is to read: long runs, squares, false eyes, too much of one colour. @param {Uint8Array} dark @param {number} side */
  const trouble = (dark, side) => {
    let points = 0;
    for (const across of [1, side]) {
      const down = across === 1 ? side : 1;
      for (let line = 0; line < side; line++) {
        let row = "";
        for (let n = 0; n < side; n++) row += dark[line * down + n * across];
        for (const run of row.match(/0{5,}|1{5,}/g) ?? []) points += run.length - 2;
        for (let n = 0; n < side - 10; n++) if (/^(10111010000|00001011101)/.test(row.slice(n, n + 11))) points += 40;
      }
    }
    let sum = 0;
    dark.forEach((on, place) => {
      sum += on;
      if (place % side === side - 1 || place >= side * (side - 1)) return;
      if (on === dark[place + 1] && on === dark[place + side] && on === dark[place + side + 1]) points += 3;
    });
    return points + 10 * Math.floor(Math.abs((sum * 20) / dark.length - 10));
  };

  /**
   * The modules of a code, row by row, or null if the text is too long.
   * @param {string} text
   */
  const code = (text) => {
    const bytes = new TextEncoder().encode(text);
    const fits = (/** @type {number} */ version, /** @type {typeof LEVELS[0]} */ level) =>
      bytes.length + (version < 10 ? 2 : 3) <= room(version, level);
    for (const level of LEVELS) for (let version = 1; version <= level.until; version++) {
      if (fits(version, level)) return drawn(bytes, version, level);
    }
    return null;
  };

  /** @param {Uint8Array} bytes @param {number} version @param {typeof LEVELS[0]} level */
  const drawn = (bytes, version, level) => {
    const { side, dark, fixed, set } = frame(version);
    /** @param {number} mask */
    const format = (mask) => {
      const bits = checked((level.bits << 3) | mask, 10, 0x537) ^ 0x5412;
      for (let n = 0; n < 15; n++) {
        const on = (bits >> n) & 1;
        set(8, n < 6 ? n : n < 8 ? n + 1 : side - 15 + n, on);
        set(n < 8 ? side - 1 - n : n === 8 ? 7 : 14 - n, 8, on);
      }
      set(8, side - 8, 1);
    };
    format(0);
    const stream = words(bytes, version, level);
    let bit = 0;
    for (let right = side - 1; right > 0; right -= 2) {
      if (right === 6) right = 5;
      const up = ((right + 1) & 2) === 0;
      for (let n = 0; n < side; n++) for (const x of [right, right - 1]) {
        const place = (up ? side - 1 - n : n) * side + x;
        if (fixed[place]) continue;
        dark[place] = (stream[bit >> 3] >> (7 - (bit & 7))) & 1;
        bit++;
      }
    }
    /** @type {{points: number, dark: Uint8Array}} */
    let best = { points: Infinity, dark };
    MASKS.forEach((mask, number) => {
      format(number);
      const tried = dark.map((on, place) =>
        fixed[place] ? on : on ^ Number(mask(place % side, Math.floor(place / side)) === 0));
      const points = trouble(tried, side);
      if (points < best.points) best = { points, dark: tried };
    });
    return { side, dark: best.dark };
  };

  /**
   * The code as a picture with a name, or null if the text is too long.
   * @param {string} text
   * @param {string} name
   */
  const picture = (text, name) => {
    const found = code(text);
    if (!found) return null;
    const { side, dark } = found;
    let path = "";
    for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) {
      if (!dark[y * side + x]) continue;
      let end = x + 1;
      while (end < side && dark[y * side + end]) end++;
      path += `M${x + 4} ${y + 4}h${end - x}v1H${x + 4}z`;
      x = end;
    }
    const made = (/** @type {string} */ tag, /** @type {Record<string, string>} */ attributes) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const whole = String(side + 8);
    const svg = made("svg", { viewBox: `0 0 ${whole} ${whole}`, role: "img", "aria-label": name, "shape-rendering": "crispEdges" });
    svg.append(made("rect", { width: whole, height: whole, fill: "#fff" }), made("path", { d: path, fill: "#000" }));
    return svg;
  };

  /** @type {any} */ (globalThis).ws.qr = { code, picture, most: room(LARGEST, LEVELS[1]) - 3 };
})();
