// A demo server with fresh data: `kith demo --port N --data FOLDER`.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Letterbox } from "./letterbox.mjs";

const START_SECONDS = 60;

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export class Demo {
  #started = null;

  // The address of the server, started on the first call: "http://127.0.0.1:4100".
  origin() {
    this.#started ??= this.#start();
    return this.#started.then(({ origin }) => origin);
  }

  // The next unread mail to an address: see letterbox.mjs.
  async mailTo(address) {
    await this.origin();
    const { letters } = await this.#started;
    return letters.next(address);
  }

  // How many mails to an address nobody has read yet.
  async unreadTo(address) {
    await this.origin();
    const { letters } = await this.#started;
    return letters.unread(address);
  }

  async #start() {
    const program = process.env.KITH_PROGRAM;
    if (!program) throw new Error("KITH_PROGRAM does not name the program to test");
    const data = await mkdtemp(join(tmpdir(), "kith-browser-"));
    const port = await freePort();
    const server = spawn(program, ["demo", "--port", String(port), "--data", data], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended = new Promise((resolve) => server.once("close", resolve));
    const origin = await new Promise((resolve, reject) => {
      let said = "";
      const timer = setTimeout(() => reject(new Error(`no server within ${START_SECONDS} s:\n${said}`)), START_SECONDS * 1000);
      const listen = (chunk) => {
        said = (said + chunk).slice(-20_000);
        const address = said.match(/listening on (http:\/\/[^\s/]+)/);
        if (address) {
          clearTimeout(timer);
          resolve(address[1]);
        }
      };
      server.stdout.on("data", listen);
      server.stderr.on("data", listen);
      server.once("error", reject);
      ended.then((code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
    }).catch(async (failure) => {
      server.kill("SIGKILL");
      await rm(data, { recursive: true, force: true });
      throw failure;
    });
    return { origin, server, data, ended, letters: new Letterbox(join(data, "mail")) };
  }

  async close() {
    const started = await this.#started?.catch(() => null);
    if (!started) return;
    started.server.kill("SIGTERM");
    const timer = setTimeout(() => started.server.kill("SIGKILL"), 5000);
    await started.ended;
    clearTimeout(timer);
    await rm(started.data, { recursive: true, force: true });
  }
}
