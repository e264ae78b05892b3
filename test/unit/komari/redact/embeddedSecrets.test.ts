import assert from "node:assert/strict";
import { redactJson } from "../../../../src/komari/redact/redactJson";
import { secretMask } from "../../../../src/shared/call/mask";
import { isSecretName } from "../../../../src/shared/call/secretNameRule";

/** The text as a member of a result, with `*` for the mask. */
function redacted(text: string): string {
  const { json } = redactJson(JSON.stringify({ a: text }), isSecretName);
  const value = (JSON.parse(json.toString()) as { a: string }).a;
  return value.replaceAll(secretMask, "*");
}

const cases: Readonly<Record<string, string>> = {
  // Queries of URLs.
  "https://a.example/x?preview_token=abc.d-e&b=1": "https://a.example/x?preview_token=*&b=1",
  "wss://a.example/terminal?request_id=0123abc": "wss://a.example/terminal?request_id=*",
  "/x?b=1&api_key=%20x#y": "/x?b=1&api_key=*",
  // Logins in URLs and DSNs.
  "postgres://ann:p@ss@db/komari": "postgres://ann:*@db/komari",
  "https://:pw@a.example/": "https://:*@a.example/",
  "mysql|ann:s3:cret@tcp(db:3306)/komari": "mysql|ann:*@tcp(db:3306)/komari",
  "host=db user=ann password=pw dbname=komari": "host=db user=ann password=* dbname=komari",
  "password='p w' token=\"t u\" x": "password='*' token=\"*\" x",
  "password='p w": "password='* w",
  // Commands.
  "BOT_TOKEN=abc ./run --secret=x;ls": "BOT_TOKEN=* ./run --secret=*;ls",
  "agent --token abc --auto-discovery 'k y' --interval 3":
    "agent --token * --auto-discovery '*' --interval 3",
  "bash -s -- -e https://a -t 0123456789abcdefABCDEF": "bash -s -- -e https://a -t *",
  "curl -H 'Authorization: Bearer abc' -H \"authorization:Basic d==\" x":
    "curl -H 'Authorization: Bearer *' -H \"authorization:Basic *\" x",
  "sent Bearer abc.d-e, refused": "sent Bearer *, refused",
  // Files and what commands print.
  "password: hunter2": "password: *",
  "db:\n  user: ann\n\tpassword: 'P w'\n- api_key: A1 # x":
    "db:\n  user: ann\n\tpassword: '*'\n- api_key: * # x",
  // In what servers say of messages that they could not send.
  'Post "https://api.telegram.org/bot12:A-b_c/sendMessage": timeout':
    'Post "https://api.telegram.org/bot12:*/sendMessage": timeout',
  "-----BEGIN RSA PRIVATE KEY-----\nMII\nabc\n-----END RSA PRIVATE KEY-----\nx":
    "-----BEGIN RSA PRIVATE KEY-----*-----END RSA PRIVATE KEY-----\nx",
  "-----BEGIN PRIVATE KEY-----\nMII": "-----BEGIN PRIVATE KEY-----*",
  // JSON within a string.
  '{"request_id":"0123","b":"c"}': '{"request_id":"*","b":"c"}',
  '{"token": "a\\"b","c":"d"}': '{"token": "*","c":"d"}',
  '["token","x",{"token":5}]': '["token","x",{"token":5}]',
};

const harmless = [
  ...["a=b", "=", "==", "token=", "token=&b=1", "max_tokens=5&x=1", "abc==", "SELECT token = ?"],
  ...["ann@a.example", "https://a.example/@ann:b", "scp x:y@host", "a: b@tcp(", "https://ann@a/"],
  ...[
    "https://a.example:8080?mail=ann@b",
    "docker build -t web1 .",
    "tool -t aaaaaaaaaaaaaaaaaaaa",
  ],
  ...["token: expired", "invalid token: Value 5", "password: cannot be empty", "令牌 token: 5"],
  ...["token: 已过期", "user: A1", "note: token: A1", "at 10:30: token"],
  ...["a -- b", "x--token y", "--verbose on", "https://a/robots /bot/x", "PRIVATE KEY-----"],
  "-----BEGIN PUBLIC KEY-----\nMII",
  ...['"token":', '{"name":"x"}', "", "\u0000=\u0000"],
];

describe("redactJson, inside strings", () => {
  for (const [text, expected] of Object.entries(cases)) {
    it(`hides the secret of ${text}`, () => assert.equal(redacted(text), expected));
  }

  it("leaves other text unchanged", () => {
    for (const text of harmless) assert.equal(redacted(text), text);
  });

  it("finds all secrets of a string, and those of the next", () => {
    const json = '["token=a&token=b x://c:d@e","f=g",["token=h"]]';
    const { json: hidden, secrets } = redactJson(json, isSecretName);
    assert.equal(secrets, 4);
    assert.equal(
      hidden.toString().replaceAll(secretMask, "*"),
      '["token=*&token=* x://c:*@e","f=g",["token=*"]]',
    );
  });

  it("handles characters of more than one byte", () => {
    assert.equal(redacted("密码 ✓ token=秘密&é=1"), "密码 ✓ token=*&é=1");
  });

  it("searches a result that is a string", () => {
    const { json } = redactJson('"token=a"', isSecretName);
    assert.equal(json.toString(), `"token=${secretMask}"`);
  });

  it("finds secrets far apart, and across the borders of search windows", () => {
    for (const length of [262_130, 262_140, 262_141, 262_142, 262_143, 262_144, 600_000]) {
      const text = `${"x".repeat(length)} {"token":"abc"} token=d`;
      assert.equal(redacted(text), `${"x".repeat(length)} {"token":"*"} token=*`);
    }
  });

  it("masks a string with very many candidates as a whole, quickly", () => {
    const text = JSON.stringify(["a=b&".repeat(1_000_000), "x"]);
    assert.equal(redactJson(text, isSecretName).json.toString(), `["${secretMask}","x"]`);
  });
});
