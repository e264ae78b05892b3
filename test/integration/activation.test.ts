import assert from "node:assert/strict";
import * as vscode from "vscode";
import manifest from "../../package.json";

const id = `${manifest.publisher}.${manifest.name}`;

describe("Extension", () => {
  it("is present and activates", async () => {
    const extension = vscode.extensions.getExtension(id);
    assert.ok(extension, `${id} is not installed`);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
