import assert from "node:assert/strict";
import {
  clipboardText,
  TooLongForClipboardError,
} from "../../../../../src/features/charts/export/clipboardText";
import { exportErrorText } from "../../../../../src/features/charts/chartExports";
import { runSync } from "../../../../../src/json/cooperative";
import { WriteError } from "../../../../../src/util/writeError";

describe("clipboardText", () => {
  it("joins the chunks, and refuses more than a clipboard takes", () => {
    assert.equal(runSync(clipboardText(["ab", "c"], 3)), "abc");
    assert.throws(() => runSync(clipboardText(["ab", "cd"], 3)), TooLongForClipboardError);
  });
});

describe("exportErrorText", () => {
  it("says why a file could not be written in the words of the file system", () => {
    const cause = new Error("EACCES: permission denied, open '/x.csv'");
    assert.equal(exportErrorText(new WriteError("file", cause)), cause.message);
  });

  it("says what to do about too long a text, and refers to the log for a fault of ours", () => {
    assert.match(exportErrorText(new TooLongForClipboardError()), /Export to a file instead/);
    assert.equal(
      exportErrorText(new TypeError("a bug")),
      "Something went wrong. See the Komari log.",
    );
  });
});
