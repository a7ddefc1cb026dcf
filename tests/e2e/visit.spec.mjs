// A visitor's way through the exhibition, on a desk and on a phone.
import { EXPO, LANGUAGES, LOCALE, Map, WORDS, expect, expectNear, onDesktop, onPhone, scaled, test } from "./map.mjs";

/** All names of a participant, in all languages. */
const names = ({ name, shortName }) => [...new Set([name, shortName].flatMap((text) => Object.values(text ?? {})))];

/** Neighbours in this order are far from each other: two taps on one place would be a double tap. */
const scattered = (list) => {
  const half = Math.ceil(list.length / 2);
  return list.slice(0, half).flatMap((item, at) => [item, list[half + at]]).filter(Boolean);
};

/** Folds the details away, and shows the whole plan. */
async function backToPlan(map) {
  await map.escape();
  await expect(map.details).toHaveCount(0);
  await map.fit();
}

test.describe("without motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("the page shows 36 stands and says how large the exhibition is", async ({ page, isMobile }) => {
    const map = await Map.open(page);
    await expect(map.stands).toHaveCount(36);
    await expect(map.rows).toHaveCount(36);
    await expect(map.host.locator(".em-count h2")).toHaveText(WORDS.ru.stands);
    const sum = map.host.locator(".em-sum");
    await expect(sum).toHaveText(`${WORDS.ru.area} · ${WORDS.ru.stands}`);
    if (!isMobile) await expect(sum).toBeVisible();
    await expect(map.status).toHaveText("");
  });

  for (const half of [0, 1]) {
    test(`every participant is found by every name and opened (${half + 1} of 2)`, async ({ page }) => {
      test.setTimeout(120_000);
      const map = await Map.open(page);
      for (const participant of EXPO.participants.filter((_, at) => at % 2 === half)) {
        for (const name of names(participant)) {
          await map.find(name);
          for (const stand of participant.stands) {
            await expect(map.row(stand), `${name} finds ${stand}`).toBeAttached();
          }
        }
        const [stand] = participant.stands;
        await map.row(stand).click();
        await expect(map.detailsOf(stand)).toContainText(participant.name.ru ?? participant.name.en);
        await map.escape();
        await expect(map.details).toHaveCount(0);
      }
    });
  }

  test("each of the 36 stands opens by a click on the map", async ({ page, isMobile }) => {
    test.setTimeout(120_000);
    const map = await Map.open(page);
    for (const { id, number } of scattered(EXPO.stands)) {
      const { x, y } = await map.placeOf(id);
      if (isMobile) await page.touchscreen.tap(x, y);
      else await page.mouse.click(x, y);
      await expect(map.detailsOf(id), `${number} at ${x}, ${y}`).toBeVisible();
      await expect(map.stand(id)).toHaveAttribute("aria-current", "true");
      // What has come under the finger meanwhile is neither pressed nor focused.
      await expect(map.root).toHaveAttribute("lang", "ru");
      await expect(map.host.locator(".em-body:not([hidden]) [data-panel-focus]")).toBeFocused();
      await backToPlan(map);
    }
  });

  test("the legend filters map and list alike", async ({ page }) => {
    const map = await Map.open(page);
    for (const category of EXPO.categories) {
      const expected = EXPO.stands.filter((stand) => stand.category === category.id).map(({ id }) => id);
      const chip = map.host.locator(".em-legend .em-chip", { hasText: category.name.ru });
      await chip.click();
      await expect(chip).toHaveAttribute("aria-pressed", "true");
      await expect(chip.locator("b")).toHaveText(String(expected.length));
      await expect(map.rows).toHaveCount(expected.length);
      expect((await map.listed()).sort()).toEqual([...expected].sort());
      expect((await map.bright()).sort()).toEqual([...expected].sort());
      await chip.click();
      await expect(map.rows).toHaveCount(36);
    }
  });

  test("nothing found says so and offers the way back", async ({ page }) => {
    const map = await Map.open(page);
    await map.find("qqqqqqqq");
    await expect(map.status).toHaveText(WORDS.ru.nothing);
    await expect(map.host.locator(".em-empty")).toContainText(WORDS.ru.nothing);
    await map.host.locator(".em-count .em-link").click();
    await expect(map.rows).toHaveCount(36);
    await expect(map.search).toHaveValue("");
    await expect(map.status).toHaveText("Показаны все стенды");
  });

  test("the status says what has been found and opened, and nothing of moving", async ({ page }) => {
    const map = await Map.open(page);
    await map.find("росатом");
    await expect(map.status).toHaveText("Найден 1 стенд");
    await map.row("a1").click();
    await expect(map.status).toHaveText("Открыт стенд A1: Росатом");
    await map.escape();
    await map.status.evaluate((status) => {
      status.said = 0;
      new MutationObserver(() => { status.said += 1; }).observe(status, { subtree: true, childList: true, characterData: true });
    });
    await map.zoomIn();
    await map.fit();
    expect(await map.status.evaluate((status) => status.said)).toBe(0);
  });

  test("another language keeps what one has found and opened", async ({ page }) => {
    const map = await Map.open(page);
    await expect(map.root).toHaveAttribute("lang", "ru");
    await map.find("Рос");
    await map.row("a1").click();
    for (const lang of ["en", "zh", "ru"]) {
      await map.host.locator(`.em-langs [lang="${LOCALE[lang]}"]`).click();
      await expect(map.root).toHaveAttribute("lang", LOCALE[lang]);
      await expect(map.detailsOf("a1")).toContainText(EXPO.participants[0].name[lang]);
      await expect(map.search).toHaveValue("Рос");
      await expect(map.host.locator(".em-sum")).toHaveText(`${WORDS[lang].area} · ${WORDS[lang].stands}`);
    }
    expect(await page.evaluate(() => document.documentElement.lang)).toBe("ru");
  });

  test("the details name products, links, sessions and sources", async ({ page }) => {
    const map = await Map.open(page);
    const withLinks = EXPO.participants.filter(({ links }) => links?.length);
    for (const participant of withLinks.slice(0, 4)) {
      await map.select(participant.stands[0]);
      const details = map.detailsOf(participant.stands[0]);
      if (participant.description) await expect(details).toContainText(participant.description.ru);
      if (participant.shows) await expect(details).toContainText(participant.shows.ru);
      for (const { url } of participant.links) {
        const link = details.locator(`a[href="${url}"]`).first();
        await expect(link).toHaveAttribute("target", "_blank");
        await expect(link).toHaveAttribute("rel", "noopener noreferrer");
      }
      await expect(details).toContainText("Источники");
    }
    const stage = EXPO.sessions.filter(({ place }) => place === "h1");
    await map.select("h1");
    await expect(map.detailsOf("h1").locator(".em-session")).toHaveCount(stage.length);
    for (const { title } of stage) await expect(map.detailsOf("h1")).toContainText(title.ru);
    await map.select("f2");
    await expect(map.detailsOf("f2").locator(".em-participant")).toHaveCount(2);
  });

  test("every link leads out safely", async ({ page, isMobile }) => {
    test.skip(isMobile, "the same links");
    const map = await Map.open(page);
    for (const { id } of EXPO.stands) {
      await map.host.evaluate((host, stand) => host.select(stand), id);
      await expect(map.detailsOf(id)).toBeAttached();
      const links = await map.details.locator("a").evaluateAll((list) =>
        list.map(({ href, target, rel, textContent }) => ({ href, target, rel, text: textContent.trim() })));
      for (const link of links) {
        expect(link.href).toMatch(/^(https?|mailto|tel):/);
        expect(link.text).not.toBe("");
        if (/^http/.test(link.href)) expect(link).toMatchObject({ target: "_blank", rel: "noopener noreferrer" });
      }
    }
  });

  test("about the event: notice, supporters, sources", async ({ page, isMobile }) => {
    const map = await Map.open(page);
    if (isMobile) await map.host.locator(".em-handle").click();
    await map.tool(WORDS.ru.about).click();
    await expect(map.root).toHaveAttribute("data-view", "about");
    const about = map.host.locator(".em-details");
    await expect(about).toContainText(EXPO.event.notice.ru);
    for (const { name } of EXPO.event.organisers) await expect(about).toContainText(name.ru);
  });

  test("zoom buttons zoom about the middle, and back", async ({ page }) => {
    const map = await Map.open(page);
    const before = await map.box("g1");
    await map.zoomIn();
    const near = await map.box("g1");
    expect(near.width / before.width).toBeCloseTo(1.6, 1);
    await map.host.locator(".em-controls .em-group").last().locator("button").nth(1).click();
    await map.still();
    expectNear(await map.box("g1"), before);
    await map.zoomIn();
    await map.zoomIn();
    await map.fit();
    expectNear(await map.box("g1"), before);
  });

  test("the ends of the zoom hold", async ({ page }) => {
    const map = await Map.open(page);
    const before = await map.box("g1");
    for (let press = 0; press < 12; press += 1) await map.host.locator(".em-controls .em-group").last().locator("button").nth(1).click();
    await map.still();
    const far = await map.box("g1");
    expect(far.width).toBeLessThan(before.width);
    expect(far.width).toBeGreaterThan(before.width * 0.5);
    for (let press = 0; press < 30; press += 1) await map.host.locator(".em-controls .em-group").last().locator("button").first().click();
    await map.still();
    expect((await map.box("g1")).width).toBeGreaterThan(before.width * 4);
    await map.fit();
    expectNear(await map.box("g1"), before);
  });

  test("search marks what it found on the map", async ({ page }) => {
    const map = await Map.open(page);
    await map.find("фарфор");
    await expect.poll(async () => (await map.listed()).length).toBeLessThan(36);
    const listed = await map.listed();
    expect(listed).toContain("f2");
    expect((await map.bright()).sort()).toEqual([...listed].sort());
  });

  test("the search box can be cleared", async ({ page }) => {
    const map = await Map.open(page);
    await map.find("москва");
    await expect(map.row("e14")).toBeAttached();
    await map.host.locator(".em-clear").click();
    await expect(map.rows).toHaveCount(36);
    await expect(map.search).toBeFocused();
  });
});

