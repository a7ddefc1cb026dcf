// The element in the JSX of React 19, which sets properties and listens to events of custom elements.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { ExpoMapAttributes, ExpoMapElement, ExpoMapEventMap } from "./expo-map.js";

type Listeners = { [Name in keyof ExpoMapEventMap as `on${Name}`]?: (event: ExpoMapEventMap[Name]) => void };

/** What `<expo-map>` takes in JSX. */
export type ExpoMapProps =
  & Omit<DetailedHTMLProps<HTMLAttributes<ExpoMapElement>, ExpoMapElement>, keyof ExpoMapAttributes>
  & Omit<ExpoMapAttributes, "deep-link">
  & Partial<Pick<ExpoMapElement, Extract<"deepLink" | "data", keyof ExpoMapElement>>>
  & Listeners;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "expo-map": ExpoMapProps;
    }
  }
}
