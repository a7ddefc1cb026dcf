import react from "@vitejs/plugin-react";
import { settings } from "../settings.js";

export default { ...settings("react"), plugins: [react()] };