test.describe("by keyboard", () => {
  onDesktop();
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("arrows walk to neighbours, Home and End to the ends", async ({ page }) => {
    const map = await Map.open(page);
    const stop = map.host.locator('.em-stand[tabindex="0"]');
    await expect(stop).toHaveCount(1);
    await stop.focus();
    const first = await map.focusedStand();
    const seen = new Set([first]);
    const ways = ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowLeft", "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowRight", "ArrowUp"];
    for (const way of ways) {
      const from = await map.focusedStand();
      await page.keyboard.press(way);
      await map.still();
      const to = await map.focusedStand();
      expect(to, way).not.toBeNull();
      await expect(stop).toHaveCount(1);
      await expect(stop).toHaveAttribute("data-id", to);
      seen.add(to);
      if (to === from) continue;
      const [here, there] = [await map.box(from), await map.box(to)];
      const dx = there.left + there.width / 2 - here.left - here.width / 2;
      const dy = there.top + there.height / 2 - here.top - here.height / 2;
      const ahead = { ArrowRight: dx, ArrowLeft: -dx, ArrowDown: dy, ArrowUp: -dy }[way];
      expect(ahead, `${way}: ${from} to ${to}`).toBeGreaterThan(0);
    }
    expect(seen.size).toBeGreaterThan(5);
    await page.keyboard.press("End");
    const last = await map.focusedStand();
    expect(last).not.toBe(first);
    await page.keyboard.press("Home");
    expect(await map.focusedStand()).toBe(first);
  });

  test("Tab passes the stands in one step", async ({ page }) => {
    const map = await Map.open(page);
    await map.host.locator('.em-stand[tabindex="0"]').focus();
    await page.keyboard.press("Tab");
    expect(await map.focusedStand()).toBeNull();
    await page.keyboard.press("Shift+Tab");
    expect(await map.focusedStand()).not.toBeNull();
  });

  test("from the list one key leads to the plan", async ({ page }) => {
    const map = await Map.open(page);
    const skip = map.host.locator(".em-skip");
    expect((await skip.boundingBox()).width).toBeLessThan(2);
    await map.search.focus();
    await page.keyboard.press("Tab");
    await expect(skip.getByRole("button", { name: "Перейти к плану" })).toBeFocused();
    const box = await skip.boundingBox();
    expect(box.width).toBeGreaterThan(80);
    expect(box.height).toBeGreaterThanOrEqual(24);
    await page.keyboard.press("Enter");
    await expect.poll(() => map.focusedStand()).toBe(await map.host.locator('.em-stand[tabindex="0"]').getAttribute("data-id"));
  });

  test("the focused stand is never hidden", async ({ page }) => {
    const map = await Map.open(page);
    await map.zoomIn();
    await map.zoomIn();
    await map.host.locator('.em-stand[tabindex="0"]').focus();
    const stage = await map.stageBox();
    for (const way of ["End", "Home", "ArrowRight", "ArrowDown", "ArrowDown", "ArrowRight"]) {
      await page.keyboard.press(way);
      await map.still();
      const box = await map.box(await map.focusedStand());
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      expect(x > stage.x && x < stage.x + stage.width && y > stage.y && y < stage.y + stage.height, way).toBe(true);
    }
  });

  test("the focus returns to the stand that was opened last, whoever closed the one before", async ({ page }) => {
    const map = await Map.open(page);
    await map.stand("b2").focus();
    await page.keyboard.press("Enter");
    await expect(map.detailsOf("b2")).toBeVisible();
    await map.clear();
    await map.stand("a3").focus();
    await page.keyboard.press("Enter");
    await expect(map.detailsOf("a3")).toBeVisible();
    await map.escape();
    await expect(map.details).toHaveCount(0);
    await expect.poll(() => map.focusedStand()).toBe("a3");
  });

  test("Enter opens, Escape closes and the focus returns", async ({ page }) => {
    const map = await Map.open(page);
    await map.host.locator('.em-stand[tabindex="0"]').focus();
    await page.keyboard.press("ArrowRight");
    const stand = await map.focusedStand();
    await page.keyboard.press("Enter");
    await expect(map.detailsOf(stand)).toBeVisible();
    await expect(map.host.locator(".em-body:not([hidden]) [data-panel-focus]")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(map.details).toHaveCount(0);
    expect(await map.focusedStand()).toBe(stand);
    await page.keyboard.press("Space");
    await expect(map.detailsOf(stand)).toBeVisible();
  });

  test("the focus returns to the row that opened the details", async ({ page }) => {
    const map = await Map.open(page);
    await map.row("c3").focus();
    await page.keyboard.press("Enter");
    await expect(map.detailsOf("c3")).toBeVisible();
    await map.escape();
    await expect(map.details).toHaveCount(0);
    const focused = await map.host.evaluate(({ shadowRoot: { activeElement } }) => activeElement?.dataset.row ?? activeElement?.dataset.id);
    expect(focused).toBe("c3");
  });

  test("plus, minus and zero zoom while the map has the focus, and only then", async ({ page }) => {
    const map = await Map.open(page);
    const before = await map.box("g1");
    await map.search.focus();
    await page.keyboard.press("+");
    await map.still();
    expectNear(await map.box("g1"), before);
    await map.search.fill("");
    await map.host.locator('.em-stand[tabindex="0"]').focus();
    await page.keyboard.press("+");
    await map.still();
    expect((await map.box("g1")).width).toBeGreaterThan(before.width * 1.3);
    await page.keyboard.press("0");
    await map.still();
    expectNear(await map.box("g1"), before);
  });
});

test.describe("with the mouse", () => {
  onDesktop();

  test("the wheel keeps what is under the pointer there", async ({ page }) => {
    const map = await Map.open(page);
    const before = await map.box("g1");
    const stage = await map.stageBox();
    const at = { x: stage.x + stage.width * 0.4, y: stage.y + stage.height * 0.55 };
    await page.mouse.move(at.x, at.y);
    await page.mouse.wheel(0, -400);
    await expect.poll(async () => (await map.box("g1")).width).toBeGreaterThan(before.width * 1.2);
    await map.still();
    const after = await map.box("g1");
    expectNear(after, scaled(before, at, after.width / before.width));
    await page.mouse.wheel(0, 300);
    await map.still();
    const back = await map.box("g1");
    expect(back.width).toBeLessThan(after.width);
    expectNear(back, scaled(after, at, back.width / after.width));
  });

  test("a double click zooms in at that place", async ({ page }) => {
    const map = await Map.open(page);
    const at = await freePlace(map);
    const before = await map.box("g1");
    await page.mouse.dblclick(at.x, at.y);
    await expect.poll(async () => (await map.box("g1")).width / before.width).toBeGreaterThan(1.95);
    await map.still();
    const after = await map.box("g1");
    expect(after.width / before.width).toBeCloseTo(2, 1);
    expectNear(after, scaled(before, at, after.width / before.width));
    await expect(map.details).toHaveCount(0);
  });

  test("a drag moves the map with the pointer, opens nothing, and goes on by itself", async ({ page }) => {
    const map = await Map.open(page);
    await map.zoomIn();
    await map.zoomIn();
    const mouse = await timedMouse(page);
    const stage = await map.stageBox();
    const at = { x: stage.x + stage.width / 2, y: stage.y + stage.height / 2 };
    const before = await map.box("g1");
    await mouse("mousePressed", at, 0);
    for (let step = 1; step <= 10; step += 1) await mouse("mouseMoved", { x: at.x + 12 * step, y: at.y + 4 * step }, 16);
    const held = await map.box("g1");
    expectNear(held, { ...before, left: before.left + 120, top: before.top + 40 });
    await mouse("mouseReleased", { x: at.x + 120, y: at.y + 40 }, 8);
    await map.still();
    const after = await map.box("g1");
    expect(after.left - held.left, "it goes on").toBeGreaterThan(20);
    expect(after.width).toBeCloseTo(before.width, 0);
    await expect(map.details).toHaveCount(0);
  });

  test("the plan cannot be lost", async ({ page }) => {
    const map = await Map.open(page);
    await map.zoomIn();
    const mouse = await timedMouse(page);
    const stage = await map.stageBox();
    const at = { x: stage.x + stage.width / 2, y: stage.y + stage.height / 2 };
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      await mouse("mousePressed", at, 0);
      for (let step = 1; step <= 12; step += 1) await mouse("mouseMoved", { x: at.x + dx * 300 * step, y: at.y + dy * 300 * step }, 16);
      // Held for longer than what makes it go on by itself.
      await mouse("mouseMoved", { x: at.x + dx * 3600, y: at.y + dy * 3600 }, 300);
      await mouse("mouseReleased", { x: at.x + dx * 3600, y: at.y + dy * 3600 }, 200);
      await map.still();
      const seen = await map.stands.evaluateAll((stands, { x, y, width, height }) =>
        stands.some((stand) => {
          const box = stand.getBoundingClientRect();
          return box.right > x && box.left < x + width && box.bottom > y && box.top < y + height;
        }), stage);
      expect(seen, `dragged by ${dx}, ${dy}`).toBe(true);
      await map.fit();
      await map.zoomIn();
    }
  });

  test("a stand under the mouse is outlined", async ({ page }) => {
    const map = await Map.open(page);
    const { x, y } = await map.placeOf("g1");
    await page.mouse.move(x, y);
    const shape = await map.stand("g1").getAttribute("d");
    await expect(map.host.locator("[data-mark=hover]")).toHaveAttribute("d", shape);
    const box = await map.stageBox();
    await page.mouse.move(box.x + 2, box.y + box.height / 2);
    await expect(map.host.locator("[data-mark=hover]")).not.toHaveAttribute("d", shape);
  });

  test("choosing a stand flies there", async ({ page }) => {
    const map = await Map.open(page);
    await map.row("e1").click();
    await map.still();
    const [box, stage] = [await map.box("e1"), await map.stageBox()];
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    expect(Math.abs(x - stage.x - stage.width / 2)).toBeLessThan(stage.width * 0.1);
    expect(Math.abs(y - stage.y - stage.height / 2)).toBeLessThan(stage.height * 0.1);
    expect(box.width).toBeGreaterThan(60);
  });
});

