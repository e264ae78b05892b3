// @ts-check
"use strict";
// Given to VS Code as extensionTestsPath. Runs in the extension host: sends all output to the
// launcher's file, so that it looks exactly like the desktop's, then runs the real tests.
const fs = require("node:fs");
const util = require("node:util");

const outputFile = process.env.KOMARI_HOST_OUTPUT ?? "";
const testsPath = process.env.KOMARI_HOST_TESTS ?? "";

/** @param {string | Uint8Array} chunk */
function put(chunk) {
  fs.appendFileSync(outputFile, chunk);
}

/** The methods of VS Code's own console are read-only, so the whole object is replaced. */
function redirectConsole() {
  const redirected = Object.create(globalThis.console);
  for (const name of ["log", "info", "warn", "error", "debug", "trace"]) {
    Object.defineProperty(redirected, name, {
      /** @param {unknown[]} values */
      value: (...values) => put(`${util.format(...values)}\n`),
    });
  }
  globalThis.console = redirected;
}

function redirectStreams() {
  for (const stream of [process.stdout, process.stderr]) {
    /** @param {string | Uint8Array} chunk @param {any[]} rest */
    stream.write = (chunk, ...rest) => {
      put(chunk);
      const done = rest.find((value) => typeof value === "function");
      if (done) done();
      return true;
    };
  }
}

exports.run = async () => {
  redirectConsole();
  redirectStreams();
  try {
    await require(testsPath).run();
  } catch (error) {
    put(`${error instanceof Error ? error.stack : String(error)}\n`);
    throw error;
  }
};
