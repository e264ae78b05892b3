import assert from "node:assert/strict";
import { redactJson, redactLargeJson } from "../../../../src/komari/redact/redactJson";
import { RpcLocalError } from "../../../../src/rpc/errors";
import { secretMask } from "../../../../src/shared/call/mask";

const isSecret = (key: string) => key === "token" || key === "密码";

/** With `*` for the mask. */
function redacted(text: string): string {
  return redactJson(text, isSecret).json.toString().replaceAll(`"${secretMask}"`, "*");
}

function secretsIn(text: string): number {
  return redactJson(text, isSecret).secrets;
}

describe("redactJson", () => {
  it("masks what is under a secret name, whatever it is, as a whole", () => {
    assert.equal(
      redacted('{"token":"a","x":{"token":1.50,"y":[{"token":[1,{}]},{"token":{"b":null}}]}}'),
      '{"token":*,"x":{"token":*,"y":[{"token":*},{"token":*}]}}',
    );
    assert.equal(
      redacted('[{"密码":true},{"token":" "},{"token":0}]'),
      '[{"密码":*},{"token":*},{"token":*}]',
    );
  });

  it("leaves the rest byte for byte", () => {
    const rest = ' { "n" : 9007199254740993, "é\\u00e9\\/" : [ 1E400 ,\n-0.0 ] , "token" : ';
    assert.equal(redacted(`${rest}"t" , "z":"token" }`), `${rest}* , "z":"token" }`);
  });

  it("leaves alone what is nothing, for it is good to know that nothing is set", () => {
    const text = '[{"token":null},{"token":""},{"token":false},{"token":{ }},{"token":[\n]}]';
    assert.equal(redacted(text), text);
    assert.equal(secretsIn(text), 0);
  });

  it("reads names as they are meant", () => {
    assert.equal(redacted('{"to\\u006ben":1,"\\u5bc6码":2}'), '{"to\\u006ben":*,"\\u5bc6码":*}');
    assert.equal(redacted('{"\\\\u0074oken":1,"Token":2,"token ":3}').includes("*"), false);
  });

  it("is not confused by names in texts, nor by texts in lists", () => {
    const text = '{"a":"\\"token\\":5","b":["token","x"],"c":"token","d":"}"}';
    assert.equal(redacted(text), text);
  });

  it("masks both of two members of one name", () => {
    assert.equal(redacted('{"token":1,"token":2}'), '{"token":*,"token":*}');
  });

  it("knows names among any number of others", () => {
    const members = Array.from({ length: 10_000 }, (_, index) => `"n${index}":{"token":${index}}`);
    assert.equal(secretsIn(`{${members.join()},"token":[1]}`), 10_001);
  });

  it("counts the secrets", () => {
    assert.equal(secretsIn('[{"token":{"token":1}},{"token":2},{"token":""}]'), 2);
  });

  it("gives back the very bytes when there is nothing to mask", () => {
    const json = Buffer.from('{"a":1}');
    assert.equal(redactJson(json, isSecret).json, json);
  });

  it("refuses what is no JSON", () => {
    for (const text of ["", '{"token":tru}', '{"token":"a"', '{"token":"a"}}', "<html>"]) {
      assert.throws(
        () => redactJson(text, isSecret),
        (error) => error instanceof RpcLocalError && error.code === "malformed",
        text,
      );
    }
  });
});

describe("redactJson: tables", () => {
  it("masks the cells of secret columns", () => {
    assert.equal(
      redacted(
        '{"columns":["id","to\\u006ben"],"rows":[[1,"a"],[2,null],[3,{"x":1},4],[5]],"row_count":4}',
      ),
      '{"columns":["id","to\\u006ben"],"rows":[[1,*],[2,null],[3,*,4],[5]],"row_count":4}',
    );
  });

  it("looks into the other cells, and at the cells of every table by itself", () => {
    assert.equal(
      redacted('[{"columns":["token"],"rows":[["a"]]},{"columns":["b"],"rows":[[{"token":"c"}]]}]'),
      '[{"columns":["token"],"rows":[[*]]},{"columns":["b"],"rows":[[{"token":*}]]}]',
    );
    assert.equal(
      redacted('{"columns":["a","token"],"rows":[[{"columns":["b"],"rows":[["c","d"]]},"e"]]}'),
      '{"columns":["a","token"],"rows":[[{"columns":["b"],"rows":[["c","d"]]},*]]}',
    );
  });

  it("masks rows as a whole where the names of the columns come behind them", () => {
    const late = '{"rows":[["a",{"token":1}]],"token":2,"columns":["id","token"]}';
    assert.equal(redacted(late), '{"rows":*,"token":*,"columns":["id","token"]}');
    assert.equal(secretsIn(late), 2);
    const harmless = '{"rows":[["a",{"token":1}]],"columns":["id"]}';
    assert.equal(redacted(harmless), '{"rows":[["a",{"token":*}]],"columns":["id"]}');
  });

  it("takes nothing else for a table", () => {
    for (const text of [
      '{"columns":"token","rows":[["a"]]}',
      '{"columns":[["token"]],"rows":[["a"]]}',
      '{"columns":["token"],"rows":["a",{"b":"c"},[[]]]}',
      '[["columns",["token"]],["rows",[["a"]]]]',
    ]) {
      assert.equal(redacted(text), text);
    }
  });
});

describe("redactLargeJson", () => {
  const text = JSON.stringify(
    Array.from({ length: 20_000 }, (_, index) => ({ name: `n-${index}`, token: `t-${index}` })),
  );

  it("comes to the same", async () => {
    const large = await redactLargeJson(Buffer.from(text), isSecret);
    assert.equal(large.secrets, 20_000);
    assert.deepEqual(large, redactJson(text, isSecret));
    await assert.rejects(redactLargeJson(Buffer.from("{"), isSecret), RpcLocalError);
  });

  it("gives others a turn", async () => {
    let turns = 0;
    let done = false;
    const count = (): void => {
      turns += 1;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    await redactLargeJson(Buffer.from(`[${Array(5).fill(text).join()}]`), isSecret);
    done = true;
    assert(turns > 2, `${turns} turns`);
  });
});
