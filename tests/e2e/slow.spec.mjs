// A phone on a slow network: when the plan is seen, when it is a map, and whether anything jumps in between.
// Alone on the machine, after all other tests (playwright.config.mjs): it measures.
import { Map, expect, test } from "./map.mjs";

/** A phone of the middle class, and a mobile network on a bad day. */
const CPU = 4;
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
/** The middle one of so many first visits counts: a browser that has just started takes longer. */
const VISITS = 5;

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[(numbers.length - 1) / 2];

/** A first visit: milliseconds from the start to the HTML and the map, from the HTML to the plan; bytes. */
async function visit(page, address) {
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
  return page.evaluate(() => {
    const [page] = performance.getEntriesByType("navigation");
    const paint = performance.getEntriesByName("first-contentful-paint")[0].startTime;
    return {
      html: page.responseEnd,
      plan: Math.max(paint, window.times.plan) - page.responseEnd,
      map: window.times.map,
      shift: window.times.shift,
      bytes: [page, ...performance.getEntriesByType("resource")].reduce((sum, { transferSize }) => sum + transferSize, 0),
    };
  });
}

for (const address of ["/", "/full.html"]) {
  test(`${address} shows the plan within a second of its HTML, and is a map within four`, async ({ browser, contextOptions, baseURL }, { project }) => {
    test.setTimeout(120_000);
    const visits = [];
    for (let i = 0; i < VISITS; i += 1) {
      const context = await browser.newContext({ ...contextOptions, ...project.use, baseURL, serviceWorkers: "block" });
      visits.push(await visit(await context.newPage(), address));
      await context.close();
    }
    const all = (what) => visits.map((one) => one[what]);
    const told = (what) => `${middle(all(what)).toFixed()} ms (${all(what).map((ms) => ms.toFixed()).join(" ")})`;
    const shift = Math.max(...all("shift"));
    console.log(`  ${address}: HTML ${told("html")}, plan ${told("plan")} later, map at ${told("map")}, layout shift ${shift.toFixed(4)}, ${visits[0].bytes} bytes`);
    expect(middle(all("plan"))).toBeLessThanOrEqual(1000);
    expect(middle(all("map"))).toBeLessThanOrEqual(4000);
    expect(shift).toBeLessThan(0.02);
  });
}
