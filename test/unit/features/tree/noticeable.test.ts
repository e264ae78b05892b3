import assert from "node:assert/strict";
import { type RowTokenName, rowTokens } from "../../../../src/features/nodes/rows/rowTokens";
import {
  areEqual,
  differNoticeably,
  type RowFigure,
  type RowValue,
} from "../../../../src/features/tree/noticeable";

function figure(name: RowTokenName, value: RowValue): RowFigure {
  return { name, value, notices: rowTokens[name].notices };
}

function notices(token: RowTokenName, before: RowValue, now: RowValue): boolean {
  return differNoticeably([figure(token, before)], [figure(token, now)]);
}

describe("differNoticeably", () => {
  it("notices three points of a percentage", () => {
    assert.equal(notices("cpu", 28, 30.9), false);
    assert.equal(notices("cpu", 28, 31), true);
    assert.equal(notices("memory", 28, 25), true);
  });

  it("notices thirty percent of an amount, up as down", () => {
    assert.equal(notices("down", 1000, 701), false);
    assert.equal(notices("down", 1000, 700), true);
    assert.equal(notices("down", 700, 999), false);
    assert.equal(notices("down", 700, 1000), true);
  });

  it("notices that something begins or ends", () => {
    assert.equal(notices("up", 0, 1), true);
    assert.equal(notices("up", 1, 0), true);
    assert.equal(notices("up", 0, 0), false);
  });

  it("notices what becomes known or unknown", () => {
    assert.equal(notices("cpu", undefined, 0), true);
    assert.equal(notices("cpu", 0, undefined), true);
    assert.equal(notices("cpu", undefined, undefined), false);
  });

  it("notices any word", () => {
    assert.equal(notices("os", "Debian", "Debian 13"), true);
    assert.equal(notices("os", "Debian", "Debian"), false);
  });

  it("notices other figures, and more or fewer of them", () => {
    const [cpu, disk] = [figure("cpu", 1), figure("disk", 1)];
    assert.equal(differNoticeably([cpu], [disk]), true);
    assert.equal(differNoticeably([cpu], [cpu, disk]), true);
    assert.equal(differNoticeably([cpu, disk], [cpu]), true);
  });
});

describe("areEqual", () => {
  it("notices the smallest difference", () => {
    assert.equal(areEqual([figure("cpu", 1)], [figure("cpu", 1)]), true);
    assert.equal(areEqual([figure("cpu", 1)], [figure("cpu", 1.01)]), false);
    assert.equal(areEqual([figure("cpu", 1)], [figure("disk", 1)]), false);
    assert.equal(areEqual([], [figure("cpu", 1)]), false);
  });
});
