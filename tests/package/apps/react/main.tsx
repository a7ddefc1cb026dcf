import { StrictMode, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import type { ExpoMapElement } from "expo-map";
import type {} from "expo-map/react";
import "expo-map/define";

function Plan() {
  const map = useRef<ExpoMapElement>(null);
  const [stand, setStand] = useState<string | null>(null);
  const [theme, setTheme] = useState<"light" | "dark">("light");
  return (
    <>
      <p>
        <button onClick={() => map.current?.select("A1")}>Select A1</button>
        <button onClick={() => setTheme("dark")}>Dark</button>
        <output>{stand ?? "none"}</output>
      </p>
      <expo-map
        ref={map}
        src="../expo-2024.json"
        lang="en"
        theme={theme}
        deepLink
        onexpo-map-select={({ detail }) => setStand(detail.number)}
      />
    </>
  );
}

createRoot(document.querySelector("#root")!).render(<StrictMode><Plan /></StrictMode>);
