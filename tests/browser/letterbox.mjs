// The mail that the demo writes into DATA/mail instead of sending it, one file each, read as a mail program reads it.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const ARRIVES_SECONDS = 20;
const LOOK_MILLISECONDS = 50;

function quotedPrintable(text) {
  const bytes = text.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function decoded(body, encoding) {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  return encoding === "quoted-printable" ? quotedPrintable(body) : Buffer.from(body, "latin1").toString("utf8");
}

function words(header) {
  return header.replace(/=\?utf-8\?(b|q)\?([^?]*)\?=\s*/gi, (_, kind, text) =>
    kind.toLowerCase() === "b" ? decoded(text, "base64") : quotedPrintable(text.replaceAll("_", " ")));
}

// A mail of one plain part: its headers by lower-case name, its text, the addresses of pages in it.
export function read(source) {
  const cut = source.search(/\r?\n\r?\n/);
  const lines = source.slice(0, cut).replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const headers = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
  const text = decoded(source.slice(cut).trimStart(), headers["content-transfer-encoding"]?.toLowerCase());
  return { headers, to: headers.to, lang: headers["content-language"], subject: words(headers.subject ?? ""), text, links: text.match(/https?:\/\/[^\s<>]+/g) ?? [] };
}

export class Letterbox {
  #folder;
  #seen = new Set();

  constructor(folder) {
    this.#folder = folder;
  }

  // The oldest mail to this address that nobody has read yet; waits until it arrives.
  async next(address) {
    const until = performance.now() + ARRIVES_SECONDS * 1000;
    for (;;) {
      for (const name of (await this.#names()).filter((one) => !this.#seen.has(one))) {
        const mail = read(await readFile(join(this.#folder, name), "latin1"));
        if (!mail.to?.includes(address)) continue;
        this.#seen.add(name);
        return mail;
      }
      if (performance.now() > until) throw new Error(`no mail to ${address} within ${ARRIVES_SECONDS} s; there is: ${(await this.#names()).join(", ")}`);
      await pause(LOOK_MILLISECONDS);
    }
  }

  // How many mails to this address nobody has read yet.
  async unread(address) {
    const sources = await Promise.all((await this.#names()).filter((one) => !this.#seen.has(one)).map((name) => readFile(join(this.#folder, name), "latin1")));
    return sources.filter((source) => read(source).to?.includes(address)).length;
  }

  async #names() {
    const names = await readdir(this.#folder).catch(() => []);
    return names.filter((name) => name.endsWith(".eml")).sort();
  }
}
