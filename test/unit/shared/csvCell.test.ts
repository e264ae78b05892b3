import assert from "node:assert/strict";
import { csvCell } from "../../../src/shared/csvCell";

describe("csvCell", () => {
  it("leaves plain text as it is", () => {
    for (const text of ["", "web-01", "节点 1", "a b", "a=b", "😀"])
      assert.equal(csvCell(text), text);
  });

  it("quotes what some spreadsheet takes for the end of a cell or of a line", () => {
    for (const end of [
      ",",
      ";",
      "\t",
      "|",
      "\r",
      "\n",
      "\v",
      "\f",
      "\0",
      "\u0085",
      "\u2028",
      "\u2029",
    ]) {
      assert.equal(csvCell(`a${end}b`), `"a${end}b"`);
    }
    assert.equal(csvCell('a"b'), '"a""b"');
  });

  it("quotes blanks at either end, which would get lost", () => {
    assert.deepEqual([" a", "a ", "\ufeffa"].map(csvCell), ['" a"', '"a "', '"\ufeffa"']);
  });

  it("quotes digits behind a zero, which would get lost", () => {
    assert.deepEqual(["007", "00", "0", "0.5", "10"].map(csvCell), [
      ...['"007"', '"00"', "0", "0.5", "10"],
    ]);
  });

  it("makes text of what some spreadsheet would run", () => {
    for (const sign of ["=", "+", "-", "@", "＝", "＋", "－", "＠"]) {
      assert.equal(csvCell(`${sign}1`), `'${sign}1`);
    }
    for (const before of [" ", "\t", "\n", "\0", "\u200b", "\ufeff", "\u00a0"]) {
      assert.match(csvCell(`${before}=1`), /^"?'/);
    }
    assert.equal(csvCell("=1;=2"), `"'=1;=2"`);
  });
});
