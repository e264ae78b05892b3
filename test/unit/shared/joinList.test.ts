import assert from "node:assert/strict";
import * as l10n from "@vscode/l10n";
import { joinList } from "../../../src/shared/joinList";

describe("joinList", () => {
  afterEach(() => l10n.config({ contents: {} }));

  it("puts the separator of the language between items", () => {
    assert.equal(joinList(["one", "two"]), "one, two");
    l10n.config({ contents: { ", ": "、" } });
    assert.equal(joinList(["one", "two", "three"]), "one、two、three");
    assert.equal(joinList([]), "");
  });
});
