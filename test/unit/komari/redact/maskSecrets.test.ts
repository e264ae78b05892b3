import assert from "node:assert/strict";
import { createMethodSpec } from "../../../../src/komari/methods/createMethodSpec";
import {
  maskErrorData,
  maskErrorText,
  maskParams,
  maskResult,
} from "../../../../src/komari/redact/maskSecrets";
import { secretMask, secretMaskJson } from "../../../../src/shared/call/mask";

/** With `*` for the mask. */
const masked = (method: string, params: string) =>
  maskParams(createMethodSpec(method, undefined), params).replaceAll(secretMaskJson, "*");

describe("maskParams", () => {
  it("masks by name, wherever that is", () => {
    assert.equal(masked("admin:editSettings", '{"a":[{"api_key":"s"}]}'), '{"a":[{"api_key":*}]}');
  });

  it("masks by place what has a secret name", () => {
    assert.equal(masked("admin:deleteSession", '["s3cret"]'), "[*]");
    assert.equal(
      masked("admin:startMetricMigration", ' [ "mysql" , "user:pass@host" , 1.50 ] '),
      ' [ "mysql" , * , 1.50 ] ',
    );
    assert.equal(masked("admin:startMetricMigration", '["mysql",null]'), '["mysql",null]');
  });

  it("masks by place what only the server's help calls secret", () => {
    const help = (name: string) => ({ name, type: "string", required: true, description: "" });
    const spec = createMethodSpec("plugin:login", {
      name: "plugin:login",
      params: [help("user"), help("password")],
      summary: undefined,
      description: undefined,
      returns: undefined,
    });
    assert.equal(maskParams(spec, '["ann","s3cret"]'), `["ann",${secretMaskJson}]`);
  });

  it("looks for names inside the other places", () => {
    assert.equal(
      masked("admin:startMetricMigration", '[{"token":"a"},["b",{"token":"c"}]]'),
      '[{"token":*},*]',
    );
    assert.equal(masked("admin:deleteSession", '[["s"]]'), "[*]");
  });
});

describe("maskErrorText and maskErrorData", () => {
  const text = 'Post "https://discord.example/api/webhooks/1/aB-c": timeout; https://b.example?k=1';
  const hidden = 'Post "https://discord.example/*": timeout; https://b.example?*';

  for (const method of ["admin:sendNotification", "admin:testSendMessage"]) {
    it(`hide where ${method} could not send to, but for the host`, () => {
      assert.equal(maskErrorText(method, text).replaceAll(secretMask, "*"), hidden);
      const data = maskErrorData(method, { cause: text });
      assert.deepEqual(JSON.parse(data.replaceAll(secretMask, "*")), { cause: hidden });
    });
  }

  it("show nothing of data that is nested without end", () => {
    const nested: unknown = JSON.parse("[".repeat(20_000) + "]".repeat(20_000));
    assert.equal(maskErrorData("admin:exec", { token: "s3cret", nested }), "null");
  });

  it("leave addresses of other methods, and hide their secrets", () => {
    assert.equal(maskErrorText("admin:exec", text), text);
    assert.equal(
      maskErrorText("admin:exec", "no --token abc at https://a/b"),
      `no --token ${secretMask} at https://a/b`,
    );
  });
});

describe("maskResult: forms of settings", () => {
  const text = async (method: string, result: unknown) =>
    (await maskResult(method, Buffer.from(JSON.stringify(result)))).json
      .toString("utf8")
      .replaceAll(secretMaskJson, "*");
  const field = { key: "hook", name: "Hook", type: "string", default: "", required: true };
  const form = { type: "managed", name: "Bark", data: [field] };

  for (const method of [
    "admin:getPluginConfiguration",
    "admin:getNotificationChannelConfiguration",
  ]) {
    it(`shows the fields of ${method}, and masks the values`, async () => {
      assert.equal(
        await text(method, { configuration: form, data: { hook: "https://x.example/s3cret" } }),
        `{"configuration":${JSON.stringify(form)},"data":*}`,
      );
    });

    it(`masks in ${method} what is no list of fields, or stands elsewhere`, async () => {
      const values = { hook: "s3cret" };
      assert.equal(
        await text(method, { configuration: { data: values } }),
        '{"configuration":{"data":*}}',
      );
      assert.equal(await text(method, { data: [values] }), '{"data":*}');
      assert.equal(
        await text(method, { configuration: { more: { data: [values] } } }),
        '{"configuration":{"more":{"data":*}}}',
      );
    });

    it(`masks secrets by their names among the fields of ${method}`, async () => {
      const named = { ...form, data: [{ key: "a", token: "s3cret" }] };
      assert.ok(!(await text(method, { configuration: named })).includes("s3cret"));
    });
  }
});
