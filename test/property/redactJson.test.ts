import assert from "node:assert/strict";
import fc from "fast-check";
import { redactJson } from "../../src/komari/redact/redactJson";
import { RpcLocalError } from "../../src/rpc/errors";
import { secretMask } from "../../src/shared/call/mask";
import { isRecord, parseJson } from "../../src/util/json";
import {
  anyJson,
  damaged,
  damages,
  list,
  object,
  spaced,
  type Text,
  written,
} from "../builders/jsonText";

const secretKeys = ["token", "api_key"];
const isSecret = (key: string) => secretKeys.includes(key);
const keys = fc.constantFrom(...secretKeys, "columns", "rows", "name", "Token", "a");

const names: Text = fc.constantFrom(...secretKeys, "name", "id").chain(written);
const tables = fc
  .tuple(list(names), list(list(anyJson(keys))))
  .chain(([columns, rows]) =>
    fc
      .shuffledSubarray(["columns", "rows", "token"])
      .chain((order) =>
        object(order.map((key) => [key, fc.constant(key === "columns" ? columns : rows)])),
      ),
  );
const plain = fc
  .array(fc.tuple(keys, fc.oneof(tables, anyJson(keys))), { maxLength: 4 })
  .chain((members) => object(members.map(([key, text]) => [key, fc.constant(text)])));
const texts = spaced(fc.oneof(plain, tables, list(tables), anyJson(keys)));

/** Nobody could learn anything from it. */
function isNothing(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0;
  return value === null || value === false || value === "";
}

/** Fails if the value, after redaction, still holds a secret. */
function assertNoSecrets(value: unknown): void {
  if (Array.isArray(value)) value.forEach(assertNoSecrets);
  if (!isRecord(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (isSecret(key)) assertHidden(member);
    else assertNoSecrets(member);
  }
  const { columns, rows } = value;
  if (!Array.isArray(columns) || !Array.isArray(rows)) return;
  columns.forEach((name, index) => {
    if (typeof name !== "string" || !isSecret(name)) return;
    for (const row of rows) if (Array.isArray(row) && index < row.length) assertHidden(row[index]);
  });
}

function assertHidden(value: unknown): void {
  assert(value === secretMask || isNothing(value), `${JSON.stringify(value)} came out`);
}

describe("redactJson", () => {
  it("masks every secret, however it is nested and escaped", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { json } = redactJson(text, isSecret);
        assertNoSecrets(JSON.parse(json.toString()));
      }),
      { numRuns: 3000 },
    );
  });

  it("changes nothing but secrets", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { json, secrets } = redactJson(text, isSecret);
        const parts = json.toString().split(`"${secretMask}"`);
        assert.equal(parts.length, secrets + 1);
        let at = 0;
        for (const part of parts) {
          const found = text.indexOf(part, at);
          assert(found >= 0, part);
          at = found + part.length;
        }
        assert(text.startsWith(parts[0] ?? "") && text.endsWith(parts.at(-1) ?? ""));
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves a text without secrets as it is", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const redacted = redactJson(text, () => false);
        assert.deepEqual(redacted, { json: Buffer.from(text), secrets: 0 });
      }),
    );
  });

  it("refuses what is no JSON, and makes JSON of all the rest", () => {
    fc.assert(
      fc.property(texts, damages, (text, damage) => {
        const bytes = damaged(Buffer.from(text), damage);
        let result: unknown;
        try {
          result = parseJson(redactJson(bytes, isSecret).json.toString());
        } catch (error) {
          assert(error instanceof RpcLocalError && error.code === "malformed");
        }
        assert.equal(result === undefined, parseJson(bytes.toString()) === undefined);
      }),
      { numRuns: 2000 },
    );
  });

  it("masks a secret inside a string, whatever surrounds it", () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9._~-]{12,20}$/);
    const around = fc.string({ unit: "binary", maxLength: 30 });
    const writings: readonly ((secret: string) => string)[] = [
      (value) => `?token=${value}`,
      (value) => ` token='${value}'`,
      (value) => ` https://a:${value}@host`,
      (value) => ` a:${value}@tcp(host)`,
      (value) => JSON.stringify({ token: value }),
    ];
    fc.assert(
      fc.property(
        ...[around, secret, around, fc.constantFrom(...writings), fc.boolean()],
        (before, value, after, write, nested) => {
          const text = `${before} ${write(value)} ${after}`;
          const json = JSON.stringify(nested ? [{ a: text }] : { a: text, b: "c" });
          const redacted = redactJson(json, isSecret).json.toString();
          assert.ok(!redacted.includes(value), redacted);
          JSON.parse(redacted);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
