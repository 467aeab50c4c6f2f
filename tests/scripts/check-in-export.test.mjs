// Check-ins as files of the reader's own: a spreadsheet runs none of it, and nothing is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./page.mjs";

const { cell, asCsv, asText } = run(["format-message.js", "pages/check-in-export.js"], "checkInExport", { textFiles: { formatDateTime: (date) => `on ${date}` } });
const ENTRIES = [
  { date: "2026-11-27T08:00", word: "calm", strength: null, line: "" },
  { date: "2026-11-26T21:40", word: "sad, tired", strength: 0, line: 'He said "no"' },
];

test("nothing is a formula", () => {
  for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\uff1d1"]) assert.match(cell(text), /^"?'/);
  assert.equal(cell("calm"), "calm");
  assert.equal(cell("well-being = good"), "well-being = good");
});

test("the oldest comes first, and a strength of 0 is not none", () => {
  assert.equal(
    asCsv(ENTRIES, ["date", "time", "word", "number", "line"]),
    '\ufeffdate,time,word,number,line\r\n2026-11-26,21:40,"sad, tired",0,"He said ""no"""\r\n2026-11-27,08:00,calm,,\r\n',
  );
});

test("as text, what was not said leaves no empty line", () => {
  assert.equal(asText(ENTRIES, "{n} of 10"), 'on 2026-11-26T21:40\nsad, tired, 0 of 10\nHe said "no"\n\non 2026-11-27T08:00\ncalm\n');
});
