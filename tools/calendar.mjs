// What ical.js, which Thunderbird and Nextcloud read calendars with, makes of one: for the tests.
//
//   node tools/calendar.mjs 200 < file.ics
//
// Prints {UID: [moment]} with the first starts of each event in UTC. Only the file's own time zones are
// known, as for a program that has no list of zones.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const most = Number(process.argv[2]);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const found = {};
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  const starts = (found[event.uid] = []);
  const dates = event.iterator();
  for (let next = dates.next(); next && starts.length < most; next = dates.next()) {
    starts.push(next.toJSDate().toISOString());
  }
}
console.log(JSON.stringify(found));
