/** The page index.html in a browser, where there is one: it loads the module over HTTP and scores its example. */
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { wasm } from "./support.mjs";

const TYPES = { ".html": "text/html", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const folder = dirname(wasm);

function browser() {
  for (const name of ["chromium", "google-chrome"]) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // the next one
    }
  }
  return undefined;
}

async function served(work) {
  const server = createServer(async ({ url }, response) => {
    try {
      const body = await readFile(join(folder, url.slice(1)));
      response.writeHead(200, { "content-type": TYPES[extname(url)] ?? "text/plain" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => {
    server.listen(0, "127.0.0.1", ready);
  });
  try {
    return await work(`http://127.0.0.1:${server.address().port}/index.html`);
  } finally {
    server.closeAllConnections?.();
    server.close();
  }
}

test("the page scores its example in a browser", async (t) => {
  const program = browser();
  if (program === undefined) {
    t.skip("chromium is missing");
    return;
  }
  const profile = await mkdtemp(join(tmpdir(), "innoscore-"));
  try {
    const options = [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-sync",
      "--disable-background-networking",
      "--disable-component-update",
      `--user-data-dir=${profile}`,
      "--virtual-time-budget=20000",
      "--dump-dom",
    ];
    const { stdout } = await served((address) =>
      promisify(execFile)(program, [...options, address], { timeout: 120_000 }),
    );
    const ranking = /<table id="ranking">(.*?)<\/table>/s.exec(stdout)[1];
    const rows = [...ranking.matchAll(/<tr>(.*?)<\/tr>/gs)].map((row) =>
      [...row[1].matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map((cell) => cell[1]),
    );
    assert.deepEqual(
      rows.slice(1).map((cells) => cells[1]),
      ["B", "C", "E", "A", "D"],
    );
    assert.deepEqual(rows[1], ["1", "B", "95,19", "100%"]);
    assert.deepEqual(rows[5], ["5", "D", "1,00", "67%"]);
    assert.match(stdout, /<div id="problem" role="alert"><\/div>/);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
