import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as l10n from "@vscode/l10n";
import { availabilityOf } from "../../src/komari/catalogue/availability";
import { catalogueEntry, cataloguedMethods } from "../../src/komari/catalogue/catalogue";
import { decodeMethodHelp } from "../../src/komari/decode/help";
import { isArray } from "../../src/komari/decode/primitives";
import { createMethodSpec } from "../../src/komari/methods/createMethodSpec";
import { maskParamsOf, maskResult } from "../../src/komari/redact/maskSecrets";
import { type MethodSpec, type ParamSpec, type Risk } from "../../src/shared/call/methodSpec";
import { isRecord } from "../../src/util/json";
import { readDescribed, readDescribedFile } from "./describedResponses";

const lists = ["methods-1.5.0-fix1.json", "methods-1.6.1.json", "methods-nekomari.json"] as const;

/** Full names; `internal`: those of rpc.* too. */
function listOf(file: (typeof lists)[number], internal = true): readonly string[] {
  const [plain, all] = readDescribed(file);
  const names = (internal ? all : plain)?.result;
  assert.ok(isArray(names));
  return names.map(String);
}

function paramsOf({ params }: MethodSpec): readonly ParamSpec[] {
  if (params.kind === "whole") return [params.value];
  return params.kind === "named" ? params.params : [];
}

function spec(name: string): MethodSpec {
  return createMethodSpec(name, undefined);
}

function param(of: MethodSpec, name: string): ParamSpec {
  const found = paramsOf(of).find((each) => each.name === name);
  assert.ok(found, name);
  return found;
}

describe("Catalogue of newer servers", () => {
  for (const file of lists) {
    it(`describes every method of ${file}, with its parameters and result`, () => {
      const names = listOf(file);
      assert.ok(names.length >= 89);
      for (const name of names) {
        const { undocumented, guessed, summary, returns, risk, effect } = spec(name);
        assert.ok(!undocumented && guessed === undefined, name);
        assert.ok(summary !== undefined && returns !== undefined, name);
        assert.equal(effect === undefined, risk === "read" || risk === "secrets", name);
        for (const { name: of, description } of paramsOf(spec(name))) {
          assert.ok(description, `${name} ${of}`);
        }
      }
    });
  }

  describe("in Chinese", () => {
    before(() => {
      const bundle = join(__dirname, "..", "..", "l10n", "bundle.l10n.zh-cn.json");
      l10n.config({ contents: readFileSync(bundle, "utf8") });
    });
    after(() => l10n.config({ contents: {} }));

    it("has every text of every method", () => {
      for (const name of cataloguedMethods) {
        const { summary, description = "中", effect = "中" } = spec(name);
        const params = paramsOf(spec(name)).flatMap((each) => [each.description, each.ifEmpty]);
        for (const text of [summary, description, effect, ...params]) {
          if (text !== undefined) assert.match(text, /\p{Script=Han}/u, `${name}: ${text}`);
        }
      }
    });
  });

  it("has the versions in which methods were added and removed, as in the described changes", () => {
    const { changes } = readDescribedFile("method-changes.json");
    assert.ok(isArray(changes) && changes.length > 50);
    for (const { method, added, removed, fork } of changes.filter(isRecord)) {
      const name = String(method);
      assert.ok(catalogueEntry(name), name);
      const { since, removed: gone, product } = availabilityOf(name) ?? {};
      assert.equal(product, fork, name);
      assert.equal(gone, removed, name);
      if (added !== undefined) assert.equal(since, added === "unknown" ? undefined : added, name);
    }
  });

  it("has exactly the methods of each described list", () => {
    const before = (version: string, other: string) =>
      version.localeCompare(other, "en", { numeric: true }) < 0;
    const inKomari = (version: string) =>
      cataloguedMethods.filter((name) => {
        const { since, removed, product } = availabilityOf(name) ?? {};
        if (product !== undefined || name === "public:getDashboardSummary") return false;
        return !before(version, since ?? "1.0.7") && (!removed || before(version, removed));
      });
    const inNekomari = new Set([
      ...inKomari("1.5.0"),
      ...cataloguedMethods.filter((name) => availabilityOf(name)?.product === "Nekomari"),
    ]);
    const [v150, v161, nekomari] = lists;
    assert.deepEqual([...inKomari("1.5.0")].sort(), [...listOf(v150)].sort());
    assert.deepEqual([...inKomari("1.6.1")].sort(), [...listOf(v161)].sort());
    assert.deepEqual([...inNekomari].sort(), [...listOf(nekomari)].sort());
    for (const name of inKomari("1.5.0")) {
      const { removed, keptBy } = availabilityOf(name) ?? {};
      assert.equal(keptBy, removed === undefined ? undefined : "Nekomari", name);
    }
  });
});

