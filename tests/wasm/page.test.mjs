/** The page index.html in a browser, where there is one: it loads the module over HTTP and scores its example. */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { test } from "node:test";
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

const REPORTER = `<script type="module">
  const filled = () => document.querySelector("#ranking td") || document.querySelector("#problem").textContent;
  while (!filled()) await new Promise((ready) => { setTimeout(ready, 50); });
  fetch("/done", { method: "POST", body: document.body.outerHTML });
</script>`;

/** Serves the package; done gets what the page shows when it has scored. */
function serve(done) {
  return createServer(async (request, response) => {
    if (request.method === "POST") {
      let text = "";
      for await (const piece of request.setEncoding("utf8")) text += piece;
      response.end();
      done(text);
      return;
    }
    try {
      const body = await readFile(join(folder, request.url.slice(1)));
      response.writeHead(200, { "content-type": TYPES[extname(request.url)] ?? "text/plain" });
      response.end(request.url === "/index.html" ? body + REPORTER : body);
    } catch {
      response.writeHead(404).end();
    }
  });
}

async function pageOf(program, profile) {
  let server;
  let child;
  try {
    return await new Promise((done, fail) => {
      server = serve(done).listen(0, "127.0.0.1", () => {
        const address = `http://127.0.0.1:${server.address().port}/index.html`;
        const options = [
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-sync",
        ];
        options.push("--disable-background-networking", "--disable-component-update", `--user-data-dir=${profile}`);
        options.push("--remote-debugging-port=0", address); // stays open until it is told to end
        child = spawn(program, options, { stdio: "ignore" });
        child.once("error", fail);
        child.once("exit", (code) => fail(new Error(`${program} ended with ${code}`)));
        setTimeout(() => fail(new Error("the page has shown nothing for two minutes")), 120_000).unref();
      });
    });
  } finally {
    if (child?.exitCode === null) {
      const ended = new Promise((done) => {
        child.once("exit", done);
      });
      child.kill();
      await ended;
    }
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
    const shown = await pageOf(program, profile);
    const ranking = /<table id="ranking">(.*?)<\/table>/s.exec(shown)[1];
    const cells = (row) => [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map((cell) => cell[1]);
    const rows = [...ranking.matchAll(/<tr>(.*?)<\/tr>/gs)].map((row) => cells(row[1])).slice(1);
    assert.deepEqual(
      rows.map((row) => row[1]),
      ["B", "C", "E", "A", "D"],
    );
    assert.deepEqual(rows[0], ["1", "B", "95,19", "100%"]);
    assert.deepEqual(rows[4], ["5", "D", "1,00", "67%"]);
    assert.match(shown, /<div id="problem" role="alert"><\/div>/);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
