// The seam between scripts: what one leaves on `ws` for another, and the JSON that the generator writes
// for them (generator/exports/ and generator/pages/parts/). Types only; nothing of this reaches a page.

/** The chosen terms of each facet. */
type Choice = Record<string, string[]>;

/** Numbers of terms, and where those of each place end. */
interface Column {
  terms: string[];
  of: ArrayLike<number>;
  ends: ArrayLike<number>;
}

/** A column as it is written: for each place a word, with one character for each of its terms. */
interface PackedColumn {
  terms: string[];
  of: string;
}

interface Facts {
  size: number;
  facets: Record<string, Column>;
}

/** Where cards stand: so many in each file, and the names of the files. */
interface Pieces {
  piece: number;
  pieces: string[];
}

/** assets/find/table.js, once its columns are unpacked. */
interface Table extends Facts, Pieces {
  deep: string[];
  /** places of prompts that fit one situation only */
  neverByChance: number[];
}

/** assets/find/days.js: the prompts that a day may have, and their places. */
interface Days extends Pieces {
  pool: Record<string, number>;
}

type PromptCard = [url: string, title: string, text: string, meta: string];

/** An entry of assets/find/search.js; lay words are parted by semicolons. */
type SearchEntry = [group: number, url: string, title: string, text: string, foundBy?: string, body?: string];

/** What is said of one thing and of several, by the names of Intl.PluralRules. */
type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** assets/find/search.js. */
interface SearchIndex {
  language: string;
  /** words that say little in a query */
  skip: string;
  /** words that mean the same, one line each */
  same: string[];
  entries: SearchEntry[];
  groups: string[];
  /** the address of a prompt, with {id} */
  prompt: string;
  found: PluralForms;
  said: { none: string; more: string };
}

interface SearchHit {
  place: number;
  score: number;
}

interface SearchGroup {
  group: number;
  all: SearchHit[];
  shown: SearchHit[];
}

/** The field of the search, as the script that finds sees it. */
interface SearchField {
  piece(name: string): HTMLElement;
  close(): void;
}

/** A way to reach somebody: what the button says, where it leads, and what to press there. */
type ReachedBy = [action: string, href: string, menu: string, keyword: string];

interface DangerCard {
  title: string;
  lead: string;
  more: string;
  page: string;
  lines: [name: string, ways: ReachedBy[]][];
}

/** content/taxonomy/words-of-danger.yaml, as it is handed over. */
interface DangerVocabulary {
  /** by the id of their term; a/b in a phrase is either word */
  phrases: Record<string, string[]>;
  /** phrases that count only if there is nothing else in the query */
  alone: string[];
  /** phrases that are taken out of a query before it is looked at */
  harmless: string[];
  /** lines such as "kill = kills, killing" */
  forms: string[];
  /** words that change nothing wherever they stand */
  skip: string[];
  /** words that are spelt rightly, however near they are to one of danger */
  real: string[];
  /** digits of the edition's crisis lines */
  numbers: string[];
}

/** assets/find/searched.js: lay words of things, by place on the shelf, then of sheets. */
interface SearchedThings extends Pick<SearchIndex, "language" | "skip" | "same"> {
  own: string[];
  groups: [said: string, places: number[]][];
}

/** The lookup files that have a name of their own; all others carry a hash in theirs. */
interface LookupFiles {
  table: Table;
  days: Days;
  search: SearchIndex;
  shelf: Shelf;
  searched: SearchedThings;
  danger: DangerVocabulary & { card: DangerCard };
}

interface Catalogue {
  /** The address of the top of the site. */
  top: URL;
  randomPlace(facts: Facts & Pick<Table, "deep" | "neverByChance">, choice: Choice, allowed?: (place: number) => boolean): number;
  card(of: Pieces, place: number): Promise<PromptCard>;
  fillCard(li: Element, card: PromptCard, fragment?: string): void;
  load<Name extends string>(name: Name): Promise<Name extends keyof LookupFiles ? LookupFiles[Name] : unknown>;
  match(facts: Facts, choice: Choice): { places: number[]; count(name: string, term: string): number };
  hash32(text: string): number;
  ofTheDay(ids: string[], day: string): string;
  parseChoice(fragment: string): Choice;
  table(): Promise<Table>;
  take(name: string, value: unknown): void;
  formatChoice(choice: Choice): string;
}

/** What lean-qr makes: whether the module at a place is dark. */
interface QrModules {
  size: number;
  get(x: number, y: number): boolean;
}

interface QrOptions {
  minCorrectionLevel: number;
  maxCorrectionLevel: number;
  maxVersion: number;
}

interface LeanQr {
  generate(text: string, options: QrOptions): QrModules;
  correction: { L: number; M: number };
}

interface QrCodes {
  code(text: string): { side: number; dark: number[] } | null;
  picture(text: string, name: string): SVGElement | null;
  most: number;
}

/** A thing in a packet: a prompt (p), a worksheet (w) or words alone (t); day is a number, a date or empty. */
interface PacketItem {
  kind: string;
  id: string;
  day: string;
  note: string;
}

