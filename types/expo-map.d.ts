// The element <expo-map> as a page sees it. Documented in full in docs/api.md.

/** A language of the interface. */
export type ExpoMapLanguage = "ru" | "zh" | "en";

/** How the map looks; without it, as the page (CSS `color-scheme`) and the visitor want it. */
export type ExpoMapTheme = "light" | "dark" | "contrast";

/** Whether one finger and the plain wheel move the map or scroll the page. */
export type ExpoMapGestures = "free" | "cooperative";

/** What `controls` can name; several with blanks between. */
export type ExpoMapControl = "search" | "legend" | "zoom" | "language" | "list";

/** An entry of the data that was passed over. */
export interface ExpoMapWarning {
  /** Stable code, such as `bad-polygon`. */
  code: string;
  /** JSON path, such as `stands[3].outline`. */
  path: string;
  /** What is wrong with it (English). */
  message: string;
}

/** The first view of the data has been drawn. */
export interface ExpoMapReadyDetail {
  /** How many stands there are. */
  stands: number;
  warnings: ExpoMapWarning[];
}

/** The stand that the visitor chose. */
export interface ExpoMapSelection {
  id: string;
  number: string;
  /** In the interface language, as the participants. */
  name: string;
  participants: string[];
}

/** The visitor chose a stand, or closed it: then everything is `null`. */
export type ExpoMapSelectDetail = ExpoMapSelection | { [Key in keyof ExpoMapSelection]: null };

/** The data, an attribute or a property cannot be shown. */
export interface ExpoMapErrorDetail {
  /** Stable code, such as `http-status` or `truncated`; `unknown-id` of a `selected` or a `filter`: the map is there then. */
  code: string;
  /** What happened, in the interface language. */
  message: string;
  /** The parser's words (English); empty when the data never arrived. */
  detail: string;
  /** JSON path, when known. */
  path: string;
  /** Line from 1; 0 when unknown. */
  line: number;
  /** Column from 1; 0 when unknown. */
  column: number;
}

/** The visitor is about to choose a stand; `preventDefault()` prevents it. */
export interface ExpoMapBeforeSelectDetail {
  id: string;
  number: string;
}

/** The visitor is about to follow a link out of the widget; `preventDefault()` prevents it. */
export interface ExpoMapBeforeNavigateDetail {
  url: string;
}

/**
 * The events of the element: they bubble, are composed, and tell of the visitor's actions only, or of what the
 * page gave and cannot be used.
 */
export interface ExpoMapEventMap {
  "expo-map-ready": CustomEvent<ExpoMapReadyDetail>;
  "expo-map-select": CustomEvent<ExpoMapSelectDetail>;
  "expo-map-error": CustomEvent<ExpoMapErrorDetail>;
  "expo-map-before-select": CustomEvent<ExpoMapBeforeSelectDetail>;
  "expo-map-before-navigate": CustomEvent<ExpoMapBeforeNavigateDetail>;
}

/** Why a method did nothing: `error.name` is `"ExpoMapError"`. */
export interface ExpoMapError extends Error {
  readonly name: "ExpoMapError";
  /** `unknown-id`, `bad-argument`, `bad-state`, `no-file`, or the code of what is wrong with the data. */
  readonly code: string;
  /** JSON path in the data, when known. */
  readonly path: string;
  /** Line from 1; 0 when unknown. */
  readonly line: number;
  /** Column from 1; 0 when unknown. */
  readonly column: number;
}

/** A point of the floor that is shown, metres; x to the right, y downwards. */
export interface ExpoMapPoint {
  x: number;
  y: number;
}

/** A stand by id or number, an entrance or a service by id, or a point. */
export type ExpoMapPlace = string | { id: string } | ExpoMapPoint;

export type ExpoMapServiceKind =
  | "information" | "cloakroom" | "toilets" | "cafe" | "firstAid" | "stage" | "meetingRoom" | "other";

export type ExpoMapParticipantKind =
  | "region" | "corporation" | "bank" | "developmentInstitute" | "university" | "smallBusiness" | "crafts"
  | "organiser";

export type ExpoMapFile = "svg" | "png" | "json" | "geojson" | "csv" | "ics" | "vcf";

/** What was found. */
export interface ExpoMapHit {
  kind: "stand" | "participant" | "session" | "service" | "entrance";
  /** Its id; of a participant, that of its stand. */
  id: string;
  /** In which field: the worst of those in which the words were found. */
  field:
    | "number" | "name" | "alias" | "kind" | "abbreviation" | "product" | "category" | "tag" | "title" | "theme"
    | "shows" | "description";
}

/** What is left out stays as it is. */
export interface ExpoMapFilter {
  /** Ids; none for all. */
  categories?: readonly string[];
  /** Stands with a participant of this kind; `""` for any. */
  kind?: ExpoMapParticipantKind | "";
  /** Only what the visitor has bookmarked. */
  bookmarked?: boolean;
  /** Only where the visitor has been. */
  visited?: boolean;
  /** Only where a session is on now. */
  now?: boolean;
}

