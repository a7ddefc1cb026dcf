// The loader of the embeddable widget:
//   <script type="module" src="https://example.org/expo-map/expo-map.js"></script>
import { define } from "./define.js";

define();
