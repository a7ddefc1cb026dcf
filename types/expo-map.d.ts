// The element <expo-map> as a page sees it. Documented in full in src/element/mod.rs.

/** A language of the interface. */
export type ExpoMapLanguage = "ru" | "zh" | "en";

/** How the map looks; without it, as the page (CSS `color-scheme`) and the visitor want it. */
export type ExpoMapTheme = "light" | "dark" | "contrast";

/** Whether one finger and the plain wheel move the map or scroll the page. */
export type ExpoMapGestures = "free" | "cooperative";

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

/** The data cannot be shown. */
export interface ExpoMapErrorDetail {
  /** Stable code, such as `http-status` or `truncated`. */
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

/** The events of the element: they bubble, are composed, and tell of the visitor's actions only. */
export interface ExpoMapEventMap {
  "expo-map-ready": CustomEvent<ExpoMapReadyDetail>;
  "expo-map-select": CustomEvent<ExpoMapSelectDetail>;
  "expo-map-error": CustomEvent<ExpoMapErrorDetail>;
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
  /** By default cooperative where the page scrolls. */
  gestures?: ExpoMapGestures;
  /** Links to the page may carry the visitor's marks, in the fragment `#expo-map=...`. */
  "deep-link"?: boolean | "";
}

/** The element `<expo-map>`. */
export interface ExpoMapElement extends HTMLElement {
  /** Address of the data file, relative to the page. */
  src: string | null;
  /** Id or number of the stand whose details are open, as the page has set it. */
  selected: string | null;
  theme: ExpoMapTheme | null;
  gestures: ExpoMapGestures | null;
  /** The attribute `deep-link`. */
  deepLink: boolean;

  /** CSS pixels per metre; 0 while there is no map. */
  readonly scale: number;
  /** How many stands have a label on the map now. */
  readonly visibleLabels: number;
  /** The id of the stand under the pointer. */
  readonly hoveredId: string | null;

  /** Opens the details of a stand, by id or number. */
  select(id: string): void;
  /** Closes the details. */
  clear(): void;
  /** Shows the whole plan, without a flight. */
  fit(): void;
  /** Shows a stand in the middle, so many CSS pixels per metre (as now without a number). */
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