export interface ExpoMapNear {
  kind: "stand" | "entrance" | "service";
  id: string;
  /** Between the rectangles around both, to a centimetre. */
  metres: number;
}

export interface ExpoMapStand {
  id: string;
  number: string;
  /** In the interface language, as the participants. */
  name: string;
  participants: string[];
  /** Id; empty for none. */
  category: string;
  /** Id. */
  hall: string;
}

/** Ids. What has moved may also be changed. */
export interface ExpoMapChanges {
  added: string[];
  removed: string[];
  /** Stands: outline, floor or hall. Sessions: time or place. */
  moved: string[];
  /** Whatever else a visitor reads of it in a list. */
  changed: string[];
}

export interface ExpoMapDiff {
  stands: ExpoMapChanges;
  /** Of those with a day. */
  sessions: ExpoMapChanges;
}

/** The attributes of the element, as they stand in HTML. */
export interface ExpoMapAttributes {
  /** Address of the data file, relative to the page. */
  src?: string;
  /** Interface language; by default the page's, then the browser's. */
  lang?: ExpoMapLanguage | (string & {});
  /** Id or number of the stand whose details are open. */
  selected?: string | null;
  theme?: ExpoMapTheme;
  /** By default cooperative where the page, or a part of it around the map, scrolls. */
  gestures?: ExpoMapGestures;
  /** Ids of categories, with blanks or commas between. */
  filter?: string | null;
  /** What is shown besides the map, with blanks between; by default all. */
  controls?: ExpoMapControl | (string & {}) | null;
  /** Links to the page may carry the visitor's marks, in the fragment `#expo-map=...`. */
  "deep-link"?: boolean | "";
}

/** The element `<expo-map>`. */
export interface ExpoMapElement extends HTMLElement {
  /** Address of the data file, relative to the page. */
  src: string | null;
  /** The data itself, an object or its JSON text, in place of its address. */
  data: object | string | null;
  /** Id or number of the stand whose details are open, as the page has set it. */
  selected: string | null;
  theme: ExpoMapTheme | null;
  gestures: ExpoMapGestures | null;
  filter: string | null;
  controls: string | null;
  /** The attribute `deep-link`. */
  deepLink: boolean;

  /** Of the widget. */
  readonly version: string;
  /** The files that `exportPlan` gives. */
  readonly capabilities: { files: ExpoMapFile[] };
  /** CSS pixels per metre; 0 while there is no map. */
  readonly scale: number;
  /** How many stands have a label on the map now. */
  readonly visibleLabels: number;
  /** The id of the stand under the pointer. */
  readonly hoveredId: string | null;

  /** Opens the details of a stand, by id or number. */
  select(id: string): Promise<unknown>;
  /** Closes the details. */
  clear(): Promise<unknown>;
  /** Shows the whole plan, without a flight. */
  fit(): Promise<unknown>;
  /** Flies to a place (at once where the visitor wants less motion), so many CSS pixels per metre. */
  flyTo(place: ExpoMapPlace, options?: { scale?: number }): Promise<unknown>;
  /** Searches as if it were typed; what was found, the best first. */
  search(query: string): Promise<ExpoMapHit[]>;
  /** Filters list and map; `null` ends all filters. */
  setFilter(filter?: ExpoMapFilter | null): Promise<unknown>;
  /** The nearest of what is wanted on the same floor; one, or `limit` of them. */
  nearest(
    place: ExpoMapPlace,
    options?: { what?: ExpoMapNear["kind"] | ExpoMapServiceKind; limit?: number },
  ): Promise<ExpoMapNear[]>;
  /** A stand, or without an id the floor that is shown, in words of the interface language. */
  describe(id?: string): Promise<string>;
  /** The stands of the list, in its order, as search and filter have them. */
  list(): Promise<ExpoMapStand[]>;
  /** The file that a visitor could take along. */
  exportPlan(format: ExpoMapFile): Promise<Blob>;
  /** Shows other data and keeps what can be kept; what is different in it. */
  setData(data: object | string): Promise<ExpoMapDiff>;
  /** What can be given to `setState`: a JSON text. */
  getState(): Promise<string>;
  /** Takes it up; what this data does not have. */
  setState(state: string): Promise<{ dropped: string[] }>;

  /** Shows a stand in the middle, so many CSS pixels per metre (as now without a number), at once. */
  centerOn(id: string, pxPerMetre?: number): void;
  /** Client coordinates of the middle of a stand's label; `null` for one that is not shown. */
  project(id: string): { x: number; y: number } | null;
  /** The map's box without the panel beside it, in client coordinates. */
  mapRect(): DOMRect;
  /** The panel: list, details, event. */
  panelRoot(): HTMLElement | null;
  /** The words in the panel. */
  panelText(): string;
}

declare global {
  interface HTMLElementTagNameMap {
    "expo-map": ExpoMapElement;
  }
  interface GlobalEventHandlersEventMap extends ExpoMapEventMap {}
}
