// @ts-check
// Plain-text and Markdown export as a download (Blob URL); nothing is sent. Dates in the reader's locale.

const textFiles = (() => {
  /** @param {string} moment */
  const formatDateTime = (moment) =>
    new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" }).format(
      new Date(moment),
    );

  /** @param {Entry} entry */
  const asText = (entry) =>
    [entry.title, formatDateTime(entry.date), entry.prompt, entry.text].filter(Boolean).join("\n\n") + "\n";

  /** @param {Entry} entry */
  const asMarkdown = (entry) => {
    const quoted = entry.prompt && `> ${entry.prompt}`;
    const text = entry.text.replace(/(\S)\n(?=\S)/g, "$1  \n"); // a line that was ended stays ended
    return [`## ${entry.title}`, `*${formatDateTime(entry.date)}*`, quoted, text].filter(Boolean).join("\n\n") + "\n";
  };

  /**
   * Offers a text as a download.
   * @param {string} name with its ending
   * @param {string} text
   * @param {string} [type]
   */
  const download = (name, text, type = "text/plain") => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };

  return { formatDateTime, asText, asMarkdown, download };
})();
