import assert from "node:assert/strict";
import { addServer } from "../../../../src/features/servers/commands/addServer";
import { createServerProbe } from "../../../../src/features/servers/serverProbe";
import { testCertificate } from "../../../builders/testCertificate";
import { profileNames, profiles } from "../../../simulator/profiles/profiles";
import {
  credentials,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from "../../../simulator/simulator";
import { FakeQuickInputs } from "./fakeQuickInputs";
import { commandWorld } from "./fakes";

const agent = "Komari for VS Code/1.2.3 (Linux)";

/** The flow against a Komari server: only the user is played. */
describe("addServer, live", () => {
  let simulator: Simulator | undefined;
  afterEach(() => simulator?.stop());

  async function start(options: SimulatorOptions) {
    simulator = await startSimulator({ nodes: 2, ...options });
    const inputs = new FakeQuickInputs();
    const world = { ...commandWorld(), inputs, probe: createServerProbe(() => 10_000_000, agent) };
    return { ...world, baseUrl: simulator.url, finished: addServer(world) };
  }

  for (const profile of profileNames) {
    it(`finds ${profile}, proves the key and saves it`, async () => {
      const world = await start({ profile });
      await (await world.inputs.input()).enter(world.baseUrl);
      const method = await world.inputs.pick();
      assert.match(method.title ?? "", new RegExp(`${profiles[profile].version}\\b`));
      await method.choose("API Key");
      const key = await world.inputs.input();
      await key.enter("not-the-key-at-all");
      assert.equal(key.validationMessage, "The server rejected this key.");
      await key.enter(credentials.apiKey);
      (await world.inputs.input()).accept();
      await world.finished;
      assert.equal((await world.credentials.get(world.baseUrl)).kind, "apiKey");
    });

    it(`logs in to a private ${profile} with a second factor`, async () => {
      const world = await start({ profile, knobs: { privateSite: true, twoFactor: true } });
      await (await world.inputs.input()).enter(world.baseUrl);
      const method = await world.inputs.pick();
      assert.match(method.title ?? "", /private site/);
      await method.choose("Password");
      await (await world.inputs.input()).enter(credentials.username);
      const password = await world.inputs.input();
      await password.enter("wrong");
      assert.match(String(password.validationMessage), /Wrong user name or password/);
      await password.enter(credentials.password);
      const code = await world.inputs.input();
      await code.enter("999999");
      assert.match(String(code.validationMessage), /Wrong or expired code/);
      await code.enter(credentials.twoFactorCode);
      (await world.inputs.input()).accept();
      await world.finished;
      assert.equal((await world.credentials.get(world.baseUrl)).kind, "session");
    });
  }

  it("logs in as a client that its owner recognizes in the list of sessions", async () => {
    const world = await start({ profile: "1.4.3" });
    await (await world.inputs.input()).enter(world.baseUrl);
    await (await world.inputs.pick()).choose("Password");
    await (await world.inputs.input()).enter(credentials.username);
    await (await world.inputs.input()).enter(credentials.password);
    (await world.inputs.input()).accept();
    await world.finished;
    const response = await fetch(`${world.baseUrl}/api/rpc2`, {
      method: "POST",
      headers: { Authorization: `Bearer ${credentials.apiKey}` },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "admin:getSessions" }),
    });
    assert.ok((await response.text()).includes(`"user_agent":"${agent}"`));
  });

  it("trusts a certificate by its CA file", async () => {
    const world = await start({ tls: testCertificate });
    Object.assign(world.caFiles, {
      read: () => Promise.resolve({ ok: true, pem: testCertificate.cert }),
    });
    await (await world.inputs.input()).enter(world.baseUrl);
    const certificate = await world.inputs.pick();
    assert.match(certificate.placeholder ?? "", /the certificate is self-signed/);
    await certificate.choose("CA File");
    await world.inputs.input();
    await (await world.inputs.pick()).choose("Guest");
    (await world.inputs.input()).accept();
    await world.finished;
    assert.deepEqual(world.setting.value, [
      { name: "Komari Fleet 舰队", url: world.baseUrl, caFile: "/ca.pem" },
    ]);
  });

  for (const [knobs, text] of [
    [{ guide: "installing" }, /is not set up yet/],
    [{ guide: "migrating" }, /waiting for its administrator/],
    [{ garbage: "html" }, /does not offer RPC/],
    [{ garbage: "json" }, /cut off or garbled/],
    [{ status500: true }, /HTTP 500/],
  ] as const) {
    it(`says what is wrong: ${JSON.stringify(knobs)}`, async () => {
      const world = await start({ knobs });
      const url = await world.inputs.input();
      await url.enter(world.baseUrl);
      assert.match(String(url.validationMessage), text);
      assert.equal(url.value, world.baseUrl);
      url.hide();
      await world.finished;
    });
  }
});
