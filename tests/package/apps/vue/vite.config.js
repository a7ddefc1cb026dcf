import vue from "@vitejs/plugin-vue";
import { settings } from "../settings.js";

const isCustomElement = (tag) => tag === "expo-map";

export default { ...settings("vue"), plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };
