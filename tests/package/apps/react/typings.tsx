// What the typings refuse: the check of the types fails where one of these lines is allowed.
import type {} from "expo-map/react";

export const refused = [
  // @ts-expect-error there is no such theme
  <expo-map theme="pink" />,
  // @ts-expect-error a number is no address
  <expo-map src={1} />,
  // @ts-expect-error the detail has no such part
  <expo-map onexpo-map-select={({ detail }) => detail.colour} />,
  // @ts-expect-error there is no such attribute
  <expo-map zoom="2" />,
];
