import assert from "node:assert/strict";
import { type CaFile } from "../../../../src/platform/caFile";
import { ServerSync } from "../../../../src/features/servers/serverSync";
import { type Credential } from "../../../../src/komari/credential";
import { type ServerSpec } from "../../../../src/fleet/fleet";
import { type ServersSetting } from "../../../../src/settings/config";
import { Emitter } from "../../../../src/util/emitter";
import { silentLogger } from "../../../../src/util/logger";
import { settle } from "../../../builders/settle";
import { FakeClock } from "../../../builders/fakeClock";
import { config, credentialStore, memorySecrets } from "./fakes";

const a = config("A", "https://a.example.com");
const b = config("B", "https://b.example.com");

function knob<T>(initial: T) {
  const changed = new Emitter<T>();
  const setting = {
    value: initial,
    onDidChange: changed.event,
    set: (value: T) => {
      setting.value = value;
      changed.fire(value);
    },
  };
  return setting;
}

function start(servers: ServersSetting["servers"]) {
  const secrets = memorySecrets();
  const setting = knob<ServersSetting>({ servers, problems: [] });
  const maxResponseBytes = knob(1000);
  const announced: (readonly ServerSpec[])[] = [];
  const connected: ServerSpec[] = [];
  const applied: (readonly ServerSpec[])[] = [];
  const reports: (readonly string[])[] = [];
  const signInReports: (readonly string[])[] = [];
  const ca: { file: CaFile } = { file: { ok: true, pem: "PEM" } };
  const clock = new FakeClock();
  const focus = new Emitter<boolean>();
  const credentials = credentialStore(secrets, clock);
  const sync = new ServerSync({
    servers: setting,
    maxResponseBytes,
    credentials,
    fleet: {
      announceServers: (specs) => announced.push(specs),
      setServer: (spec) => connected.push(spec),
      setServers: (specs) => applied.push(specs),
    },
    onDidChangeFocus: focus.event,
    clock,
    readCa: () => Promise.resolve(ca.file),
    report: (problems) => reports.push(problems),
    reportSignIns: (problems) => signInReports.push(problems),
    logger: silentLogger,
  });
  return {
    sync,
    setting,
    maxResponseBytes,
    secrets,
    credentials,
    clock,
    focus,
    announced,
    connected,
    applied,
    reports,
    signInReports,
    ca,
  };
}

