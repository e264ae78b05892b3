import assert from "node:assert/strict";
import {
  draftOf,
  withField,
  withJson,
  withoutSecrets,
  withStyle,
} from "../../../../src/shared/call/editDraft";
import { type ParamSpec, type ParamsSpec } from "../../../../src/shared/call/methodSpec";
import { paramsOf } from "../../../../src/shared/call/paramsOf";
import { emptyDraft, type RequestDraft } from "../../../../src/shared/call/requestDraft";

const paramOf = (
  name: string,
  type: ParamSpec["type"],
  more: Partial<ParamSpec> = {},
): ParamSpec => ({
  name,
  type,
  typeText: "",
  required: false,
  ...more,
});
const records: ParamsSpec = {
  kind: "named",
  ordered: true,
  params: [
    paramOf("uuid", { kind: "text" }),
    paramOf("hours", { kind: "number", integer: true }),
    paramOf("keys", { kind: "list", item: { kind: "text" } }),
  ],
};
const whole: ParamsSpec = {
  kind: "whole",
  value: paramOf("tasks", { kind: "list", item: { kind: "json" } }),
};
const unknown: ParamsSpec = { kind: "unknown" };

const set = (text: string) => ({ set: true, text });
const sent = (params: ParamsSpec, draft: RequestDraft) => {
  const found = paramsOf(params, draft);
  return "json" in found ? found.json : found.problem;
};

describe("draft of fields", () => {
  it("sends nothing while nothing is set", () => {
    assert.equal(sent(records, emptyDraft), undefined);
    const typed = withField(records, emptyDraft, "uuid", { set: false, text: "a" });
    assert.equal(sent(records, typed), undefined);
    assert.equal(typed.json, "");
  });

  it("sends what is set, in the order of the parameters, and shows it as JSON", () => {
    const draft = withField(records, emptyDraft, "hours", set("9223372036854775807"));
    const both = withField(records, draft, "uuid", set(""));
    assert.equal(sent(records, both), '{"uuid":"","hours":9223372036854775807}');
    assert.equal(both.json, '{\n  "uuid": "",\n  "hours": 9223372036854775807\n}');
    assert.equal(both.source, "form");
  });

  it("keeps the text of a field that is no longer set", () => {
    const draft = withField(records, emptyDraft, "hours", set("4"));
    const unset = withField(records, draft, "hours", { set: false, text: "4" });
    assert.deepEqual(unset.fields.hours, { set: false, text: "4" });
    assert.equal(sent(records, unset), undefined);
  });

  it("supports parameters named like inherited properties", () => {
    const odd: ParamsSpec = {
      kind: "named",
      ordered: false,
      params: [paramOf("constructor", { kind: "text" }), paramOf("__proto__", { kind: "text" })],
    };
    assert.equal(sent(odd, emptyDraft), undefined);
    const draft = withField(odd, emptyDraft, "__proto__", set("a"));
    assert.equal(sent(odd, draft), '{"__proto__":"a"}');
    const read = withJson(odd, emptyDraft, '{"__proto__":"b","toString":1}');
    assert.equal(
      sent(odd, withField(odd, read, "constructor", set("c"))),
      '{"constructor":"c","__proto__":"b","toString":1}',
    );
  });
});

