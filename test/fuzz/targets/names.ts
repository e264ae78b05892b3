import assert from "node:assert/strict";
import { plainLabel, plainText } from "../../../src/platform/plainText";
import { escapeMarkdown } from "../../../src/shared/markdown";
import { csvCell } from "../../../src/shared/csvCell";
import { clip } from "../../../src/shared/clip";
import { fileName, safeName } from "../../../src/shared/fileName";
import { pingName } from "../../../src/shared/pingName";
import { shownName } from "../../../src/shared/shownName";
import { singleLine } from "../../../src/shared/singleLine";
import { Regions } from "../../../src/features/nodes/arrange/regions";
import { anyText, mutatedText } from "../rubbish";
import { assertBounded, target } from "../target";

const lines = /[\p{Cc}\p{Zl}\p{Zp}]/u;
/** Marks of direction and tags: never part of a letter or an emoji that is drawn, but for the tags of flags. */
const unseen = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

const shown = target("names as they are shown", anyText, (text) => {
  const line = singleLine(text);
  assert.ok(!lines.test(line) && !unseen.test(line));
  assert.equal(singleLine(line), line);
  assertBounded(line.length, text.length, 10, 10);
  const name = shownName(text);
  assert.ok(name.length <= 121 && !lines.test(name) && !unseen.test(name), name);
  const pings = [
    { taskId: 1, name: text, family: text, protocol: text, role: text },
    { taskId: 1, name: text },
  ];
  pings.forEach((each) => pingName(each, pings));
  const clipped = clip(text, 10);
  assert.ok(clipped.length <= 11 && text.startsWith(clipped.replace(/…$/, "")));
});

const markup = target("text within Markdown and labels", anyText, (text) => {
  const escaped = escapeMarkdown(text);
  assert.equal(/[!-/:-@[-`{-~]|[\n\r]/.exec(escaped.replace(/&#\d+;/g, "")), null);
  assertBounded(escaped.length, text.length, 60, 10);
  assert.ok(!plainText(text).includes("]("));
  assert.equal(/(?<!\\)\$\(/.exec(plainLabel(text)), null);
});

/** The cells of one record, as RFC 4180 has it. */
function cellsOf(line: string): readonly string[] {
  const cells = [""];
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    const last = cells.pop() ?? "";
    if (char === '"' && !(quoted && line.charAt(at + 1) === '"')) {
      quoted = !quoted;
      cells.push(last);
    } else if (char === "," && !quoted) cells.push(last, "");
    else {
      cells.push(last + char);
      if (char === '"') at++;
    }
  }
  return cells;
}

const cells = target("cells of CSV", anyText, (text) => {
  const [before, found = "", after, ...rest] = cellsOf(["a", csvCell(text), "b"].join(","));
  assert.deepEqual([before, after, rest], ["a", "b", []]);
  assert.ok(found === text || found === `'${text}`);
  assert.ok(found.startsWith("'") || !/^[\s\p{Cc}]*[=+\-@]/u.test(found), "a formula");
});

const files = target("names of files", anyText, (text) => {
  const name = safeName(text);
  assert.ok(name.length > 0 && name.length <= 140 && name === name.trim(), name);
  assert.equal(/[/\\:*?"<>|\p{Cc}]|^[.-]|[.-]$/u.exec(name), null);
  assert.equal(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.exec(name), null);
  assert.ok(fileName(text, 0, ".csv").endsWith(" 1970-01-01.csv"));
});

const regions = new Regions("en");

const regionNames = target(
  "regions",
  (random) => mutatedText(random, "🇭🇰 Hong Kong").slice(0, 200),
  (text) => {
    const region = regions.parse(text);
    assert.ok(region?.code === undefined || /^[A-Z]{2}$/.test(region.code), region?.code);
    assert.ok(region === undefined || !lines.test(region.name));
  },
);

export const nameTargets = [shown, markup, cells, files, regionNames];
