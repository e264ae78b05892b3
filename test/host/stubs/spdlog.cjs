// @ts-check
"use strict";
// Stands in for @vscode/spdlog, a native module. Without it the log files and every Output panel
// of VS Code stay empty. Same exports; appends at once and never rotates.
const fs = require("node:fs");
const path = require("node:path");

const levels = ["trace", "debug", "info", "warning", "error", "critical", "off"];
let globalLevel = levels.indexOf("info");

/** @param {Date} date */
function stamp(date) {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 23).replace("T", " ");
}

class Logger {
  /** @param {string} _kind @param {string} _name @param {string} file */
  constructor(_kind, _name, file) {
    this.level = globalLevel;
    this.bare = false;
    this.file = file;
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }
  /** @param {number} level @param {string} message */
  write(level, message) {
    if (level < this.level) return;
    const line = this.bare ? message : `${stamp(new Date())} [${levels[level]}] ${message}\n`;
    try {
      fs.appendFileSync(this.file, line);
    } catch {
      // The run's folder is already gone: nobody will read this line.
    }
  }
  /** @param {number} level */
  setLevel(level) {
    this.level = level;
  }
  getLevel() {
    return this.level;
  }
  clearFormatters() {
    this.bare = true;
  }
  setPattern() {}
  flush() {}
  drop() {}
}
for (const [level, name] of ["trace", "debug", "info", "warn", "error", "critical"].entries()) {
  Object.defineProperty(Logger.prototype, name, {
    /** @param {string} message */
    value(message) {
      this.write(level, message);
    },
  });
}

/** @param {string} name @param {string} file */
async function createRotatingLogger(name, file) {
  return new Logger("rotating", name, file);
}

// One by one: VS Code imports this as a module, and Node finds the names by these assignments.
exports.version = 0;
exports.Logger = Logger;
exports.createRotatingLogger = createRotatingLogger;
exports.createAsyncRotatingLogger = createRotatingLogger;
/** @param {number} level */
exports.setLevel = (level) => {
  globalLevel = level;
};
exports.setFlushOn = () => {};
