// As the translators of browsers do: text nodes become <font><font>text</font></font>, those that come later,
// too; into open shadow roots as well. What says translate="no" is left alone.
{
  const SKIPPED = "script, style, textarea, [translate=no], .notranslate";
  const seen = new WeakSet();
  const wrap = (root) => {
    const texts = [];
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        if (node.data.trim() && !node.parentNode?.closest?.("font")) texts.push(node);
      } else if (node.nodeType !== Node.ELEMENT_NODE || !node.matches(SKIPPED)) {
        node.childNodes.forEach(walk);
        if (node.shadowRoot) watch(node.shadowRoot);
      }
    };
    if (!root.parentElement?.closest(SKIPPED)) walk(root);
    for (const text of texts) {
      const font = document.createElement("font");
      const inner = document.createElement("font");
      text.replaceWith(font);
      font.append(inner);
      inner.append(text);
    }
  };
  const watch = (root) => {
    wrap(root);
    if (seen.has(root)) return;
    seen.add(root);
    new MutationObserver((changes) => {
      for (const { addedNodes, target, type } of changes) {
        if (type === "characterData") wrap(target);
        else addedNodes.forEach(wrap);
      }
    }).observe(root, { childList: true, characterData: true, subtree: true });
  };
  watch(document.body);
  // Shadow roots are attached without a word.
  setInterval(() => document.querySelectorAll("expo-map").forEach((map) => map.shadowRoot && watch(map.shadowRoot)), 50);
}
