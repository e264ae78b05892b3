import assert from "node:assert/strict";
import { addServer } from "../../../../../src/features/servers/commands/addServer";
import { FakeQuickInputs } from "../fakeQuickInputs";
import { commandWorld, config, identity, problem } from "../fakes";

const apiKey = "abcdefghijklmnop";
const other = { name: "Other", url: "https://other.example.com" };
const secretOf = (baseUrl: string) => `komari.credential:${baseUrl}`;

function start(servers = [config("Other", "https://other.example.com")]) {
  const inputs = new FakeQuickInputs();
  const world = { ...commandWorld(servers), inputs };
  return { ...world, finished: addServer(world) };
}

/** The way to the choice of the sign-in. */
async function atMethod(world: ReturnType<typeof start>, url = "https://status.example.com") {
  await (await world.inputs.input()).enter(url);
  return world.inputs.pick();
}

describe("addServer", () => {
  it("adds a guest's server: URL, guest, name", async () => {
    const world = start();
    const url = await world.inputs.input();
    assert.deepEqual([url.title, url.step, url.totalSteps], ["Add Komari Server", 1, 4]);
    await url.enter("status.example.com/admin/");
    const method = await world.inputs.pick();
    assert.equal(method.title, "Add Komari Monitor (Komari 1.4.3)");
    assert.deepEqual(method.labels, [
      "$(key) API Key",
      "$(eye) Guest",
      "$(account) User Name and Password",
      "$(globe) Session Cookie",
    ]);
    await method.choose("Guest");
    const name = await world.inputs.input();
    assert.deepEqual([name.value, name.step, name.totalSteps], ["Komari Monitor", 3, 3]);
    await name.enter("Fleet");
    await world.finished;
    assert.deepEqual(world.setting.value, [
      other,
      { name: "Fleet", url: "https://status.example.com" },
    ]);
    assert.equal(world.secrets.values.size, 0);
    assert.deepEqual(world.executed, [["focusNodes"]]);
  });

  it("saves an API key as a secret, never in the settings", async () => {
    const world = start();
    await (await atMethod(world)).choose("API Key");
    const key = await world.inputs.input();
    assert.equal(key.password, true);
    await key.enter(` Bearer ${apiKey} `);
    (await world.inputs.input()).accept();
    await world.finished;
    const secret = world.secrets.values.get(secretOf("https://status.example.com"));
    assert.deepEqual(JSON.parse(secret ?? ""), { kind: "apiKey", apiKey });
    assert.doesNotMatch(JSON.stringify(world.setting.value), new RegExp(apiKey));
  });

  it("says where it was typed what is wrong with the URL, and keeps it", async () => {
    const world = start();
    const url = await world.inputs.input();
    await url.enter("");
    assert.match(String(url.validationMessage), /Enter the URL/);
    await url.enter("ftp://status.example.com");
    assert.match(String(url.validationMessage), /https:\/\/ or http:\/\//);
    await url.enter("https://other.example.com/");
    assert.equal(url.validationMessage, "Other already uses this URL.");
    assert.equal(world.probe.visits.length, 0);
    world.probe.inspectAs = () => ({ ok: false, problem: problem("unreachable", "ENOTFOUND") });
    await url.enter("https://nowhere.example.com");
    assert.equal(url.validationMessage, "The server cannot be reached: host name not found.");
    world.probe.inspectAs = () => ({
      ok: false,
      problem: { ...problem("tooOld"), data: { version: "1.0.6" } },
    });
    await url.enter("https://old.example.com");
    assert.match(String(url.validationMessage), /Komari 1\.0\.6\. Version 1\.0\.7/);
    assert.equal(url.value, "https://old.example.com");
    url.hide();
    await world.finished;
    assert.equal(world.notifications.shown.length, 0);
  });

  it("aborts the look at the server on Escape", async () => {
    const world = start();
    world.probe.inspectAs = () => new Promise(() => undefined);
    const url = await world.inputs.input();
    url.type("https://slow.example.com");
    url.accept();
    url.hide();
    await world.finished;
    assert.equal(world.probe.visits[0]?.signal?.aborted, true);
  });

  it("accepts a CA file for an unknown certificate, and checks again", async () => {
    const world = start();
    world.probe.inspectAs = (_credential, _baseUrl, tls) =>
      "ca" in tls
        ? { ok: true, identity: identity() }
        : { ok: false, problem: problem("certificate", "DEPTH_ZERO_SELF_SIGNED_CERT") };
    await (await world.inputs.input()).enter("https://self.example.com");
    const certificate = await world.inputs.pick();
    assert.match(certificate.placeholder ?? "", /the certificate is self-signed/);
    assert.equal(certificate.labels.length, 2);
    await certificate.choose("CA File");
    const url = await world.inputs.input();
    assert.equal(url.value, "https://self.example.com");
    await (await world.inputs.pick()).choose("Guest");
    (await world.inputs.input()).accept();
    await world.finished;
    const added = {
      name: "Komari Monitor",
      url: "https://self.example.com",
      caFile: "/ca.pem",
    };
    assert.deepEqual(world.setting.value, [other, added]);
  });

  it("takes any certificate only for the origin it was allowed for", async () => {
    const world = start();
    world.probe.inspectAs = (_credential, _baseUrl, tls) =>
      "acceptAnyCertificate" in tls
        ? { ok: true, identity: identity() }
        : { ok: false, problem: problem("certificate", "CERT_HAS_EXPIRED") };
    await (await world.inputs.input()).enter("https://one.example.com");
    await (await world.inputs.pick()).choose("Accept Any");
    await world.inputs.input();
    (await world.inputs.pick()).back?.();
    await (await world.inputs.input()).enter("https://two.example.com");
    const again = await world.inputs.pick();
    assert.match(again.placeholder ?? "", /has expired/);
    again.hide();
    await world.finished;
  });

  it("has no certificate step without TLS", async () => {
    const world = start();
    world.probe.inspectAs = () => ({ ok: false, problem: problem("certificate", "EPROTO") });
    const url = await world.inputs.input();
    await url.enter("https://plain.example.com");
    assert.match(String(url.validationMessage), /did you mean http:\/\/\?/);
    url.hide();
    await world.finished;
  });

  it("goes on to the sign-in at a private site, without a guest", async () => {
    const world = start();
    world.probe.inspectAs = ({ kind }) =>
      kind === "guest"
        ? { ok: false, problem: problem("privateSite") }
        : { ok: true, identity: identity({ siteName: "Secret" }) };
    const method = await atMethod(world);
    assert.equal(method.title, "Add status.example.com (private site)");
    assert.ok(!method.labels.includes("Guest"));
    await method.choose("API Key");
    await (await world.inputs.input()).enter(apiKey);
    const name = await world.inputs.input();
    assert.equal(name.value, "Secret");
    name.hide();
    await world.finished;
    assert.equal(world.secrets.values.size, 0);
  });

  it("shows that a key is not accepted, and the minimum length if it is short", async () => {
    const world = start();
    world.probe.inspectAs = ({ kind }) =>
      kind === "guest"
        ? { ok: true, identity: identity() }
        : { ok: false, problem: problem("keyRejected") };
    await (await atMethod(world)).choose("API Key");
    const key = await world.inputs.input();
    await key.enter("");
    assert.equal(key.validationMessage, "Enter the API key.");
    await key.enter(apiKey);
    assert.equal(key.validationMessage, "The server rejected this key.");
    await key.enter("short");
    assert.match(String(key.validationMessage), /rejected this key\. .*12 characters/);
    assert.equal(key.value, "short");
    key.hide();
    await world.finished;
  });

  it("warns before a secret goes over plain http", async () => {
    const world = start();
    const method = await atMethod(world, "http://status.example.com");
    assert.match(method.find("API Key").detail ?? "", /unencrypted/);
    assert.doesNotMatch(method.find("Guest").detail ?? "", /unencrypted/);
    await method.choose("API Key");
    const key = await world.inputs.input();
    assert.match(String(key.validationMessage), /^warning: .*unencrypted/);
    key.hide();
    await world.finished;
  });

  it("logs in with a password and a second factor, and keeps only the session", async () => {
    const world = start();
    world.probe.loginAs = (code, password) => {
      if (password !== "right") return { ok: false, reason: "invalidCredentials" };
      if (code === undefined) return { ok: false, reason: "codeRequired" };
      return code === "123456"
        ? { ok: true, token: "t0k3n" }
        : { ok: false, reason: "codeInvalid" };
    };
    await (await atMethod(world)).choose("Password");
    const username = await world.inputs.input();
    await username.enter(" ");
    assert.equal(username.validationMessage, "Enter the user name.");
    await username.enter("admin");
    const password = await world.inputs.input();
    assert.equal(password.password, true);
    await password.enter("wrong");
    assert.match(String(password.validationMessage), /Wrong user name or password/);
    await password.enter("right");
    const code = await world.inputs.input();
    await code.enter("000000");
    assert.match(String(code.validationMessage), /Wrong or expired code/);
    await code.enter("123 456");
    (await world.inputs.input()).accept();
    await world.finished;
    const secret = world.secrets.values.get(secretOf("https://status.example.com")) ?? "";
    assert.deepEqual(JSON.parse(secret), { kind: "session", token: "t0k3n", username: "admin" });
  });

  it("says when to retry a throttled sign-in, without retrying by itself", async () => {
    const world = start();
    const retryAfterMs = 90_000;
    world.probe.loginAs = () => ({ ok: false, reason: "tooManyAttempts", retryAfterMs });
    await (await atMethod(world)).choose("Password");
    await (await world.inputs.input()).enter("admin");
    const password = await world.inputs.input();
    await password.enter("right");
    assert.equal(password.validationMessage, "Too many sign-in attempts. Try again in 90 s.");
    assert.equal(world.probe.of("login").length, 1);
    password.hide();
    await world.finished;
  });

  it("ends the session it opened when the user cancels after all", async () => {
    const world = start();
    await (await atMethod(world)).choose("Password");
    await (await world.inputs.input()).enter("admin");
    await (await world.inputs.input()).enter("secret");
    (await world.inputs.input()).hide();
    await world.finished;
    assert.deepEqual(
      world.probe.of("logout").map(({ credential }) => credential),
      [{ kind: "session", token: "token-of-login" }],
    );
    assert.equal(world.secrets.values.size, 0);
  });

  it("ends the session it opened when the server does not honour it", async () => {
    const world = start();
    const method = await atMethod(world);
    world.probe.inspectAs = () => ({ ok: false, problem: problem("timeout") });
    await method.choose("Password");
    await (await world.inputs.input()).enter("admin");
    const password = await world.inputs.input();
    await password.enter("secret");
    assert.match(String(password.validationMessage), /did not respond in time/);
    assert.deepEqual(
      world.probe.of("logout").map(({ credential }) => credential),
      [{ kind: "session", token: "token-of-login" }],
    );
    password.hide();
    await world.finished;
  });

  it("ends the session it opened when the next step cannot be shown", async () => {
    const world = start();
    await (await atMethod(world)).choose("Password");
    await (await world.inputs.input()).enter("admin");
    const password = await world.inputs.input();
    world.inputs.createInputBox = () => {
      throw new Error("no input box");
    };
    await password.enter("secret");
    await assert.rejects(world.finished, /no input box/);
    assert.deepEqual(
      world.probe.of("logout").map(({ credential }) => credential),
      [{ kind: "session", token: "token-of-login" }],
    );
  });

  it("ends the session it opened when proving it throws", async () => {
    const world = start();
    const method = await atMethod(world);
    world.probe.inspectAs = () => Promise.reject(new Error("a bug"));
    await method.choose("Password");
    await (await world.inputs.input()).enter("admin");
    await (await world.inputs.input()).enter("secret");
    await assert.rejects(world.finished, /a bug/);
    assert.equal(world.probe.of("logout").length, 1);
  });

  it("takes a pasted cookie, and leaves the browser's session alone on cancel", async () => {
    const world = start();
    await (await atMethod(world)).choose("Cookie");
    const cookie = await world.inputs.input();
    await cookie.enter("theme=dark");
    assert.match(String(cookie.validationMessage), /No session_token/);
    await cookie.enter("theme=dark; session_token=abc");
    assert.deepEqual(world.probe.visits.at(-1)?.credential, { kind: "session", token: "abc" });
    (await world.inputs.input()).hide();
    await world.finished;
    assert.equal(world.probe.of("logout").length, 0);
  });

  it("requires a name that no other server has", async () => {
    const world = start([config("Komari Monitor", "https://other.example.com")]);
    await (await atMethod(world)).choose("Guest");
    const name = await world.inputs.input();
    assert.equal(name.value, "Komari Monitor (status.example.com)");
    await name.enter(" ");
    assert.equal(name.validationMessage, "Enter a name.");
    await name.enter("Komari Monitor");
    assert.equal(name.validationMessage, "A server named Komari Monitor already exists.");
    name.back?.();
    await (await world.inputs.pick()).choose("Guest");
    const again = await world.inputs.input();
    assert.equal(again.value, "Komari Monitor");
    again.hide();
    await world.finished;
  });

  it("loses nothing when saving fails", async () => {
    const world = start();
    await (await atMethod(world)).choose("Guest");
    world.setting.failNext = true;
    (await world.inputs.input()).accept();
    await world.finished;
    assert.match(
      world.notifications.shown[0]?.message ?? "",
      /Komari Monitor could not be saved: the file is read-only/,
    );
    await world.notifications.click("Try Again");
    const added = { name: "Komari Monitor", url: "https://status.example.com" };
    assert.deepEqual(world.setting.value, [other, added]);
  });
});
