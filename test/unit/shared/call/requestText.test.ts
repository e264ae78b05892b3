import assert from "node:assert/strict";
import { requestText } from "../../../../src/shared/call/requestText";
import { encodeRequest } from "../../../../src/rpc/message";

describe("requestText", () => {
  it("is what the client writes", () => {
    const method = 'rpc.“ping”\n"';
    assert.equal(requestText(method, undefined), encodeRequest(1, { method }));
    const params = { uuids: ["a", "<b>"], limit: 1.5 };
    assert.equal(
      requestText(method, JSON.stringify(params), 7),
      encodeRequest(7, { method, params }),
    );
  });

  it("keeps every digit of the params", () => {
    assert.equal(
      requestText("admin:editClient", '{"traffic_limit":9223372036854775807}'),
      '{"jsonrpc":"2.0","id":1,"method":"admin:editClient","params":{"traffic_limit":9223372036854775807}}',
    );
  });
});
