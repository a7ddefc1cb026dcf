// A phone on a slow network: when the plan is seen, when it is a map, and whether anything jumps in between.
// Alone on the machine, after all other tests (playwright.config.mjs): it measures.
import { Map, expect, test } from "./map.mjs";

/** A phone of the middle class, and a mobile network on a bad day. */
const CPU = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

for (const address of ["/", "/full.html"]) {
  test(`${address} shows the plan within a second of its HTML, and is a map within four`, async ({ page }) => {
    await page.addInitScript(() => {
      window.times = { shift: 0 };
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.times.shift += value;
      }).observe({ type: "layout-shift", buffered: true });
      // No frame is drawn before the styles are there.
      const look = () => {
        if (document.querySelector(".expo-map-plan")?.getBoundingClientRect().height > 100) window.times.plan = performance.now();
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      addEventListener("expo-map-ready", () => requestAnimationFrame(() => { window.times.map = performance.now(); }));
    });
    const client = await page.context().newCDPSession(page);
    await client.send("Network.enable");
    await client.send("Network.emulateNetworkConditions", NETWORK);
    await client.send("Emulation.setCPUThrottlingRate", { rate: CPU });
    await page.goto(address, { waitUntil: "commit" });
    await page.waitForFunction(() => window.times.map);
    // It is one: a stand opens.
    const map = new Map(page);
    await map.stand("a1").click();
    await expect(map.detailsOf("a1")).toBeVisible();
    const { plan, ready, shift, html, bytes } = await page.evaluate(() => {
      const [page] = performance.getEntriesByType("navigation");
      const paint = performance.getEntriesByName("first-contentful-paint")[0].startTime;
      const bytes = [page, ...performance.getEntriesByType("resource")].reduce((sum, { transferSize }) => sum + transferSize, 0);
      return { plan: Math.max(paint, window.times.plan) - page.responseEnd, ready: window.times.map, shift: window.times.shift, html: page.responseEnd, bytes };
    });
    console.log(`  ${address}: HTML ${html.toFixed()} ms, plan ${plan.toFixed()} ms later, map at ${ready.toFixed()} ms, layout shift ${shift.toFixed(4)}, ${bytes} bytes`);
    expect(plan).toBeLessThanOrEqual(1000);
    expect(ready).toBeLessThanOrEqual(4000);
    expect(shift).toBeLessThan(0.02);
  });
}
