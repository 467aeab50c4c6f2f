// What an address of a packet says, however it was sent on; and that nothing breaks the reading.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./page.mjs";

const ws = {};
run(["pages/packet-address.js"], "ws", { ws, URLSearchParams, Date });
const { MOST, isDate, isDay, read, write } = ws.packet;

/** Made in another realm, so compared as JSON. */
const plain = (value) => JSON.parse(JSON.stringify(value));
const codes = (address) => plain(read(address).faults).map(([code]) => code);

const PACKET = {
  title: "Week & one",
  on: "2026-12-01",
  note: "Slowly.\nOne at a time.",
  items: [
    { kind: "p", id: "a-kind-letter", day: "1", note: "or = another" },
    { kind: "w", id: "week", day: "2026-12-02", note: "" },
    { kind: "t", id: "", day: "", note: "100 % yours" },
  ],
};
const WRITTEN = write(PACKET);

test("what was written is read again, with nothing left out", () => {
  const { packet, faults, found } = read(WRITTEN);
  assert.deepEqual(plain(packet), PACKET);
  assert.deepEqual(plain(faults), []);
  assert.equal(found, true);
});

test("an empty packet has no address, and no address is no packet", () => {
  assert.equal(write({ title: "", on: "", note: "", items: [] }), "");
  assert.equal(read("").found, false);
  assert.equal(read("#mood=low").found, false);
});

const SENT = {
  "in HTML": (text) => text.replace(/&/g, "&amp;"),
  "as quoted-printable": (text) => text.replace(/=/g, "=3D"),
  "encoded once more": (text) => encodeURIComponent(text),
  "with words behind it": (text) => `${text} is the link.`,
};
for (const [how, sent] of Object.entries(SENT)) {
  test(`sent ${how}, it says the same`, () => {
    assert.deepEqual(plain(read(sent(WRITTEN)).packet), PACKET);
  });
}

const FAULTY = {
  cut: "packet=1&p=a",
  version: "packet=2&p=a&end=1",
  damaged: "packet=1&p=A%20B!&end=1",
  bad_day: "packet=1&p=a&d=91&end=1",
  unknown: "packet=1&colour=red&end=0",
  twice: "packet=1&p=a&p=a&end=2",
  letters: "packet=1&note=%E0%A4%A&end=0",
  many: `packet=1${"&t=word".repeat(MOST + 1)}&end=61`,
  long_text: `packet=1&title=${"a".repeat(81)}&end=0`,
};
for (const [code, address] of Object.entries(FAULTY)) {
  test(`${code} is named`, () => assert.ok(codes(address).includes(code), codes(address).join()));
}

test("no text keeps signs that turn the direction of what follows, or that nobody sees", () => {
  const { packet } = read("packet=1&title=a%E2%80%AEb%00c&end=0");
  assert.equal(packet.title, "abc");
});

test("days are numbers from 1 to 90 or dates that there are", () => {
  for (const day of ["1", "90"]) assert.ok(isDay(day));
  for (const day of ["0", "01", "91", "1.5", ""]) assert.ok(!isDay(day));
  assert.ok(isDate("2028-02-29"));
  for (const date of ["2027-02-29", "2026-13-01", "26-01-01", ""]) assert.ok(!isDate(date));
});
