// @ts-check
/** A date of the reader's own calendar, such as 2026-11-30. */
const localDate = (moment = new Date()) => new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
