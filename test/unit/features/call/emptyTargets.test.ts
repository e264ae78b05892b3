import assert from "node:assert/strict";
import { clearanceOf } from "../../../../src/features/call/clearance";
import { emptyTargets } from "../../../../src/features/call/emptyTargets";
import { cataloguedMethods } from "../../../../src/komari/catalogue/catalogue";
import { methodSpec } from "../../../../src/komari/methods/methodSpec";
import { buildHelp, buildMethodSpec, buildParamSpec } from "../../../builders/methods";

const roll = methodSpec("admin:rollAgentUpdate", undefined);
const allNodes = /applies to all nodes/;
const unpins = /pinned version is removed/;

describe("emptyTargets", () => {
  it("says what a call does to all, and what an empty value orders", () => {
    const all = emptyTargets(roll, undefined);
    assert.equal(all.length, 2);
    assert.match(all.join("\n"), allNodes);
    assert.match(all.join("\n"), unpins);
    assert.deepEqual(emptyTargets(roll, '{"uuids":["a"],"target":"1"}'), []);
    assert.match(emptyTargets(roll, '{"uuids":["a"]}').join("\n"), unpins);
    assert.match(emptyTargets(roll, '{"target":"1"}').join("\n"), allNodes);
  });

  for (const uuids of ["null", "[]", '[""]', '[" "]', "{}", '""']) {
    it(`takes ${uuids} for no nodes`, () => {
      const sentences = emptyTargets(roll, `{"uuids":${uuids},"target":"1"}`);
      assert.match(sentences.join("\n"), allNodes);
    });
  }

  it("takes a value of another type for none, as servers do", () => {
    assert.match(emptyTargets(roll, '{"uuids":"a","target":"1"}').join("\n"), allNodes);
    assert.match(emptyTargets(roll, '{"uuids":["a"],"target":5}').join("\n"), unpins);
  });

  it("reads parameters by place too", () => {
    assert.deepEqual(emptyTargets(roll, '[["a"],"1"]'), []);
    assert.match(emptyTargets(roll, '[[],"1"]').join("\n"), allNodes);
    assert.equal(emptyTargets(roll, "[]").length, 2);
  });

  it("has nothing to say of a dry run", () => {
    assert.deepEqual(emptyTargets(roll, '{"dry_run":true}'), []);
    assert.equal(emptyTargets(roll, '{"dry_run":false}').length, 2);
  });

  it("knows no dry run of methods that take none", () => {
    for (const name of ["admin:upgradeAgents", "admin:saveMaintenanceWindow"]) {
      assert.equal(emptyTargets(methodSpec(name, undefined), '{"dry_run":true}').length, 1);
    }
  });

  it("suspects methods of which nothing is known but a name for many, called with nothing", () => {
    const spec = (name: string) => methodSpec(name, undefined);
    assert.equal(emptyTargets(spec("plugin:sync.allNodes"), undefined).length, 1);
    assert.equal(emptyTargets(spec("plugin:touchAgents"), "{}").length, 1);
    assert.deepEqual(emptyTargets(spec("plugin:touchAgents"), '{"id":1}'), []);
    assert.deepEqual(emptyTargets(spec("plugin:echo"), undefined), []);
  });

  it("suspects an optional list of targets that only the server has described", () => {
    const spec = methodSpec(
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
    const sentences = emptyTargets(spec, "{}").join("\n");
    assert.match(sentences, /node_ids is empty/);
    assert.match(sentences, /group is empty/);
    assert.doesNotMatch(sentences, /labels|uuid/);
  });

  it("suspects an empty list of targets that a server calls required, too", () => {
    const params = [{ name: "uuids", type: "string[]", description: undefined, required: true }];
    const spec = methodSpec("plugin:touch", buildHelp("plugin:touch", { params }));
    assert.equal(emptyTargets(spec, '{"uuids":[]}').length, 1);
    assert.deepEqual(emptyTargets(spec, '{"uuids":["a"]}'), []);
  });
});

describe("clearanceOf with empty targets", () => {
  const context = { servers: ["Alpha"], readOnly: [], attended: true };

  it("asks about a write that is for all, naming the server, though it comes from the form", () => {
    const spec = methodSpec("admin:saveMaintenanceWindow", undefined);
    const ask = clearanceOf(spec, { ...context, params: '{"name":"a"}' });
    assert(ask.kind === "ask");
    assert.equal(ask.question.text, "Call admin:saveMaintenanceWindow on Alpha?");
    assert.match(ask.question.detail, /notifications of all nodes are silenced/);
    const some = clearanceOf(spec, { ...context, params: '{"clients":["a"]}' });
    assert.equal(some.kind, "send");
  });

  it("asks about what would clear saved values", () => {
    const spec = methodSpec("admin:setNotificationChannelConfiguration", undefined);
    assert.equal(clearanceOf(spec, { ...context, params: '{"id":"a"}' }).kind, "ask");
    const some = clearanceOf(spec, { ...context, params: '{"id":"a","data":{"url":"b"}}' });
    assert.equal(some.kind, "send");
  });

  it("asks about every method that is known to do something with nothing filled in", () => {
    const names = cataloguedMethods.filter((name) => {
      const { params } = methodSpec(name, undefined);
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
      const spec = methodSpec(name, undefined);
      for (const params of [undefined, "{}", "[]"]) {
        assert.equal(clearanceOf(spec, { ...context, params }).kind, "ask", name);
      }
    }
  });

  it("says so of what updates every agent", () => {
    for (const name of ["admin:rollAgentUpdate", "admin:upgradeAgents"]) {
      const ask = clearanceOf(methodSpec(name, undefined), { ...context, params: undefined });
      assert(ask.kind === "ask");
      assert.match(ask.question.detail, allNodes);
    }
  });

  it("asks about files and imports from the form too, for no second factor does", () => {
    for (const name of ["fileMove", "fileCopy", "fileChmod", "fileChown", "importConfig"]) {
      const spec = methodSpec(`admin:${name}`, undefined);
      assert.equal(clearanceOf(spec, { ...context, params: undefined }).kind, "ask", name);
    }
  });

  it("does not ask about a read that is for all", () => {
    for (const name of ["common:getNodesLatestStatus", "public:getSlaReport"]) {
      const spec = methodSpec(name, undefined);
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
