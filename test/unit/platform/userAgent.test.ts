import assert from "node:assert/strict";
import { hostname, userInfo } from "node:os";
import { userAgent } from "../../../src/platform/userAgent";

describe("userAgent", () => {
  it("names product, version and system", () => {
    assert.equal(userAgent("1.2.3", "linux"), "Komari for VS Code/1.2.3 (Linux)");
    assert.equal(userAgent("1.2.3", "darwin"), "Komari for VS Code/1.2.3 (macOS)");
    assert.equal(userAgent("1.2.3", "win32"), "Komari for VS Code/1.2.3 (Windows)");
  });

  it("leaves out a system without a common name", () => {
    for (const platform of ["toString", "haiku"]) {
      assert.equal(userAgent("1.2.3", platform), "Komari for VS Code/1.2.3");
    }
  });

  it("says nothing of this computer or its user", () => {
    const text = userAgent("1.2.3", process.platform);
    assert.ok(!text.includes(hostname()));
    assert.ok(!text.includes(` ${userInfo().username}`));
  });
});
