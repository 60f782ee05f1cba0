// Lighthouse over the pages that stand in a JSON file: node lighthouse.mjs PAGES.json; prints the marks as JSON.
//
// Each page: { name, url, cookie }. With `editor`, the page is looked at once its editor is there: as it stands then, so
// without marks for speed. Telephone and slow network are Lighthouse's own usual ones.
import { readFile } from "node:fs/promises";

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig, startFlow } from "lighthouse";
import puppeteer from "puppeteer-core";

const OF_STATES = ["accessibility", "best-practices"];
const KINDS = ["performance", ...OF_STATES];
const TURNS = 3; // a busy machine now and then loses the beginning of a trace (NO_NAVSTART)
const pages = JSON.parse(await readFile(process.argv[2], "utf8"));
const chrome = await launch({
  chromePath: process.env.CHROME_PATH,
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
});
try {
  const marks = [];
  for (const page of pages) {
    marks.push(await (page.editor ? asItStands(page) : loaded(page)));
    process.stderr.write(`${JSON.stringify(marks.at(-1))}\n`);
  }
  process.stdout.write(JSON.stringify(marks));
} finally {
  chrome.kill();
}

async function loaded({ name, url, cookie, desktop }) {
  const flags = { port: chrome.port, onlyCategories: KINDS, logLevel: "error", extraHeaders: cookie ? { Cookie: cookie } : {} };
  for (let turn = 1; ; turn += 1) {
    const { lhr } = await lighthouse(url, flags, desktop ? desktopConfig : undefined);
    if (!lhr.runtimeError || turn === TURNS) return told(name, lhr);
  }
}

async function asItStands({ name, url, cookie }) {
  const browser = await puppeteer.connect({ browserURL: `http://127.0.0.1:${chrome.port}`, defaultViewport: { width: 1440, height: 900 } });
  try {
    const page = await browser.newPage();
    await page.setExtraHTTPHeaders({ Cookie: cookie });
    await page.goto(url);
    await page.mouse.move(5, 5);
    await page.locator("[data-editor]").scroll();
    await page.waitForSelector(".ProseMirror");
    const flow = await startFlow(page, { config: desktopConfig, flags: { onlyCategories: OF_STATES } });
    await flow.snapshot();
    const { steps } = await flow.createFlowResult();
    await page.close();
    return told(name, steps[0].lhr);
  } finally {
    await browser.disconnect();
  }
}

function told(name, lhr) {
  if (lhr.runtimeError) throw new Error(`${name}: ${lhr.runtimeError.message}`);
  const marks = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, score === null ? null : Math.round(score * 100)]));
  const wrong = Object.values(lhr.categories).flatMap(({ id, auditRefs }) =>
    auditRefs.filter(({ id: audit, weight }) => weight && lhr.audits[audit].score !== null && lhr.audits[audit].score < 1)
      .map(({ id: audit }) => `${id}: ${audit}: ${lhr.audits[audit].displayValue ?? ""} ${(lhr.audits[audit].details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.description ?? "").join(" | ")}`.trim()),
  );
  const figure = (id) => lhr.audits[id]?.numericValue ?? null;
  return { name, marks, wrong, lcp: figure("largest-contentful-paint"), tbt: figure("total-blocking-time"), bytes: figure("total-byte-weight"), cls: figure("cumulative-layout-shift") };
}
