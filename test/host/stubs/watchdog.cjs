// @ts-check
"use strict";
// Stands in for native-watchdog, a native module: the extension host leaves when its server is gone.

/** @param {number} parent */
exports.start = (parent) => {
  const timer = setInterval(() => {
    try {
      process.kill(parent, 0);
    } catch {
      process.exit(87);
    }
  }, 3000);
  timer.unref();
};

/** @param {number} [code] */
exports.exit = (code) => process.exit(code ?? 0);