test.describe("with fingers", () => {
  onPhone();

  test("a pinch zooms about its middle", async ({ page }) => {
    const map = await Map.open(page);
    const stage = await map.stageBox();
    const at = { x: stage.x + stage.width / 2, y: stage.y + stage.height * 0.45 };
    const touch = await fingers(page);
    const before = await map.box("g1");
    const spread = (apart) => [{ x: at.x - apart, y: at.y }, { x: at.x + apart, y: at.y }];
    await touch("touchStart", spread(50));
    for (let apart = 55; apart <= 100; apart += 5) await touch("touchMove", spread(apart));
    await expect.poll(async () => (await map.box("g1")).width / before.width).toBeCloseTo(2, 1);
    await touch("touchEnd", []);
    await map.still();
    const after = await map.box("g1");
    expectNear(after, scaled(before, at, after.width / before.width), 2);
    await expect(map.details).toHaveCount(0);
  });

  test("one finger moves the map", async ({ page }) => {
    const map = await Map.open(page);
    await map.zoomIn();
    const stage = await map.stageBox();
    const at = { x: stage.x + stage.width / 2, y: stage.y + stage.height * 0.45 };
    const touch = await fingers(page);
    const before = await map.box("g1");
    await touch("touchStart", [at]);
    for (let step = 1; step <= 8; step += 1) await touch("touchMove", [{ x: at.x - 8 * step, y: at.y + 5 * step }]);
    await expect.poll(async () => (await map.box("g1")).left - before.left).toBeLessThan(-40);
    await touch("touchEnd", []);
    await map.still();
    await expect(map.details).toHaveCount(0);
  });

  test("the sheet opens half, then fully, then folds away", async ({ page }) => {
    const map = await Map.open(page);
    await expect(map.root).toHaveAttribute("data-layout", "narrow");
    const handle = map.host.locator(".em-handle");
    for (const sheet of ["half", "full", "peek"]) {
      await handle.click();
      await expect(map.root).toHaveAttribute("data-sheet", sheet);
      await map.still();
    }
  });

  test("the chosen stand is not under the sheet", async ({ page }) => {
    const map = await Map.open(page);
    for (const id of ["a1", "e16", "h1", "g1"]) {
      await map.select(id);
      const { y } = await map.placeOf(id);
      const sheet = await map.host.locator(".em-panel").boundingBox();
      expect(y).toBeLessThan(sheet.y);
    }
  });

  test("the page is not wider than the phone", async ({ page }) => {
    await Map.open(page);
    const { scroll, client } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth }));
    expect(scroll).toBeLessThanOrEqual(client);
  });
});

