// Runs scripts of the site as a page would, one after the other, and gives what they make.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const folder = new URL("../../generator/theme/js/", import.meta.url);

/** The value of an expression after the scripts ran; `around` is what the page has. */
export const run = (scripts, wanted, around = {}) => {
  const source = scripts.map((name) => readFileSync(new URL(name, folder), "utf-8")).join("\n");
  return vm.runInNewContext(`${source}\n;(${wanted})`, around);
};

/** A place like the storage of a browser; `refuses` has it throw. */
export class Store {
  constructor() {
    Object.defineProperty(this, "room", { value: Infinity, writable: true });
  }
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key, value) {
    if (value.length > this.room) throw new DOMException("no room", "QuotaExceededError");
    this[key] = String(value);
  }
  removeItem(key) {
    delete this[key];
  }
  get length() {
    return Object.keys(this).length;
  }
}