const risks: Readonly<Record<string, Risk>> = {
  "admin:fileListRoots": "read",
  "admin:fileList": "read",
  "admin:fileStat": "read",
  "admin:fileSearch": "read",
  "admin:fileMkdir": "write",
  "admin:fileCopy": "write",
  "admin:fileMove": "write",
  "admin:fileChmod": "write",
  "admin:fileChown": "write",
  "admin:fileDelete": "destructive",
  "admin:listNotificationChannels": "read",
  "admin:getNotificationChannelConfiguration": "secrets",
  "admin:setNotificationChannelConfiguration": "write",
  "admin:getLastRunVersion": "read",
  "admin:getAgentStartupConfig": "secrets",
  "admin:switchAgentVersion": "execute",
  "public:getDashboardSummary": "read",
  "admin:netcheck": "read",
  "admin:getUploadStats": "read",
  "admin:bulkEditClients": "write",
  "admin:listMaintenanceWindows": "read",
  "admin:saveMaintenanceWindow": "write",
  "admin:deleteMaintenanceWindow": "destructive",
  "admin:getTrafficForecast": "read",
  "admin:setTrafficCycleDay": "write",
  "admin:exportConfig": "secrets",
  "admin:planConfigImport": "read",
  "admin:importConfig": "write",
  "admin:rollAgentUpdate": "execute",
  "admin:agentVersions": "read",
  "public:getSlaReport": "read",
  "admin:upgradeAgents": "execute",
};

describe("createMethodSpec: methods of newer servers", () => {
  for (const [name, risk] of Object.entries(risks)) {
    it(`${name} has the risk ${risk}`, () => assert.equal(spec(name).risk, risk));
  }

  it("require a second factor only where the server does", () => {
    const names = cataloguedMethods.filter((name) => spec(name).secondFactor);
    assert.deepEqual(
      [...names].sort(),
      ["admin:exec", "admin:getAgentStartupConfig", "admin:upgradeAgents"].sort(),
    );
  });

  it("on files are sent by name where servers misread a list", () => {
    const files = cataloguedMethods.filter((name) => name.startsWith("admin:file"));
    const namedOnly = files.filter((name) => {
      const { params } = spec(name);
      return params.kind === "named" && params.namedOnly === true;
    });
    assert.deepEqual(namedOnly.map((name) => name.slice("admin:file".length)).sort(), [
      "Chmod",
      "Chown",
      "Mkdir",
      "Search",
    ]);
    for (const name of files.filter((each) => !namedOnly.includes(each))) {
      const { params } = spec(name);
      assert.ok(params.kind === "named" && params.ordered, name);
    }
  });

  it("have the parameter types that servers enforce", () => {
    assert.equal(param(spec("admin:fileMkdir"), "mode").type.kind, "text");
    assert.equal(param(spec("admin:fileChmod"), "mode").type.kind, "text");
    for (const name of ["uid", "gid"]) {
      const integer = { kind: "number", integer: true };
      assert.deepEqual(param(spec("admin:fileChown"), name).type, integer);
    }
  });

  it("have all parameters of the described requests, and no other required ones", () => {
    for (const file of ["files.json", "admin-1.6.json", "nekomari.json"]) {
      for (const { method = "", params } of readDescribed(file)) {
        const given = isRecord(params) ? Object.keys(params) : [];
        const names = paramsOf(spec(method)).map(({ name }) => name);
        for (const name of given) assert.ok(names.includes(name), `${method} ${name}`);
        for (const { name, required } of paramsOf(spec(method))) {
          assert.ok(!required || given.includes(name), `${method} ${name}`);
        }
      }
    }
  });

  it("are completed by the server's help, except for required parameters that it does not enforce", () => {
    const helped = new Map(
      readDescribed("help.json").map(({ params, result }) => {
        const name = isRecord(params) ? String(params.method) : "";
        return [name, createMethodSpec(name, decodeMethodHelp(result, name))];
      }),
    );
    const of = (name: string): MethodSpec => {
      const found = helped.get(name);
      assert.ok(found, name);
      return found;
    };
    assert.equal(param(of("admin:rollAgentUpdate"), "target").required, false);
    assert.equal(param(of("admin:getAgentStartupConfig"), "uuid").required, true);
    assert.equal(param(of("admin:switchAgentVersion"), "version").required, true);
    assert.equal(of("admin:switchAgentVersion").example, '{"uuid":"agent-uuid","version":"1.5.*"}');
    assert.equal(param(of("admin:switchAgentVersion"), "uuid").example, "agent-uuid");
    assert.equal(param(of("admin:netcheck"), "target").required, true);
    assert.ok(paramsOf(of("admin:fileList")).length === 2);
  });

  it("have a description that announces credentials in the response", () => {
    assert.match(spec("admin:getAgentStartupConfig").description ?? "", /credentials/);
  });
});

