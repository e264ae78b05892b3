// @ts-check
"use strict";
// The thread of hangWatch.ts: looks every second whether anything has moved.
const fs = require("node:fs");
const inspector = require("node:inspector");
const { workerData } = require("node:worker_threads");

/** @type {{ beats: Int32Array, limitS: number }} */
const { beats, limitS } = workerData;
/** For the response of the debugger, which responds even during an endless loop. */
const graceMs = 10_000;

/** @param {string} text */
function end(text) {
  fs.writeSync(2, text);
  process.kill(process.pid, "SIGKILL");
}

/** Holds the main thread where it is and lets it report. */
function endWithReport() {
  const session = new inspector.Session();
  session.connectToMainThread();
  session.once("Debugger.paused", ({ params }) => {
    const callFrameId = params.callFrames[0]?.callFrameId ?? "";
    const expression = "globalThis.reportHang(new Error().stack)";
    session.post("Debugger.evaluateOnCallFrame", { callFrameId, expression }, (error, answer) =>
      end(String(error?.message ?? answer?.result.value ?? answer?.result.description)),
    );
  });
  session.post("Debugger.enable");
  session.post("Debugger.pause");
  setTimeout(() => end(`\nHANG: nothing has moved for ${limitS} s.\n`), graceMs);
}

let last = -1;
/** Counted, not taken from a clock: a machine that was asleep has not hung. */
let still = 0;
const timer = setInterval(() => {
  const now = Atomics.load(beats, 0);
  still = now === last ? still + 1 : 0;
  last = now;
  if (still < limitS) return;
  clearInterval(timer);
  endWithReport();
}, 1000);
