import assert from "node:assert/strict";
import { catalogueEntry, cataloguedMethods } from "../../src/komari/catalogue/catalogue";
import { decodeMethodHelp } from "../../src/komari/decode/help";
import { decodeMethods } from "../../src/komari/decode/methods";
import { isArray } from "../../src/komari/decode/primitives";
import { type MethodHelp } from "../../src/komari/model/methodHelp";
import { createMethodSpec } from "../../src/komari/methods/createMethodSpec";
import { isSecretKey } from "../../src/komari/redact/secretKeyRule";
import { type MethodSpec, risks } from "../../src/shared/call/methodSpec";
import { isRecord } from "../../src/util/json";
import { readRecorded, type RecordedServer, recordedVersions } from "./recordedResponses";

/** The order of the documented methods on real servers, by which they take parameters by place. */
const documented: Readonly<Record<string, readonly string[]>> = {
  "rpc.methods": ["internal"],
  "rpc.help": ["method"],
  "rpc.ping": [],
  "rpc.version": [],
  "common:getVersion": [],
  "common:getPublicInfo": [],
  "common:getMe": [],
  "common:getNodes": ["uuid"],
  "common:getNodesLatestStatus": ["uuid", "uuids", "include_ping"],
  "common:getNodeRecentStatus": ["uuid"],
  "common:getRecords": [
    ...["type", "uuid", "hours", "start", "end", "load_type", "task_id", "maxCount"],
  ],
};

const destructive = [
  ...["removeClient", "clearRecords", "clearAllRecords", "deleteSession", "deleteAllSessions"],
  ...["deletePingTask", "deleteLoadNotification", "deleteClipboard", "batchDeleteClipboard"],
  ...["deletePlugin"],
].map((name) => `admin:${name}`);

const revealing = [
  ...["listClients", "getClient", "getClientToken", "getSessions", "getSettings", "dbQuery"],
  ...["getMessageSenderProvider", "getOidcProvider", "getPluginConfiguration"],
  ...["listTrafficReportNotifications"],
].map((name) => `admin:${name}`);

const reading = [
  ...["dbTables", "getDatabaseSize", "getLogs", "getTasks", "getTaskById", "getTasksByClientId"],
  ...["getSpecificTaskResult", "getTaskResultsByTaskId", "getAllPingTasks", "listPlugins"],
  ...["getAllLoadNotifications", "listOfflineNotifications"],
  ...["listClipboard", "getClipboard", "listMetricDefinitions", "getMetricMigrationStatus"],
  ...["getPluginLogs", "getXtermjsSettings", "testGeoip"],
].map((name) => `admin:${name}`);

function helpOf({ all }: RecordedServer, method: string): MethodHelp | undefined {
  const recording = all.find(
    ({ method: called, params }) =>
      called === "rpc.help" && isRecord(params) && params.method === method,
  );
  if (recording === undefined || !isRecord(recording.response)) return undefined;
  return decodeMethodHelp(recording.response.result, method);
}

function paramNames({ params }: MethodSpec): readonly string[] {
  return params.kind === "named" ? params.params.map(({ name }) => name) : [];
}

const secret = /^<(?:token|session|api-key)-\d+>$/;

/** The names of the members that hold a stand-in for a secret. */
function secretKeysIn(value: unknown, key = ""): readonly string[] {
  if (isArray(value)) return value.flatMap((item) => secretKeysIn(item, key));
  if (isRecord(value)) return Object.entries(value).flatMap(([key, one]) => secretKeysIn(one, key));
  return typeof value === "string" && secret.test(value) ? [key] : [];
}

