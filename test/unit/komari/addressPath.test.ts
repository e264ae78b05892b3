import assert from "node:assert/strict";
import { sitePath } from "../../../src/komari/addressPath";

describe("sitePath", () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ["", "", false],
    ["/", "", false],
    ["//", "", false],
    ["/komari/", "/komari", false],
    ["/api/rpc2", "", true],
    ["/komari/api/rpc2/", "/komari", true],
    ["/komari/api", "/komari", true],
    ["/api/komari", "/api/komari", false],
    ["/komari/admin/ping/7", "/komari", true],
    ["/login/komari", "/login/komari", false],
    ["/login/login", "", true],
    ["/x/terminal", "/x", true],
  ];
  for (const [path, expected, cut] of cases) {
    it(`makes "${expected}" of "${path}"`, () => {
      assert.deepEqual(sitePath(path), { path: expected, cut });
    });
  }
});
