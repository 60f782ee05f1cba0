// Makes review/static/vendor/ from node_modules: the editor's bundle, and the files that pages load as they come.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const packages = path.join(root, "node_modules");
const vendor = path.join(root, "review", "static", "vendor");

const asTheyCome = {
  "htmx.org/dist/htmx.min.js": "htmx.min.js",
  "bootstrap/dist/css/bootstrap.min.css": "bootstrap.min.css",
  // For the browser tests; no page of the site loads it.
  "axe-core/axe.min.js": "axe.min.js",
};

// Vietnamese text needs three of the font's subsets: letters without marks are in latin, "ă đ ơ ư" and all
// letters with tone marks in vietnamese, and the accented letters of other languages' names in latin-ext.
const font = "@fontsource/be-vietnam-pro";
// Each weight costs a first visit 34 kB: what is called 500 is drawn with 400, and 700 with 600 (CSS Fonts 4, 5.2).
const fontStyles = ["400", "400-italic", "600"];

await rm(vendor, { recursive: true, force: true });
await mkdir(path.join(vendor, "files"), { recursive: true });
await Promise.all([bundleEditor(), copyFiles(), copyFonts()]);

async function bundleEditor() {
  await build({
    absWorkingDir: root,
    entryPoints: ["review/front_end/editor.js"],
    outfile: path.join(vendor, "editor.js"),
    bundle: true,
    format: "esm",
    minify: true,
    target: ["chrome109", "firefox115", "safari16"],
    legalComments: "linked",
    logLevel: "warning",
  });
}

async function copyFiles() {
  for (const [from, to] of Object.entries(asTheyCome)) {
    const text = await readFile(path.join(packages, from), "utf8");
    // The maps are not copied, so a browser's developer tools would look for them in vain.
    await writeFile(path.join(vendor, to), text.replace(/\n?(\/\*|\/\/)# sourceMappingURL=.*/u, ""));
  }
}

async function copyFonts() {
  const sheets = [];
  for (const style of fontStyles) {
    const sheet = await readFile(path.join(packages, font, `${style}.css`), "utf8");
    // Every browser that the site is for reads woff2; the older format is left behind.
    const faces = sheet.replace(/, url\([^)]*\.woff\) format\('woff'\)/gu, "").split(/(?=\/\* be-vietnam-pro-)/u);
    // Of faces that both have a letter the last one is taken (CSS Fonts 4, 4.5): "ă đ ơ ư" are in latin-ext as well.
    sheets.push(faces.sort((a, b) => a.includes("vietnamese-") - b.includes("vietnamese-")).join(""));
  }
  const css = sheets.join("\n\n");
  await writeFile(path.join(vendor, "be-vietnam-pro.css"), css);
  for (const [, file] of css.matchAll(/url\(\.\/(files\/[^)]+\.woff2)\)/gu)) {
    await cp(path.join(packages, font, file), path.join(vendor, file));
  }
  await cp(path.join(packages, font, "LICENSE"), path.join(vendor, "files", "LICENSE"));
}