for (const version of recordedVersions) {
  describe(`createMethodSpec with recorded ${version}`, () => {
    const recorded = readRecorded(version);
    const methods = [...decodeMethods(recorded.result("methods-internal-true"))];
    const specs = methods.map((method) => createMethodSpec(method, helpOf(recorded, method)));

    it("are all recorded with their help, and all in the catalogue", () => {
      assert.equal(methods.length, version === "1.0.7" ? 11 : 95);
      for (const method of methods) {
        assert.ok(helpOf(recorded, method), method);
        assert.ok(catalogueEntry(method), method);
      }
    });

    it("have parameters, a summary and the shape of their result", () => {
      for (const { name, undocumented, params, summary, returns } of specs) {
        assert.ok(!undocumented && params.kind !== "unknown", name);
        assert.ok(summary !== undefined && returns !== undefined, name);
      }
    });

    it("have a description for every parameter", () => {
      for (const { name, params } of specs) {
        const all = params.kind === "whole" ? [params.value] : [];
        for (const param of params.kind === "named" ? params.params : all) {
          assert.ok(param.description, `${name} ${param.name}`);
        }
      }
    });

    it("take by place what the server's own help lists in that order", () => {
      for (const spec of specs) {
        const theirs = helpOf(recorded, spec.name)?.params.map(({ name }) => name) ?? [];
        const known = paramNames(spec).filter((name) => theirs.includes(name));
        assert.deepEqual(known, theirs, spec.name);
      }
    });

    it("have a sentence about what they do, unless they only read", () => {
      for (const { name, risk, effect } of specs) {
        const reads = risk === "read" || risk === "secrets";
        assert.equal(effect === undefined, reads, name);
        if (effect !== undefined) assert.match(effect, /^\p{Lu}.*\.$/u);
      }
    });

    it("hold secrets under names that are known to hold them", () => {
      const found = recorded.all.flatMap(({ method = "", response }) =>
        secretKeysIn(response).map((key) => [method, key] as const),
      );
      assert.ok(found.length > 30);
      for (const [method, key] of found) {
        // To an agent that asks who it is the token is its uuid.
        if (method === "common:getMe" && key === "uuid") continue;
        assert.ok(isSecretKey(method)(key), `${method} ${key}`);
      }
    });
  });
}

describe("Catalogue", () => {
  const specs = new Map(cataloguedMethods.map((name) => [name, createMethodSpec(name, undefined)]));
  const spec = (name: string): MethodSpec => {
    const found = specs.get(name);
    assert.ok(found, name);
    return found;
  };

  it("has the methods of 1.4.3, four of 1.2.5, 17 of newer servers and 16 of forks", () => {
    assert.equal(specs.size, 95 + 4 + 17 + 16);
    assert.ok(specs.has("admin:startCloudflared"));
  });

  it("has the documented methods in the order of real servers", () => {
    assert.equal(Object.keys(documented).length, 11);
    for (const [name, names] of Object.entries(documented)) {
      const { params, role } = spec(name);
      assert.deepEqual([paramNames(spec(name)), role], [names, "guest"], name);
      assert.ok(params.kind === "named" && params.ordered, name);
    }
  });

  it("knows what deletes, what reveals, what runs code, and what only reads", () => {
    for (const name of destructive) assert.equal(spec(name).risk, "destructive", name);
    for (const name of ["admin:exec", "admin:dbExec"]) assert.equal(spec(name).risk, "execute");
    for (const name of reading) assert.equal(spec(name).risk, "read", name);
    const least = risks.indexOf("secrets");
    for (const name of revealing) assert.ok(risks.indexOf(spec(name).risk) >= least, name);
  });

  it("has only reading methods for guests, except the log of visitors", () => {
    const guests = [...specs.values()].filter(({ role }) => role === "guest");
    const writing = guests.filter(({ risk }) => risk !== "read").map(({ name }) => name);
    assert.deepEqual(writing, ["public:recordVisitorEvent"]);
  });

  it("has pickers for values that have names", () => {
    const pickers: Readonly<Record<string, string>> = {
      uuid: "node",
      uuids: "nodes",
      clients: "nodes",
      entity_ids: "nodes",
      metric_keys: "metrics",
    };
    for (const { name, params } of specs.values()) {
      const all = params.kind === "named" ? params.params : [];
      for (const param of all) {
        const picker = pickers[param.name];
        if (picker !== undefined) assert.equal(param.picker, picker, `${name} ${param.name}`);
      }
    }
  });

  it("has secret fields for secrets", () => {
    for (const { name, params } of specs.values()) {
      const all = params.kind === "named" ? params.params : [];
      for (const param of all) {
        const isSecret = isSecretKey(name)(param.name) !== false;
        assert.equal(param.secret ?? false, isSecret, `${name} ${param.name}`);
      }
    }
  });
});
