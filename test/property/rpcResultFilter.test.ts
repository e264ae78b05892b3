import assert from "node:assert/strict";
import fc from "fast-check";
import { ResultFilter } from "../../src/rpc/resultFilter";
import { isRecord, parseJson } from "../../src/util/json";
import { anyJson, cutAt, cuts, damaged, damages, object, spaced } from "../builders/jsonText";

const names = fc.constantFrom("jsonrpc", "id", "result", "result", "error", "records");
/** The members of a response, and all of it; names may come twice. */
const responses = fc.array(fc.tuple(names, anyJson(names)), { maxLength: 5 }).chain((members) =>
  object(members.map(([name, text]) => [name, fc.constant(text)])).map((body) => ({
    body,
    result: members.findLast(([name]) => name === "result")?.[1],
  })),
);

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
  it("takes out the bytes of the result and leaves the rest, cut anywhere", () => {
    fc.assert(
      fc.property(responses, cuts, ({ body, result }, places) => {
        const { rest, taken } = filtered(cutAt(Buffer.from(body), places));
        const whole: unknown = JSON.parse(body);
        assert(isRecord(whole));
        if (result === undefined) assert.equal(rest, body);
        else {
          assert.equal(Buffer.concat(taken).toString("utf8"), result);
          assert.deepEqual(JSON.parse(rest), { ...whole, result: null });
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("makes no more and no less of a body that has been damaged than JSON.parse", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          responses.map(({ body }) => body),
          spaced(anyJson()),
        ),
        cuts,
        damages,
        (body, places, damage) => {
          const bytes = damaged(Buffer.from(body), damage);
          assert.deepEqual(
            valueOf(bytes, places),
            parseJson(bytes.toString("utf8")) ?? "malformed",
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});
