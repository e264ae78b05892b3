import assert from "node:assert/strict";
import fc from "fast-check";
import { readSavedRequests } from "../../../src/settings/readSavedRequests";

describe("readSavedRequests", () => {
  it("reads every field; the server as it is written", () => {
    const entry = {
      name: " All nodes ",
      method: "common:getNodes",
      server: "Home.example.com/",
      params: { uuid: "a" },
    };
    assert.deepEqual(readSavedRequests([entry]), [
      {
        name: "All nodes",
        method: "common:getNodes",
        server: "Home.example.com/",
        params: '{"uuid":"a"}',
      },
    ]);
  });

  it("takes parameters that stand there as JSON in a string, every digit of them", () => {
    const params = '{"limit": 9007199254740993}';
    assert.equal(readSavedRequests([{ name: "a", method: "m", params }])[0]?.params, params);
  });

  const usable: readonly unknown[] = [
    { name: "a", method: "m" },
    { name: "a", method: "m", params: null },
    { name: "a", method: "m", server: null },
    { name: "a", method: "m", server: " " },
  ];
  for (const entry of usable) {
    it(`takes ${JSON.stringify(entry)} as a request for any server`, () => {
      assert.deepEqual(readSavedRequests([entry]), [{ name: "a", method: "m" }]);
    });
  }

  const unusable: readonly unknown[] = [
    ...[null, "x", [], {}, { name: "a" }, { method: "m" }, { name: " ", method: "m" }],
    { name: 7, method: "m" },
    // Without its parameters it would be another request.
    { name: "a", method: "m", params: "{" },
    { name: "a", method: "m", params: 7 },
  ];
  for (const entry of unusable) {
    it(`leaves out ${JSON.stringify(entry)}`, () =>
      assert.deepEqual(readSavedRequests([entry]), []));
  }

  for (const [server, kept] of [
    [7, "7"],
    [{ url: "x" }, '{"url":"x"}'],
    [false, "false"],
    ["ftp://x", "ftp://x"],
    ["Home lab", "Home lab"],
  ] as const) {
    it(`does not take ${JSON.stringify(server)} for any server`, () => {
      const [request] = readSavedRequests([{ name: "a", method: "m", server }]);
      assert.equal(request?.server, kept);
    });
  }

  it("takes the first of equal names", () => {
    const twice = [
      { name: "a", method: "first" },
      { name: "a ", method: "second" },
    ];
    assert.deepEqual(readSavedRequests(twice), [{ name: "a", method: "first" }]);
  });

  it("survives any value", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (value, params) => {
        assert.ok(Array.isArray(readSavedRequests(value)));
        const read = readSavedRequests([{ name: "a", method: "m", params }]);
        assert.ok(read.length <= 1);
      }),
    );
  });
});
