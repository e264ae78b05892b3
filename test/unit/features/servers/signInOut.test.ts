import assert from "node:assert/strict";
import { removeServer } from "../../../../src/features/servers/commands/removeServer";
import { signIn } from "../../../../src/features/servers/commands/signIn";
import { signOut } from "../../../../src/features/servers/commands/signOut";
import { type Credential } from "../../../../src/komari/credential";
import { FakeClock } from "../../../builders/fakeClock";
import { FleetServer, sessionOf } from "../../../builders/fleetServer";
import { settle } from "../../../builders/settle";
import { FakeQuickInputs } from "./fakeQuickInputs";
import { commandWorld, config, problem } from "./fakes";

const one = config("One", "https://one.example.com");
const row = { serverId: one.baseUrl };
const apiKey: Credential = { kind: "apiKey", apiKey: "abcdefghijklmnop" };
const login: Credential = { kind: "session", token: "old", username: "admin" };
const cookie: Credential = { kind: "session", token: "browser" };

async function signedInWith(credential: Credential) {
  const world = { ...commandWorld([one]), inputs: new FakeQuickInputs() };
  await world.credentials.set(one.baseUrl, credential);
  return world;
}

describe("signIn", () => {
  it("replaces a login, which it ends, by an API key", async () => {
    const world = await signedInWith(login);
    const finished = signIn(world, row);
    const method = await world.inputs.pick();
    assert.deepEqual([method.title, method.step, method.totalSteps], ["Sign In to One", 1, 3]);
    assert.ok(!method.labels.includes("Guest"));
    assert.deepEqual(
      method.activeItems.map(({ label }) => label),
      ["$(account) User Name and Password"],
    );
    await method.choose("API Key");
    await (await world.inputs.input()).enter("abcdefghijklmnop");
    await finished;
    await settle();
    assert.deepEqual(await world.credentials.get(one.baseUrl), apiKey);
    assert.deepEqual(
      world.gate.of("logout").map(({ credential }) => credential),
      [{ kind: "session", token: "old" }],
    );
  });

  it("offers the user name again", async () => {
    const world = await signedInWith(login);
    const finished = signIn(world, row);
    await (await world.inputs.pick()).choose("Password");
    const username = await world.inputs.input();
    assert.equal(username.value, "admin");
    username.hide();
    await finished;
    assert.deepEqual(await world.credentials.get(one.baseUrl), login);
  });

  it("reconnects when the same key is entered once more", async () => {
    const world = await signedInWith(apiKey);
    const server = new FleetServer();
    const session = sessionOf(server, { clock: new FakeClock(), credential: apiKey });
    const finished = signIn({ ...world, fleet: { get: () => ({ session }) } }, row);
    await (await world.inputs.pick()).choose("API Key");
    await (await world.inputs.input()).enter("abcdefghijklmnop");
    await finished;
    assert.equal(server.connects, 1);
  });

  it("saves nothing that the server does not honour", async () => {
    const world = await signedInWith(apiKey);
    world.gate.inspectAs = () => ({ ok: false, problem: problem("signedOut") });
    const finished = signIn(world, row);
    await (await world.inputs.pick()).choose("Cookie");
    const input = await world.inputs.input();
    await input.enter("abc");
    assert.match(String(input.validationMessage), /rejected this session/);
    input.hide();
    await finished;
    assert.deepEqual(await world.credentials.get(one.baseUrl), apiKey);
  });
});

describe("signOut", () => {
  it("deletes the secret and ends the session it opened", async () => {
    const world = await signedInWith(login);
    await signOut(world, row);
    await settle();
    assert.equal(world.secrets.values.size, 0);
    assert.equal(world.gate.of("logout").length, 1);
    assert.equal(world.notifications.shown[0]?.message, "Signed out of One.");
  });

  it("leaves a browser's session alone", async () => {
    const world = await signedInWith(cookie);
    await signOut(world, row);
    await settle();
    assert.equal(world.secrets.values.size, 0);
    assert.equal(world.gate.of("logout").length, 0);
  });

  it("says so when nobody is signed in", async () => {
    const world = await signedInWith({ kind: "guest" });
    await signOut(world, row);
    assert.equal(world.notifications.shown[0]?.message, "You are not signed in to One.");
  });
});

describe("removeServer", () => {
  it("asks, then removes the entry and the secret", async () => {
    const world = await signedInWith(apiKey);
    await removeServer(world, row);
    assert.equal(world.notifications.shown[0]?.message, "Remove One from VS Code?");
    assert.deepEqual(world.setting.value, []);
    assert.equal(world.secrets.values.size, 0);
  });

  it("removes nothing unless confirmed", async () => {
    const world = await signedInWith(apiKey);
    world.notifications.confirmed = false;
    await removeServer(world, row);
    assert.equal(world.secrets.values.size, 1);
    assert.deepEqual(world.setting.value, [{ name: "One", url: one.url }]);
  });
});
