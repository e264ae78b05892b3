import assert from "node:assert/strict";
import { snippet, type SnippetRequest, jsLiteral } from "../../../../src/features/call/snippets";

const request: SnippetRequest = {
  url: "https://komari.example.com/base/api/rpc2",
  method: "admin:editClient",
  params: '{"uuid":"it\'s","traffic_limit":9223372036854775807}',
  sign: "apiKey",
};

describe("snippet", () => {
  it("for curl quotes the body and leaves the key to the environment", () => {
    const lines = [
      "curl 'https://komari.example.com/base/api/rpc2' \\",
      "  -H 'Content-Type: application/json' \\",
      '  -H "Authorization: Bearer $KOMARI_API_KEY" \\',
      `  --data-raw '{"jsonrpc":"2.0","id":1,"method":"admin:editClient","params":{"uuid":"it'\\''s","traffic_limit":9223372036854775807}}'`,
      "",
    ];
    assert.equal(snippet("curl", request), lines.join("\n"));
  });

  it("for fetch is a module that keeps every digit", () => {
    const lines = [
      'const response = await fetch("https://komari.example.com/base/api/rpc2", {',
      '  method: "POST",',
      "  headers: {",
      '    "Content-Type": "application/json",',
      "    Authorization: `Bearer ${process.env.KOMARI_API_KEY}`,",
      "  },",
      "  body: JSON.stringify({",
      '    jsonrpc: "2.0",',
      "    id: 1,",
      '    method: "admin:editClient",',
      "    params: {",
      '      "uuid": "it\'s",',
      '      "traffic_limit": JSON.rawJSON("9223372036854775807")',
      "    },",
      "  }),",
      "});",
      "console.log(await response.json());",
      "",
    ];
    assert.equal(snippet("fetch", request), lines.join("\n"));
  });

  it("for Komari's own client is a call of it", () => {
    assert.equal(
      snippet("rpc2", { ...request, method: "common:getNodes", params: '["a"]' }),
      'const result = await SharedClient().call("common:getNodes", [\n  "a"\n]);\nconsole.log(result);\n',
    );
  });

  it("has no params where there are none", () => {
    const ping = { ...request, method: "rpc.ping", params: undefined };
    assert.ok(snippet("curl", ping).includes(`"method":"rpc.ping"}'`));
    assert.ok(!snippet("fetch", ping).includes("params"));
    assert.ok(snippet("rpc2", ping).includes('.call("rpc.ping");'));
  });

  it("signs in as the server is signed in to", () => {
    const session = { ...request, sign: "session" } as const;
    assert.ok(snippet("curl", session).includes('-H "Cookie: session_token=$KOMARI_SESSION"'));
    assert.ok(
      snippet("fetch", session).includes("Cookie: `session_token=${process.env.KOMARI_SESSION}`,"),
    );
    const guest = { ...request, sign: "guest" } as const;
    for (const format of ["curl", "fetch", "rpc2"] as const) {
      assert.doesNotMatch(snippet(format, guest), /KOMARI_|Cookie|Authorization/);
    }
  });
});

describe("jsLiteral", () => {
  it("leaves numbers that JavaScript keeps", () => {
    for (const number of ["0", "-0", "1.50", "1E5", "-12e-3", "9007199254740992", "0.1"]) {
      assert.equal(jsLiteral(number), number);
    }
  });

  it("gives those that it would round to JSON.rawJSON", () => {
    for (const number of ["9007199254740993", "1e400", "1e-400", "0.1000000000000000055"]) {
      assert.equal(jsLiteral(number), `JSON.rawJSON("${number}")`);
    }
  });

  it("takes numbers in texts and names for texts", () => {
    assert.equal(
      jsLiteral('{"9007199254740993":"9007199254740993 \\" 1e400"}'),
      '{\n  "9007199254740993": "9007199254740993 \\" 1e400"\n}',
    );
  });

  it("makes a member of the name that would be the prototype", () => {
    assert.equal(jsLiteral('{"__proto__":"__proto__"}'), '{\n  ["__proto__"]: "__proto__"\n}');
  });

  it("ends no script of HTML", () => {
    assert.equal(jsLiteral('"</script><!-- a < b"'), '"\\u003c/script>\\u003c!-- a < b"');
  });

  it("is indented where it stands", () => {
    assert.equal(jsLiteral("[[1]]", 4), "[\n      [\n        1\n      ]\n    ]");
  });
});
