import assert from "node:assert/strict";
import { draftOf, withField, withJson } from "../../../../src/shared/call/editDraft";
import { storableDraft } from "../../../../src/shared/call/storableDraft";
import { holdsMask, secretMask } from "../../../../src/shared/call/mask";
import { type ParamsSpec } from "../../../../src/shared/call/methodSpec";
import { emptyDraft } from "../../../../src/shared/call/requestDraft";

const unknown: ParamsSpec = { kind: "unknown" };
const settings: ParamsSpec = {
  kind: "whole",
  value: { name: "settings", type: { kind: "json" }, typeText: "object", required: true },
};
const client: ParamsSpec = {
  kind: "named",
  ordered: false,
  params: [{ name: "uuid", type: { kind: "text" }, typeText: "string", required: true }],
};

const secret = "s3cret";

describe("storableDraft", () => {
  const kept = (params: ParamsSpec, json: string, secretKeys?: readonly string[]) =>
    storableDraft({ params, ...(secretKeys && { secretKeys }) }, draftOf(params, json));

  it("masks values with secret names in every part of the draft", () => {
    for (const params of [unknown, settings, client]) {
      for (const json of [
        `{"api_key":"${secret}","n":9223372036854775807}`,
        `{"uuid":"x","a":[{"Password": {"b":"${secret}"}}]}`,
        `{"to\\u006ben":"${secret}"}`,
      ]) {
        const draft = kept(params, json);
        assert.ok(!JSON.stringify(draft).includes(secret), json);
        assert.ok(holdsMask(JSON.stringify(draft)), json);
      }
    }
  });

  it("keeps all other text unchanged, with numbers", () => {
    const typed = (value: string) => `{ "api_key" : "${value}", "n": 9223372036854775807 }`;
    const draft = withJson(unknown, emptyDraft, typed(secret));
    assert.equal(storableDraft({ params: unknown }, draft).json, typed(secretMask));
  });

  it("uses the secret keys of the method too", () => {
    const json = `{"addition":"${secret}"}`;
    assert.ok(JSON.stringify(kept(unknown, json)).includes(secret));
    assert.ok(!JSON.stringify(kept(unknown, json, ["addition"])).includes(secret));
  });

  it("drops broken JSON that may hold a secret", () => {
    const broken = withJson(unknown, emptyDraft, `{"api_key":"${secret}`);
    assert.equal(storableDraft({ params: unknown }, broken).json, "");
    const lost = withField(client, withJson(client, emptyDraft, `{"token":"${secret}",`), "uuid", {
      set: true,
      text: "x",
    });
    assert.ok(JSON.stringify(lost).includes(secret));
    assert.ok(!JSON.stringify(storableDraft({ params: client }, lost)).includes(secret));
  });

  it("finds a name behind any number of quotes in a string, also in broken JSON", () => {
    const quotes = '\\"'.repeat(20_000);
    const json = `{"note":"${quotes}","api_key":"${secret}"}`;
    for (const text of [json, json.slice(0, -1), `{"note":"${quotes}, "tok\\u0065n":"${secret}"`]) {
      const draft = storableDraft({ params: unknown }, withJson(unknown, emptyDraft, text));
      assert.ok(!draft.json.includes(secret));
    }
    const harmless = withJson(unknown, emptyDraft, `{"note":"${quotes}","n":1`);
    assert.deepEqual(storableDraft({ params: unknown }, harmless), harmless);
  });

  it("keeps empty values, and values with other names", () => {
    for (const json of [
      '{"token":"","password":null,"secret":[]}',
      `{"note":"${secret}"}`,
      '{"a":',
    ]) {
      const draft = withJson(unknown, emptyDraft, json);
      assert.deepEqual(storableDraft({ params: unknown }, draft), draft);
    }
  });
});
