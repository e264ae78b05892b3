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
      world.probe.of("logout").map(({ credential }) => credential),
      [{ kind: "session", token: "old" }],
    );
  });

  it("ends the session it opened when the sign-in cannot be saved", async () => {
    const world = await signedInWith(apiKey);
    world.credentials.set = () => Promise.reject(new Error("a bug"));
    const finished = signIn(world, row);
    await (await world.inputs.pick()).choose("Password");
    await (await world.inputs.input()).enter("admin");
    await (await world.inputs.input()).enter("secret");
    await assert.rejects(finished, /a bug/);
    assert.deepEqual(
      world.probe.of("logout").map(({ credential }) => credential),
      [{ kind: "session", token: "token-of-login" }],
    );
  });

  it("starts with the saved user name", async () => {
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
    world.probe.inspectAs = () => ({ ok: false, problem: problem("signedOut") });
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

describe("signIn, where the keychain cannot be written", () => {
  async function signedInForWindow() {
    const world = { ...commandWorld([one]), inputs: new FakeQuickInputs() };
    world.secrets.mood.store = "fails";
    const finished = signIn(world, row);
    await (await world.inputs.pick()).choose("API Key");
    await (await world.inputs.input()).enter("abcdefghijklmnop");
    await finished;
    return world;
  }

  it("signs in until the window is closed, says so, and saves it when tried again", async () => {
    const world = await signedInForWindow();
    assert.deepEqual(await world.credentials.get(one.baseUrl), apiKey);
    assert.match(world.notifications.shown[0]?.message ?? "", /^You are signed in to One until/);
    world.secrets.mood.store = "well";
    await world.notifications.click("Try Again");
    assert.equal(world.secrets.values.size, 1);
    assert.equal(world.notifications.shown.length, 1);
  });

  it("saves nothing when tried again after the user has signed out", async () => {
    const world = await signedInForWindow();
    world.secrets.mood.store = "well";
    await signOut(world, row);
    const [first] = world.notifications.shown[0]?.actions ?? [];
    await first?.run();
    assert.equal(world.secrets.values.size, 0);
  });

  it("signs in while the keychain does not return the old sign-in", async () => {
    const world = { ...commandWorld([one]), inputs: new FakeQuickInputs() };
    world.secrets.mood.get = "hangs";
    const finished = signIn(world, row);
    await settle();
    world.clock.advance(5_000);
    await (await world.inputs.pick()).choose("API Key");
    await (await world.inputs.input()).enter("abcdefghijklmnop");
    await finished;
    assert.equal(world.secrets.values.size, 1);
  });
});

describe("markSignIn: the sign-in mark in the settings", () => {
  const marked = { name: "One", url: one.url, signIn: true };

  it("is set by Sign In, and taken away by Sign Out", async () => {
    const world = { ...commandWorld([one]), inputs: new FakeQuickInputs() };
    const finished = signIn(world, row);
    await (await world.inputs.pick()).choose("API Key");
    await (await world.inputs.input()).enter("abcdefghijklmnop");
    await finished;
    assert.deepEqual(world.setting.value, [marked]);
    await signOut({ ...world, servers: commandWorld([{ ...one, signIn: true }]).servers }, row);
    assert.deepEqual(world.setting.value, [{ name: "One", url: one.url }]);
  });

  it("is ended by Sign Out where the secret is missing, so that nothing reminds of it", async () => {
    const world = { ...commandWorld([{ ...one, signIn: true }]), inputs: new FakeQuickInputs() };
    await signOut(world, row);
    assert.equal(world.notifications.shown[0]?.message, "Signed out of One.");
    assert.deepEqual(await world.credentials.get(one.baseUrl, true), { kind: "guest" });
  });

  it("does not keep a sign-in from working where the settings cannot be written", async () => {
    const world = { ...commandWorld([one]), inputs: new FakeQuickInputs() };
    world.setting.failNext = true;
    const finished = signIn(world, row);
    await (await world.inputs.pick()).choose("API Key");
    await (await world.inputs.input()).enter("abcdefghijklmnop");
    await finished;
    assert.deepEqual(await world.credentials.get(one.baseUrl), apiKey);
    assert.deepEqual(world.notifications.shown, []);
  });
});

describe("signOut", () => {
  it("deletes the secret and ends the session it opened", async () => {
    const world = await signedInWith(login);
    await signOut(world, row);
    await settle();
    assert.equal(world.secrets.values.size, 0);
    assert.equal(world.probe.of("logout").length, 1);
    assert.equal(world.notifications.shown[0]?.message, "Signed out of One.");
  });

  it("leaves a browser's session alone", async () => {
    const world = await signedInWith(cookie);
    await signOut(world, row);
    await settle();
    assert.equal(world.secrets.values.size, 0);
    assert.equal(world.probe.of("logout").length, 0);
  });

  it("shows a message when not signed in", async () => {
    const world = await signedInWith({ kind: "guest" });
    await signOut(world, row);
    assert.equal(world.notifications.shown[0]?.message, "You are not signed in to One.");
  });
});

describe("signOut and removeServer: a secret that cannot be deleted", () => {
  for (const [command, run] of [
    ["Sign Out", signOut],
    ["Remove", removeServer],
  ] as const) {
    it(`is named by ${command}, which ends the session all the same and can try again`, async () => {
      const world = await signedInWith(login);
      world.secrets.mood.delete = "fails";
      await run(world, row);
      await settle();
      assert.match(
        world.notifications.shown.at(-1)?.message ?? "",
        /could not be deleted\. Reason: the keychain is locked$/,
      );
      assert.equal(world.probe.of("logout").length, 1);
      assert.deepEqual(await world.credentials.get(one.baseUrl), { kind: "guest" });
      await world.notifications.click("Try Again");
      assert.match(
        world.notifications.shown.at(-1)?.message ?? "",
        /could not be deleted\. Reason: the keychain is locked$/,
      );
      world.secrets.mood.delete = "well";
      await world.notifications.click("Try Again");
      assert.equal(world.secrets.values.size, 0);
    });
  }
});

describe("removeServer", () => {
  it("removes the entry and the secret after a confirmation", async () => {
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

describe("signIn, where the keychain refuses", () => {
  it("holds in this window, and says why it could not be saved", async () => {
    const world = { ...commandWorld([one]), inputs: new FakeQuickInputs() };
    world.secrets.mood.store = "fails";
    const finished = signIn(world, row);
    await (await world.inputs.pick()).choose("API Key");
    await (await world.inputs.input()).enter("abcdefghijklmnop");
    await finished;
    assert.equal(
      world.notifications.shown.at(-1)?.message,
      "You are signed in to One until this window is closed. The sign-in could not be saved: the keychain is locked",
    );
  });
});
