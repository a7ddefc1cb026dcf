export * from "./expo-map.js";