/** A place on the map that belongs to no stand, near its middle. */
async function freePlace(map) {
  const { x, y, width, height } = await map.stageBox();
  return map.root.evaluate((root, box) => {
    const tree = root.getRootNode();
    for (let ring = 0; ring < 30; ring += 1) {
      for (let turn = 0; turn < 12; turn += 1) {
        const angle = (turn * Math.PI) / 6;
        const at = { x: box.x + box.width / 2 + 6 * ring * Math.cos(angle), y: box.y + box.height / 2 + 6 * ring * Math.sin(angle) };
        const near = [-8, 0, 8].flatMap((dx) => [-8, 0, 8].map((dy) => tree.elementFromPoint(at.x + dx, at.y + dy)));
        if (near.every((over) => over?.closest(".em-picture") && !over.closest(".em-stand"))) return at;
      }
    }
    throw new Error("stands everywhere");
  }, { x, y, width, height });
}

/** A mouse whose events say when they happened: `later` milliseconds after the one before. */
async function timedMouse(page) {
  const cdp = await page.context().newCDPSession(page);
  let seconds = Date.now() / 1000;
  return async (type, { x, y }, later) => {
    seconds += later / 1000;
    const button = type === "mouseMoved" ? "none" : "left";
    const buttons = type === "mouseReleased" ? 0 : 1;
    await cdp.send("Input.dispatchMouseEvent", { type, x, y, button, buttons, clickCount: 1, timestamp: seconds });
  };
}

/** Fingers. */
async function fingers(page) {
  const cdp = await page.context().newCDPSession(page);
  return (type, points) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
}
