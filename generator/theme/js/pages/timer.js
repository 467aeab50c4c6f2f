// @ts-check
// Countdown timer for writing, drawn as a sun that sets. It announces minutes, not seconds, and shows them on
// request; nothing flashes, and stopping is always right.
// It compares times of the clock, so that it is right again after the screen was locked.

(() => {
  const timer = document.querySelector(".ws-timer");
  if (!(timer instanceof HTMLElement)) return;
  const words = timer.dataset;
  const MINUTE = 60_000;
  const MOST = 30;

  // Not by Intl.NumberFormat: the first one takes a phone longer than all other scripts of the page.
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const forms = /** @type {PluralForms} */ (JSON.parse(words.minutesForms ?? "{}"));
  const minutesText = (/** @type {number} */ minutes) =>
    formatMessage(forms[plural.select(minutes)] ?? forms.other, { n: minutes });
  const usual = Number(words.minutes) || 5;

  let end = 0; // a time of the clock; 0 while the timer rests
  let left = 0; // milliseconds, while it is paused
  let length = 0;
  let tick = 0;
  /** @type {AudioContext | null} */
  let sound = null;

  const label = document.createElement("label");
  const choice = document.createElement("select");
  const steps = new Set([2, 3, 5, 10, 15, 20, 25, MOST, usual]);
  for (const minutes of [...steps].sort((a, b) => a - b)) {
    choice.append(new Option(minutesText(minutes), String(minutes), minutes === usual, minutes === usual));
  }
  choice.setAttribute("aria-label", words.label ?? "");
  label.append(...focusMode.twice(`${words.label} `, ""), choice);

  const quiet = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = true;
  box.setAttribute("aria-label", words.sound ?? "");
  quiet.className = "ws-timer__sound";
  quiet.append(box, ...focusMode.twice(words.sound, words.soundBrief));

  const numbers = document.createElement("label");
  const asked = document.createElement("input");
  asked.type = "checkbox";
  asked.setAttribute("aria-label", words.numbers ?? "");
  numbers.className = "ws-timer__numbers";
  numbers.append(asked, ...focusMode.twice(words.numbers, words.numbersBrief));
  asked.addEventListener("change", () => now.classList.toggle("visually-hidden", !asked.checked));

  const now = document.createElement("span");
  now.className = "ws-timer__left visually-hidden";
  now.setAttribute("role", "timer");

  /**
   * @param {string} name
   * @param {Record<string, string | number>} attributes
   */
  const svgElement = (name, attributes) => {
    const shape = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, String(value));
    return shape;
  };
  // Hidden from those who hear the page: it says what the words beside it say.
  const sky = svgElement("svg", { class: "ws-timer__sky", viewBox: "0 0 240 36", width: 240, height: 36, "aria-hidden": "true" });
  const sun = svgElement("circle", { class: "ws-timer__sun", r: 7 });
  sky.append(svgElement("path", { d: "M1 34H239" }), sun);
  const sign = svgElement("svg", { class: "ws-timer__sign", viewBox: "0 0 32 22", width: 32, height: 22, "aria-hidden": "true" });
  sign.append(svgElement("path", { class: "ws-timer__half", d: "M8 18a8 8 0 0 1 16 0z" }), svgElement("path", { d: "M1 18c5-1.4 10 1.4 15 0s10-1.4 15 0" }));
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  status.className = "ws-timer__status";

  /** Two low, slow notes; browsers allow sound because the reader started the timer. */
  const chime = () => {
    if (!sound || !box.checked) return;
    for (const [note, after] of [[262, 0], [330, 0.7]]) {
      const tone = sound.createOscillator();
      const volume = sound.createGain();
      const start = sound.currentTime + after;
      tone.frequency.value = note;
      volume.gain.setValueAtTime(0.0001, start);
      volume.gain.linearRampToValueAtTime(0.09, start + 0.25);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + 2.2);
      tone.connect(volume).connect(sound.destination);
      tone.start(start);
      tone.stop(start + 2.3);
    }
  };

  /** @param {string | undefined} said announced once */
  const show = (said = "") => {
    const state = end ? "runs" : left ? "paused" : length ? "over" : "rests";
    timer.dataset.state = state;
    const rest = end ? Math.max(end - Date.now(), 0) : left;
    const minutes = Math.ceil(rest / MINUTE);
    now.textContent =
      state === "rests" || state === "over" ? ""
        : rest < MINUTE ? (words.last ?? "")
        : formatMessage(words.left, { time: minutesText(minutes) }); // prettier-ignore
    const gone = 1 - rest / (length || 1);
    sun.setAttribute("cx", (12 + 216 * gone).toFixed(1));
    sun.setAttribute("cy", (27 - 18 * Math.cos((gone * Math.PI) / 2)).toFixed(1));
    label.hidden = start.hidden = quiet.hidden = state !== "rests";
    now.hidden = numbers.hidden = state !== "runs" && state !== "paused";
    pause.hidden = state !== "runs";
    goOn.hidden = state !== "paused";
    more.hidden = state === "rests";
    more.disabled = rest > (MOST - 5) * MINUTE;
    stop.hidden = state === "rests";
    if (status.textContent !== said) status.textContent = said;
  };

  const update = () => {
    if (!end) return;
    if (Date.now() < end) return show(status.textContent ?? "");
    end = left = 0;
    clearInterval(tick);
    chime();
    const here = timer.contains(document.activeElement);
    show(words.over);
    if (here) stop.focus(); // the button that had the focus is hidden
  };

  /** @param {number} duration milliseconds */
  const run = (duration) => {
    end = Date.now() + duration;
    left = 0;
    clearInterval(tick);
    tick = setInterval(update, 1000);
    show();
  };

  const start = controls.button(words.start, () => {
    length = Number(choice.value) * MINUTE;
    if (box.checked && "AudioContext" in window) sound ??= new AudioContext();
    run(length);
    pause.focus();
  });
  const pause = controls.button(words.pause, () => {
    left = Math.max(end - Date.now(), 1);
    end = 0;
    clearInterval(tick);
    show();
    goOn.focus();
  });
  const goOn = controls.button(words.goOn, () => {
    run(left);
    pause.focus();
  });
  const more = controls.button(formatMessage(words.more, { time: minutesText(5) }), () => {
    length += 5 * MINUTE;
    if (left) {
      left += 5 * MINUTE;
      show();
    } else {
      run((end ? Math.max(end - Date.now(), 0) : 0) + 5 * MINUTE);
    }
    if (more.disabled) stop.focus();
  });
  focusMode.shorten(more, minutesText(5));
  const stop = controls.button(words.stop, () => {
    end = left = length = 0;
    clearInterval(tick);
    show();
    start.focus();
  });

  timer.append(sky, sign, label, start, quiet, now, pause, goOn, more, stop, numbers, status);
  show();
  document.addEventListener("visibilitychange", update);
  addEventListener("pageshow", update);
})();