describe("maskSecrets: newer servers", () => {
  const secrets = /not-a-real|hooks\.example/;

  it("are masked in results and parameters", async () => {
    let found = 0;
    for (const { method = "", params, result } of readDescribed("admin-1.6.json")) {
      const raw = JSON.stringify(result ?? null);
      const { json } = await maskResult(method, Buffer.from(raw));
      assert.doesNotMatch(json.toString(), secrets, method);
      const sent = JSON.stringify(params ?? {});
      assert.doesNotMatch(maskParamsOf(method, sent), secrets, method);
      if (secrets.test(raw) || secrets.test(sent)) found += 1;
    }
    assert.equal(found, 3);
  });

  it("are masked in exports, including settings with ordinary names", async () => {
    const document = {
      clients: [{ uuid: "a", token: "s3cret" }],
      settings: { sitename: "s3cret", tg_chat: "s3cret" },
    };
    const raw = JSON.stringify(document);
    const { json } = await maskResult("admin:exportConfig", Buffer.from(raw));
    assert.ok(!json.includes("s3cret"));
    for (const method of ["admin:importConfig", "admin:planConfigImport"]) {
      for (const params of [{ document }, [document]]) {
        assert.ok(!maskParamsOf(method, JSON.stringify(params)).includes("s3cret"), method);
      }
    }
  });

  it("are masked in nodes nested in other results, and in the target of a migration", async () => {
    const reports = '[{"client":"a","client_info":{"name":"a","token":"s3cret"}}]';
    const listed = await maskResult("admin:listTrafficReportNotifications", Buffer.from(reports));
    assert.ok(!listed.json.includes("s3cret"));
    const settings = '{"metric_migration_target":"mysql|user:s3cret@tcp(db)/komari"}';
    const { json } = await maskResult("admin:getSettings", Buffer.from(settings));
    assert.ok(!json.includes("s3cret"));
  });

  it("keep responses that consist of credentials out of the history", () => {
    const names = cataloguedMethods.filter((name) => spec(name).notKept === true);
    assert.deepEqual(
      [...names].sort(),
      [
        "admin:exportConfig",
        "admin:fileSearch",
        "admin:getAgentStartupConfig",
        "admin:getNotificationChannelConfiguration",
      ].sort(),
    );
  });
});