describe("draft of JSON", () => {
  it("updates the fields, which keep their text if missing", () => {
    const draft = withField(records, emptyDraft, "uuid", set("a"));
    const typed = withJson(records, draft, '{"hours": 1e400, "keys": ["cpu"]}');
    assert.deepEqual(typed.fields, {
      uuid: { set: false, text: "a" },
      hours: { set: true, text: "1e400" },
      keys: { set: true, text: "", items: ["cpu"] },
    });
    assert.equal(sent(records, typed), '{"hours":1e400,"keys":["cpu"]}');
  });

  it("does not update the fields while it is broken, and reports the position", () => {
    const draft = withJson(records, emptyDraft, '{"uuid":"a"}');
    const broken = withJson(records, draft, '{"uuid":"b"');
    assert.deepEqual(broken.fields, draft.fields);
    assert.equal(broken.json, '{"uuid":"b"');
    const problem = sent(records, broken);
    assert.ok(typeof problem === "object" && problem.offset === 11);
  });

  it("is sent as typed, with duplicate members", () => {
    const typed = withJson(records, emptyDraft, '{"hours": 1, "hours": 2}');
    assert.equal(sent(records, typed), '{"hours":1,"hours":2}');
    assert.equal(typed.fields.hours?.text, "2");
  });

  it("sends nothing when it is blank", () => {
    const draft = withJson(records, emptyDraft, '{"uuid":"a","more":1}');
    const blank = withJson(records, draft, " \n");
    assert.equal(sent(records, blank), undefined);
    assert.deepEqual(blank.fields.uuid, { set: false, text: "a" });
    assert.deepEqual(blank.others, {});
  });

  it("keeps members without a field, and sends them with the fields", () => {
    const draft = withJson(records, emptyDraft, '{"2fa_code": "1", "uuid": "a", "x": 1e400}');
    const both = withField(records, draft, "hours", set("4"));
    assert.equal(sent(records, both), '{"uuid":"a","hours":4,"2fa_code":"1","x":1e400}');
    assert.equal(both.lost, undefined);
  });

  it("keeps a value of another type until its field is edited", () => {
    const draft = withJson(records, emptyDraft, '{"uuid": 5, "hours": "4"}');
    const other = withField(records, draft, "keys", { set: true, text: "", items: [] });
    assert.equal(sent(records, other), '{"uuid":5,"hours":"4","keys":[]}');
    const { uuid } = other.fields;
    assert.ok(uuid);
    const toggled = withField(records, other, "uuid", { ...uuid, set: false });
    const again = withField(records, toggled, "uuid", uuid);
    assert.equal(sent(records, again), sent(records, other));
    const edited = withField(records, other, "uuid", { ...uuid, text: "56" });
    assert.equal(sent(records, edited), '{"uuid":"56","hours":"4","keys":[]}');
  });
});

describe("JSON that the form overwrites", () => {
  const lostFrom = (json: string, params = records) =>
    withField(params, withJson(params, emptyDraft, json), "uuid", set("z")).lost;

  it("is restorable if it was broken", () => {
    const draft = withJson(records, emptyDraft, '{"uuid":"a"}');
    const edited = withField(records, withJson(records, draft, '{"uuid":'), "hours", set("4"));
    assert.equal(sent(records, edited), '{"uuid":"a","hours":4}');
    assert.equal(edited.lost, '{"uuid":');
  });

  it("is restorable if the form cannot represent all of it", () => {
    for (const json of ['{"hours":1,"hours":2}', '["a",1,[],4]', "5"]) {
      assert.equal(lostFrom(json), json);
    }
    assert.equal(lostFrom('["a"]', { ...records, ordered: false }), '["a"]');
  });

  it("is not restorable if the form represents all of it", () => {
    for (const json of ["", "{}", '{"hours":"x","x":[1]}', '["a",null,[]]']) {
      assert.equal(lostFrom(json), undefined);
    }
  });

  it("stays restorable until it is restored", () => {
    const edited = withField(records, withJson(records, emptyDraft, "{"), "uuid", set("a"));
    const more = withField(records, edited, "uuid", set("ab"));
    const typed = withJson(records, more, '{"uuid":"abc"}');
    assert.equal(typed.lost, "{");
    const back = withJson(records, typed, "{");
    assert.ok(!("lost" in back));
    assert.equal(back.json, "{");
  });
});

describe("positional draft", () => {
  const draft = withJson(records, emptyDraft, '{"hours":4,"more":1}');

  it("fills omitted parameters with null, up to the last one set", () => {
    const placed = withStyle(records, draft, "positional");
    assert.equal(sent(records, placed), "[null,4]");
    assert.equal(placed.json, "[\n  null,\n  4\n]");
  });

  it("omits members without a field, and has them again by name", () => {
    const placed = withStyle(records, draft, "positional");
    const edited = withField(records, placed, "uuid", set("a"));
    assert.equal(sent(records, edited), '["a",4]');
    const typed = withJson(records, edited, '["b"]');
    const named = withStyle(records, typed, "named");
    assert.equal(sent(records, named), '{"uuid":"b","more":1}');
    assert.equal(named.lost, undefined);
  });

  it("follows the JSON", () => {
    const list = withJson(records, emptyDraft, '["a", null, ["cpu"]]');
    assert.equal(list.style, "positional");
    assert.equal(list.fields.hours, undefined);
    assert.deepEqual(list.fields.keys?.items, ["cpu"]);
    assert.equal(withJson(records, list, "{}").style, "named");
  });

  it("is not available for methods without a known order", () => {
    for (const params of [whole, unknown, { ...records, ordered: false }]) {
      assert.equal(withStyle(params, draft, "positional"), draft);
    }
    const unordered = { ...records, ordered: false };
    const placed: RequestDraft = { ...draft, source: "form", style: "positional" };
    assert.equal(sent(unordered, placed), '{"hours":4,"more":1}');
  });

  it("keeps overwritten broken JSON restorable", () => {
    const broken = withJson(records, draft, '{"hours":5');
    const placed = withStyle(records, broken, "positional");
    assert.deepEqual([sent(records, placed), placed.lost], ["[null,4]", '{"hours":5']);
  });
});

