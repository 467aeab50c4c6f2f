// @ts-check
// A QR code of an address, drawn on the device by lean-qr (js/libraries/), which the generator puts before
// this file. Error correction M where the code stays small enough, else L. Codes with more than 137 modules
// a side are not made: phones miss them.
(() => {
  const { generate, correction } = ws.leanQr;
  const DENSE = 15; // versions up to this one have correction M
  const LARGEST = 30;
  const MOST = 1732; // bytes in the largest with correction L
  const QUIET = 4; // modules of white around the code
  const MODULE = 0.45; // millimetres on paper; below 0.4 phones miss codes that are printed a little blurred
  const LEAST = 34; // millimetres a side, so that a small code is no stamp

  /**
   * The modules of the code, row by row, or null if the text is too long.
   * @param {string} text
   */
  const code = (text) => {
    const encoded = (/** @type {QrOptions} */ how) => {
      try {
        return generate(text, how);
      } catch {
        return null;
      }
    };
    const found =
      encoded({ minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M, maxVersion: DENSE }) ??
      encoded({ minCorrectionLevel: correction.L, maxCorrectionLevel: correction.L, maxVersion: LARGEST });
    return found && {
      side: found.size,
      dark: Array.from({ length: found.size ** 2 }, (_, n) => Number(found.get(n % found.size, Math.floor(n / found.size)))),
    };
  };

  /**
   * The code as a picture with a name, as large on paper as its modules need, or null if the text is too long.
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
      path += `M${x + QUIET} ${y + QUIET}h${end - x}v1H${x + QUIET}z`;
      x = end;
    }
    const made = (/** @type {string} */ tag, /** @type {Record<string, string>} */ attributes) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const whole = side + 2 * QUIET;
    const wide = `${Math.max(LEAST, whole * MODULE)}mm`;
    const svg = made("svg", {
      viewBox: `0 0 ${whole} ${whole}`, width: wide, height: wide, role: "img", "aria-label": name,
      "shape-rendering": "crispEdges",
    });
    svg.append(made("rect", { width: String(whole), height: String(whole), fill: "#fff" }), made("path", { d: path, fill: "#000" }));
    return svg;
  };

  ws.qr = { code, picture, most: MOST };
})();
