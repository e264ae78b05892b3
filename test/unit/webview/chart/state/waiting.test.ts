import assert from "node:assert/strict";
import { isStalled } from "../../../../../webview/chart/state/waiting";

describe("what was asked", () => {
  const lost = { query: undefined, severity: "warning", text: "Lost.", actions: [] } as const;
  const progress = { query: 1, rows: 9, expected: undefined };

  for (const { name, notice, expected } of [
    { name: "goes on where all is well", notice: undefined, expected: false },
    { name: "waits for a server that is lost", notice: lost, expected: true },
    {
      name: "waits for a server that does not let us in",
      notice: { ...lost, severity: "error" } as const,
      expected: true,
    },
    {
      name: "goes on while a server is merely spoken of",
      notice: { ...lost, severity: "info" } as const,
      expected: false,
    },
    {
      name: "does not wait for a notice of its own",
      notice: { ...lost, query: 1 },
      expected: false,
    },
  ]) {
    it(name, () => assert.equal(isStalled(notice, undefined), expected));
  }

  it("goes on when rows of other servers come", () =>
    assert.equal(isStalled(lost, progress), false));
});
