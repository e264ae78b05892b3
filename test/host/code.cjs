#!/usr/bin/env node
// @ts-check
"use strict";
// The file that @vscode/test-electron starts in place of the desktop's `code` binary.
require("./dieWithParent.cjs");
require("tsx/cjs");
require("./launcher.ts");
