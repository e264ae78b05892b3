// @ts-check
"use strict";
// Preloaded into the VS Code server (node --require): two things that it does not do by itself.
const crypto = require("node:crypto");
const fs = require("node:fs");
const http = require("node:http");

/**
 * The web client encrypts its secrets with a key that it fetches here. Without an answer it keeps
 * them in memory only, so that every reload would ask for passwords again.
 * @param {string} keyFile
 */
function answerMintKey(keyFile) {
  if (!fs.existsSync(keyFile)) fs.writeFileSync(keyFile, crypto.randomBytes(32), { mode: 0o600 });
  const key = fs.readFileSync(keyFile);
  const emit = http.Server.prototype.emit;
  /** @this {import("node:http").Server} @param {[string | symbol, ...any[]]} args */
  http.Server.prototype.emit = function (...args) {
    const [event, request, response] = args;
    if (event !== "request" || request.method !== "POST" || !/\/mint-key$/.test(request.url)) {
      return emit.apply(this, args);
    }
    response.writeHead(200, { "content-type": "application/octet-stream" }).end(key);
    return true;
  };
}

// The extension host and other children inherit --require: only the server itself is meant.
if (/server-main\.js$/.test(process.argv[1] ?? "") && process.env.KOMARI_MINT_KEY_FILE) {
  require("./dieWithParent.cjs");
  answerMintKey(process.env.KOMARI_MINT_KEY_FILE);
}
