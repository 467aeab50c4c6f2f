// Words with places to fill: a value stands there as it is, whatever signs it has.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./page.mjs";

const formatMessage = run(["format-message.js"], "formatMessage");

test("a value is no pattern", () => {
  for (const value of ["$&", "$$", "$`", "$'", "$1", "{n}", "{name}"]) assert.equal(formatMessage("a {name} b", { name: value }), `a ${value} b`);
});

test("numbers, several places, and what has no value", () => {
  assert.equal(formatMessage("{from} to {to}, {from}", { from: 1, to: "x" }), "1 to x, 1");
  assert.equal(formatMessage("{constructor} {n}", {}), "{constructor} {n}");
  assert.equal(formatMessage(undefined, { n: 1 }), "");
});
