import assert from "node:assert/strict";
import { createMethodSpec } from "../../../src/komari/methods/createMethodSpec";
import {
  maskErrorData,
  maskErrorText,
  maskParams,
  maskResult,
} from "../../../src/komari/redact/maskSecrets";
import { checkJson } from "../../../src/shared/call/checkJson";
import { withJson } from "../../../src/shared/call/editDraft";
import { storableDraft } from "../../../src/shared/call/storableDraft";
import { emptyDraft } from "../../../src/shared/call/requestDraft";
import { isRecord, parseJson } from "../../../src/util/json";
import { type Sequence } from "../../simulator/random";
import { methodNames, responses, resultsOf } from "../corpus";
import { anyText, choose, grown, mutatedText } from "../rubbish";
import { jsonOf, target, unlessMalformed } from "../target";

/** Found nowhere else, in any writing. */
const marker = "Zq7Zx9Kw3Vb5";

const names = [
  ...["token", "api_key", "apiKey", "password", "PASSWORD", "client_secret", "session_token"],
  ...["twoFactorCode", "private-key", "jwt", "webhook_url", "x_access_key", "Authorization"],
];

/** A secret in any shape that a value may have. */
function anySecret(random: Sequence): unknown {
  const text = `${anyText(random)}${marker}${anyText(random)}`;
  const shapes = [text, [text], { value: text }, [[{ [marker]: 1 }]], { a: [text, marker] }];
  return choose(random, shapes);
}

/** `value` with a secret somewhere within, under a name that tells of it. */
function planted(random: Sequence, value: unknown, secret: unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.8)) {
    const list: readonly unknown[] = value;
    const at = random.int(0, list.length - 1);
    return list.with(at, planted(random, list[at], secret));
  }
  if (!isRecord(value)) return { [choose(random, names)]: secret, before: value };
  const members = Object.entries(value);
  const [name, member] = members[random.int(0, members.length - 1)] ?? [];
  if (name !== undefined && random.chance(0.7) && name !== "__proto__") {
    return { ...value, [name]: planted(random, member, secret) };
  }
  return Object.fromEntries([...members, [choose(random, names), secret]]);
}

/** Names are written with escapes too, and with spaces around. */
function rewritten(random: Sequence, json: string): string {
  return json.replace(/"([A-Za-z_]+)":/g, (found, name: string) => {
    if (random.chance(0.8)) return found;
    const code = name.charCodeAt(0).toString(16).padStart(4, "0");
    return `"\\u${code}${name.slice(1)}" : `;
  });
}

const results = target(
  "secrets in results",
  (random) => {
    const value = planted(random, grown(random, responses), anySecret(random));
    return { method: choose(random, methodNames), json: rewritten(random, JSON.stringify(value)) };
  },
  async ({ method, json }) => {
    let masked: string;
    try {
      masked = (await maskResult(method, Buffer.from(json))).json.toString();
    } catch (error) {
      assert.equal(parseJson(json), undefined, String(error));
      return;
    }
    assert.ok(!masked.includes(marker), "a secret comes through");
    assert.notEqual(parseJson(masked), undefined, "the masked text is no JSON");
  },
);

/** A secret of letters alone, in every writing that is known, and in any surroundings. */
const writings: readonly ((value: string) => string)[] = [
  (value) => `https://host/path?token=${value}`,
  (value) => `https://host/path?a=1&api_key=${value}&b=2`,
  (value) => `curl -H 'Authorization: Bearer ${value}' https://host`,
  (value) => `Authorization: Bearer ${value}`,
  (value) => `--token ${value}`,
  (value) => `agent -e https://host -t ${value}`,
  (value) => `postgres://user:${value}@host/db`,
  (value) => `user:${value}@tcp(host:3306)/db`,
  (value) => `https://api.telegram.org/bot123456:${value}/sendMessage`,
  (value) => `password='${value}'`,
  (value) => JSON.stringify({ token: value }),
  (value) => `-----BEGIN PRIVATE KEY-----\n${value}\n-----END PRIVATE KEY-----`,
];

/** Long enough for the token of an agent. */
const longMarker = `${marker}0123456789abcdef`;

const embedded = target(
  "secrets within texts",
  (random) => {
    const text = choose(random, writings)(longMarker);
    return { before: anyText(random), text, after: anyText(random) };
  },
  async ({ before, text, after }) => {
    const json = JSON.stringify({ output: `${before} ${text} ${after}` });
    const masked = (await maskResult("admin:exec", Buffer.from(json))).json.toString();
    assert.ok(!masked.includes(longMarker), "a secret comes through");
    assert.notEqual(parseJson(masked), undefined, "the masked text is no JSON");
    const words = maskErrorText("admin:exec", `${before} ${text} ${after}`);
    assert.ok(!words.includes(longMarker), "a secret comes through in an error");
  },
);

const params = target(
  "secrets in parameters, errors and drafts",
  (random) => {
    const value = planted(random, grown(random, resultsOf("rpc.help")), anySecret(random));
    const json = rewritten(random, JSON.stringify(value));
    const isDamaged = random.chance(0.2);
    return {
      method: choose(random, methodNames),
      value,
      isDamaged,
      json: isDamaged ? mutatedText(random, json) : json,
    };
  },
  ({ method, json, value, isDamaged }) => {
    const spec = createMethodSpec(method, undefined);
    const isBroken = parseJson(json) === undefined;
    const masked = unlessMalformed(() => maskParams(spec, json));
    assert.equal(masked === undefined, isBroken);
    // Damage may take the secret out from under its name.
    if (!isDamaged) assert.ok(masked?.includes(marker) === false, "a secret comes through");
    assert.ok(!maskErrorData(method, value).includes(marker), "a secret comes through in an error");
    if (isDamaged || checkJson(json) !== undefined) return;
    const draft = withJson(spec.params, emptyDraft, json);
    const kept = jsonOf(storableDraft(spec, draft));
    assert.ok(!kept.includes(marker), "a secret is kept with the draft");
  },
);

export const secretTargets = [results, embedded, params];
