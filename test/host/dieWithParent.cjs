// @ts-check
"use strict";
// Preloaded (node --require) into every process that tests and demo start: when whoever started it
// is gone, even by kill -9, it leaves too, with all that it has started.
const parent = process.ppid;
const timer = setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 500);
// Watching is no reason to stay alive.
timer.unref();
