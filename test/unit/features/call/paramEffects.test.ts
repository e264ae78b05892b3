import assert from "node:assert/strict";
import { clearanceOf } from "../../../../src/features/call/clearance";
import { paramEffects } from "../../../../src/features/call/paramEffects";
import { cataloguedMethods } from "../../../../src/komari/catalogue/catalogue";
import { createMethodSpec } from "../../../../src/komari/methods/createMethodSpec";
import { buildHelp, buildMethodSpec, buildParamSpec } from "../../../builders/methods";

const roll = createMethodSpec("admin:rollAgentUpdate", undefined);
const allNodes = /applies to all nodes/;
const unpins = /pinned version is removed/;

describe("paramEffects", () => {
  it("names the effect of targets and values left empty", () => {
    const all = paramEffects(roll, undefined);
    assert.equal(all.length, 2);
    assert.match(all.join("\n"), allNodes);
    assert.match(all.join("\n"), unpins);
    assert.deepEqual(paramEffects(roll, '{"uuids":["a"],"target":"1"}'), []);
    assert.match(paramEffects(roll, '{"uuids":["a"]}').join("\n"), unpins);
    assert.match(paramEffects(roll, '{"target":"1"}').join("\n"), allNodes);
  });

  for (const uuids of ["null", "[]", '[""]', '[" "]', "{}", '""']) {
    it(`treats ${uuids} as no nodes`, () => {
      const sentences = paramEffects(roll, `{"uuids":${uuids},"target":"1"}`);
      assert.match(sentences.join("\n"), allNodes);
    });
  }

  it("treats a value of another type as missing, as servers do", () => {
    assert.match(paramEffects(roll, '{"uuids":"a","target":"1"}').join("\n"), allNodes);
    assert.match(paramEffects(roll, '{"uuids":["a"],"target":5}').join("\n"), unpins);
  });

  it("reads parameters by position too", () => {
    assert.deepEqual(paramEffects(roll, '[["a"],"1"]'), []);
    assert.match(paramEffects(roll, '[[],"1"]').join("\n"), allNodes);
    assert.equal(paramEffects(roll, "[]").length, 2);
  });

  it("is empty for a dry run", () => {
    assert.deepEqual(paramEffects(roll, '{"dry_run":true}'), []);
    assert.equal(paramEffects(roll, '{"dry_run":false}').length, 2);
  });

  it("ignores dry_run for methods without that parameter", () => {
    for (const name of ["admin:upgradeAgents", "admin:saveMaintenanceWindow"]) {
      assert.equal(paramEffects(createMethodSpec(name, undefined), '{"dry_run":true}').length, 1);
    }
  });

  it("warns about undocumented methods with a plural name that are called without parameters", () => {
    const spec = (name: string) => createMethodSpec(name, undefined);
    assert.equal(paramEffects(spec("plugin:sync.allNodes"), undefined).length, 1);
    assert.equal(paramEffects(spec("plugin:touchAgents"), "{}").length, 1);
    assert.deepEqual(paramEffects(spec("plugin:touchAgents"), '{"id":1}'), []);
    assert.deepEqual(paramEffects(spec("plugin:echo"), undefined), []);
  });

  it("warns about an empty optional list of targets that only the server describes", () => {
    const spec = createMethodSpec(
      "plugin:touch",
      buildHelp("plugin:touch", {
        params: [
          { name: "node_ids", type: "string[]", description: undefined, required: false },
          { name: "labels", type: "string[]", description: undefined, required: false },
          { name: "group", type: "string", description: "Left out: all nodes", required: false },
          { name: "uuid", type: "string", description: "The node", required: false },
        ],
      }),
    );
    const sentences = paramEffects(spec, "{}").join("\n");
    assert.match(sentences, /node_ids is empty/);
    assert.match(sentences, /group is empty/);
    assert.doesNotMatch(sentences, /labels|uuid/);
  });

  it("suspects an empty list of targets that a server calls required, too", () => {
    const params = [{ name: "uuids", type: "string[]", description: undefined, required: true }];
    const spec = createMethodSpec("plugin:touch", buildHelp("plugin:touch", { params }));
    assert.equal(paramEffects(spec, '{"uuids":[]}').length, 1);
    assert.deepEqual(paramEffects(spec, '{"uuids":["a"]}'), []);
  });
});

describe("clearanceOf with empty targets", () => {
  const context = { servers: ["Alpha"], readOnly: [], attended: true };

  it("asks before a write to all nodes from the form, naming the server", () => {
    const spec = createMethodSpec("admin:saveMaintenanceWindow", undefined);
    const ask = clearanceOf(spec, { ...context, params: '{"name":"a"}' });
    assert(ask.kind === "ask");
    assert.equal(ask.question.text, "Call admin:saveMaintenanceWindow on Alpha?");
    assert.match(ask.question.detail, /notifications of all nodes are silenced/);
    const some = clearanceOf(spec, { ...context, params: '{"clients":["a"]}' });
    assert.equal(some.kind, "send");
  });

  it("asks before saved values are cleared", () => {
    const spec = createMethodSpec("admin:setNotificationChannelConfiguration", undefined);
    assert.equal(clearanceOf(spec, { ...context, params: '{"id":"a"}' }).kind, "ask");
    const some = clearanceOf(spec, { ...context, params: '{"id":"a","data":{"url":"b"}}' });
    assert.equal(some.kind, "send");
  });

  it("asks before every method of the catalogue that has an effect with nothing filled in", () => {
    const names = cataloguedMethods.filter((name) => {
      const { params } = createMethodSpec(name, undefined);
      const all = params.kind === "named" ? params.params : [];
      return all.some(({ ifEmpty }) => ifEmpty !== undefined);
    });
    assert.deepEqual(
      names.map((name) => name.replace("admin:", "")).sort(),
      [
        "rollAgentUpdate",
        "saveMaintenanceWindow",
        "setMessageSenderProvider",
        "setNotificationChannelConfiguration",
        "setOidcProvider",
        "setPluginConfiguration",
        "setXtermjsSettings",
        "startMetricMigration",
        "upgradeAgents",
      ].sort(),
    );
    for (const name of names) {
      const spec = createMethodSpec(name, undefined);
      for (const params of [undefined, "{}", "[]"]) {
        assert.equal(clearanceOf(spec, { ...context, params }).kind, "ask", name);
      }
    }
  });

  it("warns that all agents would be updated", () => {
    for (const name of ["admin:rollAgentUpdate", "admin:upgradeAgents"]) {
      const ask = clearanceOf(createMethodSpec(name, undefined), { ...context, params: undefined });
      assert(ask.kind === "ask");
      assert.match(ask.question.detail, allNodes);
    }
  });

  it("asks before file changes and imports from the form, as servers require no second factor", () => {
    for (const name of ["fileMove", "fileCopy", "fileChmod", "fileChown", "importConfig"]) {
      const spec = createMethodSpec(`admin:${name}`, undefined);
      assert.equal(clearanceOf(spec, { ...context, params: undefined }).kind, "ask", name);
    }
  });

  it("does not ask before a read of all nodes", () => {
    for (const name of ["common:getNodesLatestStatus", "public:getSlaReport"]) {
      const spec = createMethodSpec(name, undefined);
      assert.equal(clearanceOf(spec, { ...context, params: undefined }).kind, "send", name);
    }
    const read = buildMethodSpec("x:list", {
      params: {
        kind: "named",
        ordered: true,
        params: [buildParamSpec("uuids", { ifEmpty: "All." })],
      },
    });
    assert.equal(clearanceOf(read, { ...context, params: undefined }).kind, "send");
  });
});
