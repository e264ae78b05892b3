import assert from "node:assert/strict";
import {
  ResponseDocuments,
  responseTitle,
  diffTitle,
} from "../../../../../src/features/requests/compare/responseDocuments";
import { FakeQuickInputs } from "../../servers/fakeQuickInputs";

const maxPrintedLength = 16 * 1024 * 1024;

const uri = (count: number) => `komari:${count}`;

function start(ignored = false) {
  const inputs = new FakeQuickInputs();
  const made: {
    readonly name: string;
    readonly text: unknown;
    readonly key: string | undefined;
  }[] = [];
  const executed: (readonly unknown[])[] = [];
  const remembered = { value: ignored };
  const documents = new ResponseDocuments({
    inputs,
    documents: {
      add: (name, content, key) => {
        made.push({ name, text: content(), key });
        return uri(made.length);
      },
    },
    ignoreTimes: {
      get: () => remembered.value,
      set: (value) => {
        remembered.value = value;
        return Promise.resolve();
      },
    },
    execute: (...args) => executed.push(args),
  });
  return { inputs, made, executed, remembered, documents };
}

const title = "common:getNodes — Home, 10:00";
const left = { title, json: '{"uptime":1}' };
const right = { title: "common:getNodes — Home, 10:01", json: '{"uptime":2}' };

describe("ResponseDocuments", () => {
  it("opens a formatted response under a safe file name; the same title is the same document", async () => {
    const { documents, made, executed } = start();
    await documents.open({ title: "../x:y", json: '{"b":1,"a":2}' });
    assert.deepEqual(made, [
      { name: "x-y.json", text: '{\n  "b": 1,\n  "a": 2\n}', key: "../x:y" },
    ]);
    assert.deepEqual(executed, [["vscode.open", uri(1)]]);
  });

  it("opens the diff editor with one document per side", async () => {
    const { documents, inputs, made, executed } = start();
    const comparing = documents.compare(left, right);
    await (await inputs.pick()).choose("Compare");
    await comparing;
    assert.deepEqual(
      made.map(({ text, key }) => [text, key]),
      [
        ['{\n  "uptime": 1\n}', undefined],
        ['{\n  "uptime": 2\n}', undefined],
      ],
    );
    assert.deepEqual(executed, [
      ["vscode.diff", uri(1), uri(2), "common:getNodes — Home, 10:00 ↔ Home, 10:01"],
    ]);
  });

  it("formats large responses cooperatively, and leaves responses above the limit unformatted", async () => {
    const { documents, inputs, made } = start();
    let turns = 0;
    let done = false;
    const count = (): void => {
      turns += 1;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    await documents.open({ title, json: JSON.stringify(Array(100_000).fill({ cpu: 1 })) });
    done = true;
    assert(turns > 2, `${turns} turns`);
    const comparing = documents.compare(left, { title, json: `"${"x".repeat(maxPrintedLength)}"` });
    await (await inputs.pick()).choose("Compare");
    await comparing;
    assert.equal(made[1]?.text, left.json);
  });

  it("ignores times if chosen, and preselects that choice the next time", async () => {
    const { documents, inputs, made, remembered } = start();
    const comparing = documents.compare(left, right);
    const pick = await inputs.pick();
    assert.deepEqual(
      pick.activeItems.map(({ label }) => label),
      ["Compare"],
    );
    await pick.choose("Ignore Timestamps");
    await comparing;
    assert.equal(made[0]?.text, made[1]?.text);
    assert.equal(remembered.value, true);
    void documents.compare(left, right);
    assert.deepEqual(
      (await inputs.pick()).activeItems.map(({ label }) => label),
      ["Ignore Timestamps"],
    );
  });

  it("does nothing and stores no choice if cancelled", async () => {
    const { documents, inputs, executed, remembered } = start(true);
    const comparing = documents.compare(left, right);
    (await inputs.pick()).hide();
    await comparing;
    assert.deepEqual(executed, []);
    assert.equal(remembered.value, true);
  });
});

describe("titles of responses", () => {
  it("repeat the method only if the methods differ", () => {
    const [a, b] = [responseTitle("a", "Home", "10:00"), responseTitle("b", "Home", "10:01")];
    assert.equal(diffTitle(a, responseTitle("a", "Lab", "9:00")), "a — Home, 10:00 ↔ Lab, 9:00");
    assert.equal(diffTitle(a, b), "a — Home, 10:00 ↔ b — Home, 10:01");
    assert.equal(diffTitle("x", "y"), "x ↔ y");
  });
});
