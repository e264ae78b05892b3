import assert from "node:assert/strict";
import { bestMatch } from "../../../../src/platform/quickInput/bestMatch";

const rows = [
  { label: "db-primary", description: "Production" },
  { label: "old-web", description: "Lab" },
  { label: "web-01 hot", description: "Production" },
  { label: "web-02", description: "Production", detail: "203.0.113.9" },
  { label: "my web server", description: "Home" },
];

describe("bestMatch", () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["", "db-primary"],
    ["  ", "db-primary"],
    ["WEB", "web-02"],
    ["-web", "old-web"],
    ["b se", "my web server"],
    ["production", "db-primary"],
    ["203.0.113.9", "web-02"],
    ["nothing like it", undefined],
  ];
  for (const [typed, label] of cases) {
    it(`of ${JSON.stringify(typed)} is ${label ?? "none"}`, () => {
      assert.equal(bestMatch(rows, typed)?.label, label);
    });
  }
});
