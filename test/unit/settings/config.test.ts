import assert from "node:assert/strict";
import fc from "fast-check";
import { declaredSettings } from "../../architecture/manifest";
import { settingIds } from "../../../src/manifest/contributions";
import {
  defaultNodesDescription,
  numberLimits,
  readCallTimeout,
  readMaxResponseBytes,
  readNodesBadge,
  readNodesDescription,
  readPauseAfter,
  readPollIntervals,
  readServers,
  readWarnWhenOffline,
} from "../../../src/settings/config";
import { defaultThresholds } from "../../../src/settings/thresholds";
import { thresholdKeys } from "../../../src/shared/nodes/trouble";
import { maxTimeoutSeconds } from "../../../src/shared/call/callApi";
import { settingsOf } from "../platform/settingsOf";

const numberIds = [
  settingIds.pollingVisibleInterval,
  settingIds.pollingBackgroundInterval,
  settingIds.pollingNodesInterval,
  settingIds.pollingPauseAfter,
  settingIds.maxResponseSize,
  settingIds.callTimeout,
] as const;

describe("settings of one value", () => {
  it("have the limits and defaults of the manifest", () => {
    for (const id of numberIds) {
      const setting = declaredSettings[`komari.${id}`];
      const { default: value, minimum, maximum } = setting ?? {};
      assert.deepEqual({ default: value, minimum, maximum }, numberLimits[id], id);
    }
    assert.equal(numberLimits[settingIds.callTimeout].maximum, maxTimeoutSeconds);
    assert.equal(declaredSettings["komari.nodes.description"]?.default, defaultNodesDescription);
    assert.deepEqual(declaredSettings["komari.thresholds"]?.default, defaultThresholds);
    assert.deepEqual(
      Object.keys(declaredSettings["komari.thresholds"].properties ?? {}).sort(),
      [...thresholdKeys].sort(),
    );
  });

  it("are read in the units of the extension", () => {
    const settings = settingsOf({
      "polling.visibleInterval": 3,
      "polling.backgroundInterval": 40,
      "polling.nodesInterval": 50,
      "polling.pauseAfter": 7,
      maxResponseSize: 2,
      "call.timeout": 9,
      "nodes.badge": false,
      "statusBar.warnWhenOffline": true,
      "nodes.description": "{cpu}",
    });
    const intervals = { visible: 3000, background: 40_000, nodes: 50_000 };
    assert.deepEqual(readPollIntervals(settings), intervals);
    assert.equal(readPauseAfter(settings), 420_000);
    assert.equal(readMaxResponseBytes(settings), 2_097_152);
    assert.equal(readCallTimeout(settings), 9000);
    assert.equal(readNodesBadge(settings), false);
    assert.equal(readWarnWhenOffline(settings), true);
    assert.equal(readNodesDescription(settings), "{cpu}");
  });

  it("never pause with 0", () => {
    assert.equal(readPauseAfter(settingsOf({ "polling.pauseAfter": 0 })), undefined);
  });

  it("keep to the limits, whatever is written", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const settings = { get: () => value };
        const { visible, background, nodes } = readPollIntervals(settings);
        assert.ok(visible >= 1000 && background >= 5000 && nodes >= 10_000);
        assert.ok(visible <= 3_600_000 && background <= 86_400_000 && nodes <= 86_400_000);
        assert.ok(readMaxResponseBytes(settings) >= 1_048_576);
        assert.ok(readCallTimeout(settings) >= 1000 && readCallTimeout(settings) <= 3_600_000);
        assert.equal(typeof readNodesDescription(settings), "string");
        assert.equal(typeof readNodesBadge(settings), "boolean");
        assert.ok(Array.isArray(readServers(settings).servers));
      }),
    );
  });
});

describe("readServers", () => {
  const read = (servers: unknown) => readServers(settingsOf({ servers }));

  it("normalises the URL and names a server by its host when it has no name", () => {
    assert.deepEqual(read([{ url: " Status.Example.com/ " }]), {
      servers: [
        {
          name: "status.example.com",
          baseUrl: "https://status.example.com",
          url: " Status.Example.com/ ",
          acceptAnyCertificate: false,
          readOnly: false,
        },
      ],
      problems: [],
    });
  });

  it("reads every field", () => {
    const entry = {
      name: " Home ",
      url: "http://10.0.0.1:25774/komari",
      caFile: "/ca.pem",
      acceptAnyCertificate: true,
      readOnly: true,
    };
    assert.deepEqual(read([entry]).servers, [
      { ...entry, name: "Home", baseUrl: "http://10.0.0.1:25774/komari" },
    ]);
  });

  it("uses the good entries and describes the bad ones", () => {
    const { servers, problems } = read([
      "text",
      null,
      {},
      { url: "ftp://x" },
      { url: "https://a.example.com" },
      { name: "again", url: "https://A.example.com/" },
    ]);
    assert.deepEqual(
      servers.map(({ baseUrl }) => baseUrl),
      ["https://a.example.com"],
    );
    assert.deepEqual(problems, [
      { kind: "notAnObject", index: 0 },
      { kind: "notAnObject", index: 1 },
      { kind: "noUrl", index: 2 },
      { kind: "badUrl", index: 3, problem: "scheme" },
      { kind: "duplicateUrl", index: 5, baseUrl: "https://a.example.com" },
    ]);
  });

  it("loses only a field of the wrong type, and never becomes less careful for it", () => {
    const entry = {
      name: 1,
      url: "https://a.example.com",
      caFile: [],
      acceptAnyCertificate: "yes",
      readOnly: "no",
      signIn: 1,
    };
    const { servers, problems } = read([entry]);
    assert.deepEqual(servers, [
      {
        name: "a.example.com",
        baseUrl: "https://a.example.com",
        url: entry.url,
        acceptAnyCertificate: false,
        readOnly: true,
      },
    ]);
    assert.deepEqual(
      problems.map((problem) => problem.kind === "wrongType" && problem.field),
      ["name", "caFile", "acceptAnyCertificate", "readOnly", "signIn"],
    );
  });

  it("knows from an entry that there was a sign-in", () => {
    const url = "https://a.example.com";
    const [marked] = read([{ url, signIn: true }]).servers;
    assert.equal(marked?.signIn, true);
    assert.equal(read([{ url, signIn: false }]).servers[0]?.signIn, undefined);
  });

  it("requires a list, and treats a missing one as empty", () => {
    assert.deepEqual(read({ url: "https://a" }).problems, [{ kind: "notAList" }]);
    assert.deepEqual(read(undefined), { servers: [], problems: [] });
    assert.deepEqual(read(null), { servers: [], problems: [] });
  });
});
