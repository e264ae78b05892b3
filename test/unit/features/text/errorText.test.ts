import assert from "node:assert/strict";
import { errorText, writeReason } from "../../../../src/features/text/errorText";
import { OverdueError } from "../../../../src/util/deadline";
import { WriteError } from "../../../../src/util/writeError";

describe("errorText", () => {
  it("says what could not be written, and why in the words of whoever refused", () => {
    const cause = new Error("EROFS: read-only file system, open '/home/a/charts.csv'");
    assert.equal(
      errorText(new WriteError("file", cause)),
      "The file could not be saved: EROFS: read-only file system, open '/home/a/charts.csv'",
    );
    assert.equal(
      errorText(new WriteError("state", "no space left")),
      "The choice could not be saved: no space left",
    );
  });

  it("refers to the log for what is a fault of ours", () => {
    assert.equal(
      errorText(new TypeError("x is not a function")),
      "Something went wrong. See the Komari log.",
    );
  });
});

describe("writeReason", () => {
  it("is one line, not endless", () => {
    const text = writeReason(new Error(`a\nb${"c".repeat(1_000)}`));
    assert.match(text, /^a bc+…$/);
    assert.ok(text.length <= 310);
  });

  it("says of a keychain that hangs that it did not respond in time", () => {
    assert.equal(writeReason(new OverdueError(5_000)), "there was no response in time");
  });
});
