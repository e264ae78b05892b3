import assert from "node:assert/strict";
import fc from "fast-check";
import { ResultFilter } from "../../src/rpc/resultFilter";
import { isRecord, parseJson } from "../../src/util/json";
import { anyJson, cutAt, cuts, damaged, damages, object, spaced } from "../builders/jsonText";

const names = fc.constantFrom("jsonrpc", "id", "result", "result", "error", "records");
const responses = fc
  .array(fc.tuple(names, anyJson(names)), { maxLength: 5 })
  .chain((members) => object(members.map(([name, text]) => [name, fc.constant(text)])));

function filtered(pieces: readonly Buffer[]) {
  const filter = new ResultFilter();
  const rest = pieces.map((piece) => filter.write(piece) ?? Buffer.alloc(0));
  return { rest: Buffer.concat(rest).toString("utf8"), taken: filter.finish(null) };
}

/** The value, or "malformed". */
function valueOf(bytes: Buffer, places: readonly number[]): unknown {
  try {
    const { rest, taken } = filtered(cutAt(bytes, places));
    const value = parseJson(rest);
    if (!isRecord(value) || !Object.hasOwn(value, "result")) return value ?? "malformed";
    return { ...value, result: parseJson(Buffer.concat(taken).toString("utf8")) };
  } catch {
    return "malformed";
  }
}

describe("ResultFilter", () => {
  it("reads damaged bodies as JSON.parse does", () => {
    fc.assert(
      fc.property(fc.oneof(responses, spaced(anyJson())), cuts, damages, (body, places, damage) => {
        const bytes = damaged(Buffer.from(body), damage);
        assert.deepEqual(valueOf(bytes, places), parseJson(bytes.toString("utf8")) ?? "malformed");
      }),
      { numRuns: 2000 },
    );
  });
});