interface Packet {
  title: string;
  on: string;
  note: string;
  items: PacketItem[];
}

/** What could not be read of an address: a code, and the piece that is meant. */
type PacketFault = [code: string, name: string];

interface PacketAddress {
  /** things in one packet, at most */
  MOST: number;
  empty(): Packet;
  isDate(text: string): boolean;
  isDay(text: string): boolean;
  read(address: string): { packet: Packet; faults: PacketFault[]; found: boolean; edit: boolean };
  same(one: PacketItem, other: PacketItem): boolean;
  write(packet: Packet): string;
}

/** What a packet shows of a prompt, a worksheet or words; place is that of a prompt on the shelf, else -1. */
interface PacketThing {
  title: string;
  meta: string;
  deep: boolean;
  url: string;
  place: number;
  reasons: string[];
  files: [name: string, note: string, file: string][];
  form: string;
  minutes: number;
}

type ShelfRow = [
  id: string, title: string, meta: string, level: number, reasons: string[], files: PacketThing["files"], form: string, minutes: number,
];

/** assets/find/shelf.js: all that can stand in a packet. */
interface Shelf {
  prompts: ShelfRow[];
  sheets: ShelfRow[];
  /** the addresses of both, with {id} */
  p: string;
  w: string;
  /** titles of what was taken off the site, by id */
  gone: Record<string, string>;
  /** files of texts of prompts, so many in each */
  texts: string[];
  few: number;
  /** levels from this on have the frame that keeps safe */
  deep: number;
}

/** What assets/find/ holds of one prompt, in the order in which it is shown. */
type PromptText = [
  text: string, starter: string, more: string[], closing: string, reasons: string[],
  time?: string, room?: string, task?: string,
];

/** Pieces of the packet's page that are more than an element. */
interface PacketParts {
  address: HTMLInputElement;
  search: HTMLInputElement;
  cover: HTMLDetailsElement;
  sheets: HTMLDetailsElement;
  item: HTMLTemplateElement;
  thing: HTMLTemplateElement;
}

/** What the page of a packet leaves for the tools to change it. */
interface PacketPage {
  now: Packet;
  ready: Promise<void>;
  root: HTMLElement;
  shelf: Shelf;
  words: Record<string, string>;
  /** what is said of several */
  counts: Record<"in_it" | "minutes_in_all" | "hours_in_all", PluralForms>;
  address(path: string): string;
  dayText(day: string): string;
  fillTemplate(name: "item" | "thing", puts: Record<string, unknown>): HTMLElement;
  /** The first such element, which is there. */
  inside<Found extends Element = HTMLElement>(box: ParentNode, selector: string): Found;
  create<Name extends keyof HTMLElementTagNameMap>(name: Name, text?: string | null, type?: string): HTMLElementTagNameMap[Name];
  displayName(item: PacketItem): string;
  renderPaper(): Promise<void>;
  part<Name extends string>(name: Name): Name extends keyof PacketParts ? PacketParts[Name] : HTMLElement;
  message(key: string, values?: Record<string, string | number>): string;
  tell(name: string, text: string): void;
  entryOf(item: PacketItem): PacketThing;
  switchMode(edit: boolean): Promise<void>;
}

/** What the tools leave for the page and for each other. */
interface PacketTools {
  add(item: PacketItem, button?: HTMLElement): void;
  edit(): void;
  isIncluded(item: PacketItem): boolean;
  markIncluded(): void;
}

/** The element that finds, as scripts of its page see it. */
interface FindElement extends HTMLElement {
  choice: Choice;
  facts: Facts | null;
  places: number[];
  /** Whether cards were ever drawn. */
  started?: boolean;
  begin(facts: Facts): void;
  draw(from?: number, to?: number): void;
  fits(place: number): boolean;
  more(): void;
  piece(name: string): HTMLElement;
  show(draw?: boolean): void;
}

/** What the clock says of listings, as the tests ask it. */
interface ListingClock {
  openState(packed: string | undefined, now: number): { open: boolean; until: number };
  starts(packed: string | undefined, now: number, count: number): number[];
}

/** What scripts leave for one another; each says in its last lines what it leaves. */
interface Ws {
  loadScript(name: string): Promise<unknown>;
  optOutOfBackForwardCache(): void;
  catalogue: Catalogue;
  clock: ListingClock;
  dangerWords(vocabulary: DangerVocabulary): (text: string) => string;
  finder(search: SearchField): Promise<(query: string) => void>;
  groupHits(hits: SearchHit[], entries: SearchEntry[], most: number): SearchGroup[];
  leanQr: LeanQr;
  packet: PacketAddress & PacketPage & PacketTools;
  qr: QrCodes | undefined;
  ranker(index: Pick<SearchIndex, "language" | "skip" | "same" | "entries">): (query: string) => SearchHit[];
  watch(field: HTMLInputElement): Promise<void>;
}

declare var ws: Ws;

/** The part of the Navigation API that unload-guard.js listens to where a browser has it. */
interface NavigateEventSeen extends Event {
  downloadRequest: string | null;
  destination: { url: string; sameDocument: boolean };
}

declare var navigation: EventTarget | undefined;
