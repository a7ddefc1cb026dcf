// The element in Vue's templates.
import type { DefineComponent, EmitsOptions, HTMLAttributes } from "vue";
import type { ExpoMapAttributes, ExpoMapElement, ExpoMapEventMap } from "./expo-map.js";

type Emits = { [Name in keyof ExpoMapEventMap]: (event: ExpoMapEventMap[Name]) => void } & EmitsOptions;

/** What `<expo-map>` takes in a template. */
export type ExpoMapProps =
  & Omit<HTMLAttributes, keyof ExpoMapAttributes>
  & Omit<ExpoMapAttributes, "deep-link">
  & Partial<Pick<ExpoMapElement, Extract<"deepLink" | "data", keyof ExpoMapElement>>>;

declare module "vue" {
  interface GlobalComponents {
    "expo-map": DefineComponent<ExpoMapProps, {}, {}, {}, {}, {}, {}, Emits>;
  }
}