describe("ServerSync", () => {
  it("makes specs of settings and secrets, each with its own", async () => {
    const { sync, credentials, applied } = start([a, b]);
    await credentials.set(a.baseUrl, { kind: "apiKey", apiKey: "key-of-a" });
    await sync.sync();
    assert.deepEqual(applied.at(-1), [
      {
        id: a.baseUrl,
        name: "A",
        tls: {},
        credential: { kind: "apiKey", apiKey: "key-of-a" },
        maxResponseBytes: 1000,
      },
      { id: b.baseUrl, name: "B", tls: {}, credential: { kind: "guest" }, maxResponseBytes: 1000 },
    ]);
  });

  it("announces the servers at once, before the keychain says anything", () => {
    const { sync, announced, applied } = start([a, b]);
    void sync.sync();
    assert.deepEqual(
      announced[0]?.map(({ id, name, credential }) => [id, name, credential.kind]),
      [
        [a.baseUrl, "A", "guest"],
        [b.baseUrl, "B", "guest"],
      ],
    );
    assert.deepEqual(applied, []);
  });

  it("never gives a moved server the secret of its old URL", async () => {
    const { sync, credentials, applied, setting } = start([a]);
    await credentials.set(a.baseUrl, { kind: "apiKey", apiKey: "key-of-a" });
    await sync.sync();
    setting.set({ servers: [{ ...b, name: "A" }], problems: [] });
    await settle();
    assert.deepEqual(
      applied.at(-1)?.map(({ credential }) => credential),
      [{ kind: "guest" }],
    );
  });

  it("follows settings, the size limit and secrets of its servers only", async () => {
    const { sync, credentials, applied, setting, maxResponseBytes } = start([a]);
    await sync.sync();
    maxResponseBytes.set(2000);
    await settle();
    assert.equal(applied.at(-1)?.[0]?.maxResponseBytes, 2000);
    await credentials.set(b.baseUrl, { kind: "apiKey", apiKey: "another's" });
    await settle();
    assert.equal(applied.length, 2);
    await credentials.set(a.baseUrl, { kind: "apiKey", apiKey: "key" });
    await settle();
    assert.equal(applied.at(-1)?.[0]?.credential.kind, "apiKey");
    setting.set({ servers: [], problems: [] });
    await settle();
    assert.deepEqual(applied.at(-1), []);
    sync.dispose();
    setting.set({ servers: [a], problems: [] });
    await settle();
    assert.equal(applied.length, 4);
  });

  it("lets the last state win when it changes while reading", async () => {
    const { sync, applied, setting } = start([a]);
    const first = sync.sync();
    setting.set({ servers: [b], problems: [] });
    await first;
    assert.deepEqual(
      applied.map((specs) => specs.map(({ id }) => id)),
      [[b.baseUrl]],
    );
  });

  it("applies nothing once it is disposed", async () => {
    const { sync, applied } = start([a]);
    const running = sync.sync();
    sync.dispose();
    await running;
    assert.equal(applied.length, 0);
  });

  it("reports a problem once, and again only after it was fixed", async () => {
    const { sync, reports, setting } = start([a]);
    const bad: ServersSetting = { servers: [a], problems: [{ kind: "noUrl", index: 1 }] };
    setting.set(bad);
    await settle();
    await sync.sync();
    assert.deepEqual(reports, [["Entry 2 of komari.servers: url is missing."]]);
    setting.set({ servers: [a], problems: [] });
    await settle();
    setting.set(bad);
    await settle();
    assert.equal(reports.length, 2);
  });

  it("judges a server as the system does when its CA file is missing", async () => {
    const { sync, applied, reports, ca } = start([{ ...a, caFile: "/ca.pem" }]);
    await sync.sync();
    assert.deepEqual(applied.at(-1)?.[0]?.tls, { ca: "PEM" });
    ca.file = { ok: false, problem: "missing" };
    await sync.sync();
    assert.deepEqual(applied.at(-1)?.[0]?.tls, {});
    assert.deepEqual(reports, [["A: The CA file does not exist: /ca.pem"]]);
  });

  it("connects as a guest when the keychain fails, and says so", async () => {
    const { sync, applied, signInReports, secrets } = start([a]);
    secrets.mood.get = "fails";
    await sync.sync();
    assert.deepEqual(applied.at(-1)?.[0]?.credential, { kind: "guest", lost: "unreadable" });
    assert.deepEqual(signInReports, [
      ["A needs you to sign in again: your saved sign-in cannot be read."],
    ]);
  });

  it("connects other servers at once while the keychain does not respond for one", async () => {
    const { sync, connected, applied, signInReports, clock, secrets, credentials } = start([a, b]);
    const key: Credential = { kind: "apiKey", apiKey: "key-of-a" };
    await credentials.set(a.baseUrl, key);
    const { get } = secrets;
    const late = new Promise<void>((resolve) => {
      secrets.get = async (name) => {
        if (name.includes("//b.")) return get(name);
        await new Promise<void>((goOn) => (secrets.release = goOn));
        resolve();
        return get(name);
      };
    });
    const synced = sync.sync();
    await settle();
    assert.deepEqual(
      connected.map(({ id }) => id),
      [b.baseUrl],
    );
    clock.advance(5_000);
    await synced;
    assert.deepEqual(applied.at(-1)?.[0]?.credential, { kind: "guest", lost: "pending" });
    assert.match(
      signInReports[0]?.[0] ?? "",
      /^A is shown as to a guest: the secret storage has not/,
    );
    secrets.release();
    await late;
    await settle();
    assert.deepEqual(applied.at(-1)?.[0]?.credential, key);
    assert.equal(signInReports.length, 1);
  });

  it("reads again at a later focus from a keychain that failed, and only then", async () => {
    const { sync, secrets, credentials, applied, clock, focus } = start([a]);
    const key: Credential = { kind: "apiKey", apiKey: "k" };
    await credentials.set(a.baseUrl, key);
    secrets.mood.get = "fails";
    await sync.sync();
    secrets.mood.get = "well";
    const reads = applied.length;
    focus.fire(true);
    await settle();
    assert.equal(applied.length, reads);
    clock.advance(60_000);
    focus.fire(false);
    await settle();
    assert.equal(applied.length, reads);
    focus.fire(true);
    await settle();
    assert.deepEqual(applied.at(-1)?.[0]?.credential, key);
    clock.advance(60_000);
    focus.fire(true);
    await settle();
    assert.equal(applied.length, reads + 1);
  });

  it("knows of a sign-in that the settings bring without its secret, and shows no message", async () => {
    const { sync, applied, reports, signInReports } = start([{ ...a, signIn: true }, b]);
    await sync.sync();
    assert.deepEqual(
      applied.at(-1)?.map(({ credential }) => credential),
      [{ kind: "guest", lost: "missing" }, { kind: "guest" }],
    );
    assert.deepEqual([reports, signInReports], [[], []]);
  });
});
