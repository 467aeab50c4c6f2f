// @ts-check
// Export of check-ins as plain text and as CSV (RFC 4180), with protection against formula injection.

const checkInExport = (() => {
  /** Text that a spreadsheet would take for a formula gets a quote before it. @param {string} text */
  const cell = (text) => {
    const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
    return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };

  /** The oldest first, after a mark by which spreadsheets know the letters. @param {CheckIn[]} entries @param {string[]} head */
  const asCsv = (entries, head) =>
    "\ufeff" +
    [head, ...entries.map(({ date, word, strength, line }) => [...date.split("T"), word, strength === null ? "" : String(strength), line]).reverse()] // prettier-ignore
      .map((row) => `${row.map(cell).join(",")}\r\n`)
      .join("");

  /** @param {CheckIn[]} entries @param {string} scale a number in words, with {n} */
  const asText = (entries, scale) =>
    [...entries].reverse().map(({ date, word, strength, line }) =>
      [textFiles.formatDateTime(date), strength === null ? word : `${word}, ${formatMessage(scale, { n: strength })}`, line].filter(Boolean).join("\n"),
    ).join("\n\n") + "\n"; // prettier-ignore

  return { cell, asCsv, asText };
})();