describe("draft of parameters that are one value", () => {
  it("is that value", () => {
    const draft = withField(whole, emptyDraft, "tasks", {
      set: true,
      text: "",
      items: ['{"id":1}'],
    });
    assert.equal(sent(whole, draft), '[{"id":1}]');
    const typed = withJson(whole, draft, '[{"id":2}, 1e400]');
    assert.deepEqual(typed.fields.tasks?.items, ['{"id":2}', "1e400"]);
    const blank = withJson(whole, typed, "");
    assert.deepEqual([sent(whole, blank), blank.fields.tasks?.set], [undefined, false]);
  });
});

describe("draft of parameters of which nothing is known", () => {
  it("is always its JSON", () => {
    const typed = withJson(unknown, emptyDraft, '{"a": 1}');
    assert.equal(sent(unknown, typed), '{"a":1}');
    const edited = withStyle(unknown, withField(unknown, typed, "a", set("2")), "positional");
    assert.deepEqual([sent(unknown, edited), edited.json], ['{"a":1}', '{"a": 1}']);
    assert.equal(sent(unknown, { ...edited, source: "form" }), '{"a":1}');
  });
});

describe("draftOf", () => {
  it("is a form that sends the same", () => {
    const draft = draftOf(records, '{"more":1,"hours":4}');
    assert.equal(draft.source, "form");
    assert.equal(draft.json, '{\n  "hours": 4,\n  "more": 1\n}');
    assert.equal(draftOf(records, '["a"]').style, "positional");
  });

  it("stays JSON if the form cannot represent it", () => {
    for (const json of ["{}", "5", '{"hours":1,"hours":2}', "{"]) {
      const draft = draftOf(records, json);
      assert.equal(draft.source, "json");
      assert.ok(!("lost" in draft));
    }
    assert.equal(draftOf(records, "{").json, "{");
    assert.equal(sent(unknown, draftOf(unknown, '{"a":1}')), '{"a":1}');
  });

  it("is empty without params", () => assert.equal(draftOf(records, undefined), emptyDraft));
});

describe("withoutSecrets", () => {
  const secretive: ParamsSpec = {
    kind: "named",
    ordered: true,
    params: [
      paramOf("name", { kind: "text" }),
      paramOf("Token", { kind: "text" }, { secret: true }),
    ],
  };
  const secret = "s3cret";
  const holdsSecret = (draft: RequestDraft) => JSON.stringify(draft).includes(secret);

  it("removes a secret wherever it was typed", () => {
    const typed = [
      withField(secretive, emptyDraft, "Token", set(secret)),
      withField(secretive, emptyDraft, "Token", { set: false, text: secret }),
      ...[
        `{"name":"a","Token":"${secret}"}`,
        `{"Tok\\u0065n":"${secret}"}`,
        `{"token":"${secret}"}`,
        `{"Token":"${secret}`,
        `["a","${secret}"]`,
        `["a","${secret}`,
      ].map((json) => withJson(secretive, emptyDraft, json)),
    ];
    const kept = typed.map((draft) => withoutSecrets(secretive, draft));
    assert.ok(typed.every(holdsSecret));
    assert.ok(!kept.some(holdsSecret));
    const lost = typed.map((draft) => withField(secretive, draft, "name", set("b")));
    assert.ok(!lost.map((draft) => withoutSecrets(secretive, draft)).some(holdsSecret));
  });

  it("keeps all other text as typed", () => {
    const named = withJson(secretive, emptyDraft, `{"name":"a","Token":"${secret}","x":1}`);
    assert.equal(sent(secretive, withoutSecrets(secretive, named)), '{"name":"a","x":1}');
    const broken = withJson(secretive, emptyDraft, '{"name":"a",');
    assert.deepEqual(withoutSecrets(secretive, broken), broken);
    assert.equal(withoutSecrets(records, named), named);
  });

  it("removes params that are one secret value", () => {
    const value = paramOf("settings", { kind: "json" }, { secret: true });
    const params: ParamsSpec = { kind: "whole", value };
    for (const json of [`{"a":"${secret}"}`, `{"a":"${secret}`]) {
      assert.ok(!holdsSecret(withoutSecrets(params, withJson(params, emptyDraft, json))));
    }
  });
});
