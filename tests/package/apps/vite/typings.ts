// What the typings refuse: the check of the types fails where one of these lines is allowed.
import { define } from "expo-map";

export function refused(map: HTMLElementTagNameMap["expo-map"]) {
  // @ts-expect-error there is no such theme
  map.theme = "pink";
  // @ts-expect-error an id is text
  map.select(1);
  // @ts-expect-error the detail has no such part
  map.addEventListener("expo-map-select", ({ detail }) => detail.colour);
  // @ts-expect-error there is no such option
  define({ base: "/" });
}
