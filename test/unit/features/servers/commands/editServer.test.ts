import assert from "node:assert/strict";
import { editServer } from "../../../../../src/features/servers/commands/editServer";
import { type Credential } from "../../../../../src/komari/credential";
import { type ServerConfig } from "../../../../../src/settings/config";
import { settle } from "../../../../builders/settle";
import { FakeQuickInputs } from "../fakeQuickInputs";
import { commandWorld, config } from "../fakes";

const one = config("One", "https://one.example.com");
const two = config("Two", "https://two.example.com");
const session: Credential = { kind: "session", token: "old-token", username: "admin" };

async function start(server: ServerConfig = one, url?: string) {
  const inputs = new FakeQuickInputs();
  const world = { ...commandWorld([server, two]), inputs };
  await world.credentials.set(one.baseUrl, session);
  return { ...world, finished: editServer(world, { serverId: one.baseUrl, url }) };
}

describe("editServer", () => {
  it("changes the name, and nothing else", async () => {
    const world = await start();
    world.setting.value = [{ url: "one.example.com", note: "mine" }, "broken", two];
    const menu = await world.inputs.pick();
    assert.equal(menu.title, "Edit One");
    await menu.choose("Name");
    const name = await world.inputs.input();
    await name.enter("Two");
    assert.equal(name.validationMessage, "A server named Two already exists.");
    await name.enter("Uno");
    await world.finished;
    assert.deepEqual(world.setting.value, [
      { name: "Uno", url: "one.example.com", note: "mine" },
      "broken",
      two,
    ]);
  });

  it("makes a server read-only, and takes that back", async () => {
    const world = await start();
    world.setting.value = [{ name: "One", url: "one.example.com" }, two];
    const menu = await world.inputs.pick();
    assert.equal(menu.find("Read-Only").description, "Off");
    await menu.choose("Read-Only");
    const choice = await world.inputs.pick();
    assert.deepEqual(choice.labels, ["On", "Off"]);
    assert.deepEqual(
      choice.activeItems.map(({ label }) => label),
      ["Off"],
    );
    await choice.choose("On");
    await world.finished;
    assert.deepEqual(world.setting.value, [
      { name: "One", url: "one.example.com", readOnly: true },
      two,
    ]);
    const again = await start({ ...one, readOnly: true });
    again.setting.value = world.setting.value;
    await (await again.inputs.pick()).choose("Read-Only");
    await (await again.inputs.pick()).choose("Off");
    await again.finished;
    assert.deepEqual(again.setting.value, [{ name: "One", url: "one.example.com" }, two]);
  });

  it("moves to another URL with a new sign-in, and never shows it the old secret", async () => {
    const world = await start();
    await (await world.inputs.pick()).choose("URL");
    const url = await world.inputs.input();
    assert.equal(url.value, "https://one.example.com");
    await url.enter("https://new.example.com");
    await (await world.inputs.pick()).choose("Guest");
    await world.finished;
    await settle();
    assert.deepEqual(world.setting.value, [
      { name: "One", url: "https://new.example.com" },
      { name: "Two", url: "https://two.example.com" },
    ]);
    assert.equal(world.secrets.values.size, 0);
    const seen = world.probe.visits.filter(({ baseUrl }) => baseUrl === "https://new.example.com");
    assert.ok(seen.every(({ credential }) => credential?.kind === "guest"));
    assert.deepEqual(
      world.probe.of("logout").map(({ baseUrl }) => baseUrl),
      [one.baseUrl],
    );
  });

  it("ends the session it opened at the new URL when it fails before it is saved", async () => {
    const world = await start(one, "https://new.example.com");
    const url = await world.inputs.input();
    await url.enter(url.value);
    await (await world.inputs.pick()).choose("Password");
    await (await world.inputs.input()).enter("admin");
    const password = await world.inputs.input();
    password.dispose = () => {
      throw new Error("the window is gone");
    };
    await password.enter("secret");
    await assert.rejects(world.finished, /the window is gone/);
    assert.deepEqual(
      world.probe.of("logout").map(({ credential }) => credential),
      [{ kind: "session", token: "token-of-login" }],
    );
  });

  it("starts with the URL step if a URL is proposed", async () => {
    const world = await start(one, "https://new.example.com");
    const url = await world.inputs.input();
    assert.equal(url.value, "https://new.example.com");
    await url.enter(url.value);
    await (await world.inputs.pick()).choose("Guest");
    await world.finished;
    assert.deepEqual(world.setting.value, [
      { name: "One", url: "https://new.example.com" },
      { name: "Two", url: "https://two.example.com" },
    ]);
  });

  it("keeps the sign-in when the URL stays the same", async () => {
    const world = await start();
    await (await world.inputs.pick()).choose("URL");
    await (await world.inputs.input()).enter("https://ONE.example.com/admin");
    await world.finished;
    assert.deepEqual(await world.credentials.get(one.baseUrl), session);
  });

  for (const [url, fields] of [
    ["https://one.example.com/komari", { caFile: "/own.pem" }],
    ["https://new.example.com", {}],
  ] as const) {
    it(`moves to ${url} with the CA file only on the same host`, async () => {
      const world = await start({ ...one, caFile: "/own.pem" });
      world.setting.value = [{ url: one.url, caFile: "/own.pem" }];
      await (await world.inputs.pick()).choose("URL");
      await (await world.inputs.input()).enter(url);
      await (await world.inputs.pick()).choose("Guest");
      await world.finished;
      assert.deepEqual(world.setting.value, [{ url, ...fields }]);
    });
  }

  it("changes how certificates are judged", async () => {
    const world = await start();
    await (await world.inputs.pick()).choose("Certificates");
    const certificate = await world.inputs.pick();
    assert.equal(certificate.labels.length, 3);
    await certificate.choose("Accept Any");
    await world.finished;
    assert.deepEqual(world.setting.value, [
      { name: "One", url: one.url, acceptAnyCertificate: true },
      { name: "Two", url: two.url },
    ]);
  });

  it("shows what is wrong with a CA file and repeats the step", async () => {
    const world = await start();
    world.caFiles.choose = () => Promise.resolve("/etc/hosts");
    const read = () => Promise.resolve({ ok: false, problem: "notCertificate" } as const);
    Object.assign(world.caFiles, { read });
    await (await world.inputs.pick()).choose("Certificates");
    await (await world.inputs.pick()).choose("CA File");
    const again = await world.inputs.pick();
    assert.equal(again.placeholder, "The CA file contains no certificate: /etc/hosts");
    again.hide();
    await world.finished;
  });

  it("does nothing when cancelled", async () => {
    const world = await start();
    const before = world.setting.value;
    (await world.inputs.pick()).hide();
    await world.finished;
    assert.equal(world.setting.value, before);
  });
});
