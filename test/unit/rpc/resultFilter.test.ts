import assert from "node:assert/strict";
import { RpcLocalError } from "../../../src/rpc/errors";
import { ResultFilter } from "../../../src/rpc/resultFilter";

/** What remains of a body that comes in these pieces, and the result. */
function filtered(...pieces: readonly string[]) {
  const filter = new ResultFilter();
  const rest = pieces.map((piece) => filter.write(Buffer.from(piece))?.toString() ?? "").join("");
  return { rest, result: Buffer.concat(filter.finish("as parsed")).toString(), held: filter.held };
}

describe("ResultFilter", () => {
  it("takes the result and leaves null", () => {
    const { rest, result, held } = filtered('{"jsonrpc":"2.0","id":1,"result": [1.0 , {}] }\n');
    assert.equal(rest, '{"jsonrpc":"2.0","id":1,"result": null }\n');
    assert.equal(result, "[1.0 , {}]");
    assert.equal(held, result.length);
  });

  it("finds it however its name is written and wherever it stands", () => {
    assert.equal(filtered('{"r\\u0065sult":5,"id":1}').result, "5");
    assert.equal(filtered('{"id":1,"res', 'ult"', ":1", "2}").result, "12");
    assert.equal(
      filtered(...Array.from('{"id":{"result":1},"result":"result"}')).result,
      '"result"',
    );
  });

  it("keeps the last of two, as JSON.parse does", () => {
    const { rest, result, held } = filtered('{"result":"first","id":1,"result":2}');
    assert.equal(rest, '{"result":null,"id":1,"result":null}');
    assert.equal(result, "2");
    assert.equal(held, 1);
  });

  it("lets through what is no single answer with a result", () => {
    const bodies = [
      '{"jsonrpc":"2.0","id":1,"error":{"code":1,"data":{"result":[1]}}}',
      '[{"jsonrpc":"2.0","id":1,"result":1}]',
      '"result"',
      "<html>{}</html>",
      '{"jsonrpc":nothing,"result":1}',
      "",
    ];
    for (const body of bodies) {
      for (const pieces of [[body], Array.from(body)]) {
        assert.deepEqual(filtered(...pieces), { rest: body, result: '"as parsed"', held: 0 }, body);
      }
    }
  });

  it("leaves a response that is broken behind its result to be found out", () => {
    assert.equal(filtered('{"result":[1]', "]}").rest, '{"result":null]}');
    assert.equal(filtered('{"result":[1', ",").rest, '{"result":');
  });

  it("refuses a result that is no JSON", () => {
    for (const pieces of [['{"result":[1,]}'], ['{"result":{"a"', ":NaN}}"]]) {
      assert.throws(
        () => filtered(...pieces),
        (error) => error instanceof RpcLocalError && error.code === "malformed",
      );
    }
  });

  it("reports how much has come", () => {
    const reported: number[] = [];
    const filter = new ResultFilter((bytes) => reported.push(bytes));
    for (const piece of ["<html>", "é"]) filter.write(Buffer.from(piece));
    assert.deepEqual(reported, [6, 8]);
  });
});
