// The browser: Debian's Chromium, without a profile and without words to the outside.
import { accessSync } from "node:fs";
import { chromium } from "playwright-core";

const FOUND_AT = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

function program() {
  if (process.env.KITH_CHROMIUM) return process.env.KITH_CHROMIUM;
  const found = FOUND_AT.find((path) => {
    try {
      accessSync(path);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error("there is no Chromium: run cargo xtask setup, or set KITH_CHROMIUM");
  return found;
}

export function openBrowser() {
  return chromium.launch({
    executablePath: program(),
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
