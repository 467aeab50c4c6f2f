// @ts-check
// Puts values into words of the interface: "{n} found" with {n: 3} is "3 found". A value stands there as it is, whatever
// signs it has; String.replace would read "$&" in it as a pattern.

/**
 * @param {string | undefined} text
 * @param {Record<string, string | number>} values by the name between the braces
 */
const formatMessage = (text, values) =>
  (text ?? "").replace(/\{(\w+)\}/g, (place, /** @type {string} */ name) => (Object.keys(values).includes(name) ? String(values[name]) : place));
