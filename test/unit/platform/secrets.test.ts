import assert from "node:assert/strict";
import { type Credential } from "../../../src/komari/credential";
import { CredentialStore } from "../../../src/platform/secrets";
import { silentLogger } from "../../../src/util/logger";
import { memorySecrets } from "../features/servers/fakes";

const baseUrl = "https://a.example.com/komari";
const key = "komari.credential:https://a.example.com/komari";

function start() {
  const secrets = memorySecrets();
  const warnings: string[] = [];
  const logger = { ...silentLogger, warn: (message: string) => warnings.push(message) };
  const store = new CredentialStore(secrets, logger);
  return { secrets, warnings, store };
}

describe("CredentialStore", () => {
  const credentials: readonly Credential[] = [
    { kind: "apiKey", apiKey: "a key" },
    { kind: "session", token: "t" },
    { kind: "session", token: "t", username: "admin" },
  ];
  for (const credential of credentials) {
    it(`keeps ${JSON.stringify(credential)}`, async () => {
      const { store, secrets } = start();
      await store.set(baseUrl, credential);
      assert.deepEqual([...secrets.values.keys()], [key]);
      assert.deepEqual(await store.get(baseUrl), credential);
      assert.deepEqual(await store.get("https://a.example.com"), { kind: "guest" });
    });
  }

  it("keeps nothing for a guest", async () => {
    const { store, secrets } = start();
    await store.set(baseUrl, { kind: "apiKey", apiKey: "a key" });
    await store.set(baseUrl, { kind: "guest" });
    assert.equal(secrets.values.size, 0);
  });

  const broken = ["", "{", "null", "[]", "7", '{"kind":"apiKey"}', '{"kind":"apiKey","apiKey":""}'];
  for (const text of [...broken, '{"kind":"session","token":7}', '{"kind":"other"}']) {
    it(`takes the broken secret ${text} for none, and never logs it`, async () => {
      const { store, secrets, warnings } = start();
      secrets.values.set(key, text);
      assert.deepEqual(await store.get(baseUrl), { kind: "guest" });
      assert.deepEqual(warnings, [`The saved sign-in of ${baseUrl} is damaged and is ignored.`]);
    });
  }

  it("tells of changes to its own secrets, made anywhere", async () => {
    const { store, secrets } = start();
    const changed: string[] = [];
    store.onDidChange((url) => changed.push(url));
    await secrets.store(key, "{}");
    await secrets.store("something.else", "x");
    await store.delete(baseUrl);
    assert.deepEqual(changed, [baseUrl, baseUrl]);
    store.dispose();
    await secrets.store(key, "{}");
    assert.equal(changed.length, 2);
  });
});
