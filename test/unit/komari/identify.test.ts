import assert from "node:assert/strict";
import { identify, probeRole } from "../../../src/komari/identify";
import { RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";
import { answersOfAdmin, answersOfGuest, fakeCaller } from "./fakeCaller";

const denied = new RpcRemoteError(-32041, "Permission denied", undefined);
const localCode = (code: string) => (error: unknown) =>
  error instanceof RpcLocalError && error.code === code;

describe("identify", () => {
  it("asks four things at once, without getMe", async () => {
    const { caller, calls } = fakeCaller(answersOfAdmin());
    const identity = await identify(caller);
    assert.equal(identity.role, "admin");
    assert.equal(identity.version.version, "1.0.7");
    assert.equal(identity.publicInfo.siteName, "Site");
    assert.deepEqual([...identity.methods], ["common:getNodes", "common:getMe"]);
    assert.deepEqual(
      calls.map(({ method }) => method),
      ["admin:__probe", "common:getVersion", "common:getPublicInfo", "rpc.methods"],
    );
  });

  it("is unauthorized when even a guest's questions are refused", async () => {
    const { caller } = fakeCaller({
      "common:getVersion": denied,
      "common:getPublicInfo": denied,
      "rpc.methods": denied,
      "admin:__probe": denied,
    });
    await assert.rejects(identify(caller), localCode("unauthorized"));
  });

  it("does without what this server fails at by itself", async () => {
    const { caller, responses } = fakeCaller(answersOfGuest());
    responses["common:getPublicInfo"] = new RpcRemoteError(-32603, "broken row", undefined);
    responses["common:getVersion"] = new RpcLocalError("serverCrashed", "HTTP 500");
    const identity = await identify(caller);
    assert.equal(identity.publicInfo.siteName, "");
    assert.equal(identity.version.version, "");
  });

  it("fails as its calls do", async () => {
    const { caller, responses } = fakeCaller(answersOfGuest());
    responses["common:getVersion"] = new RpcLocalError("unreachable", "refused");
    await assert.rejects(identify(caller), localCode("unreachable"));
  });
});

describe("probeRole", () => {
  it("goes over the bulk route, where rights are checked again", async () => {
    const { caller, calls } = fakeCaller();
    await probeRole(caller, { timeoutMs: 9 });
    assert.deepEqual(calls[0]?.options, { timeoutMs: 9, route: "bulk", readOnly: true });
  });

  it("reports administrators from guests in any version's words", async () => {
    assert.equal(await probeRole(fakeCaller().caller), "admin");
    assert.equal(await probeRole(fakeCaller(answersOfGuest()).caller), "guest");
    assert.equal(await probeRole(fakeCaller({ "admin:__probe": denied }).caller), "guest");
  });

  it("believes nothing else", async () => {
    await assert.rejects(
      probeRole(fakeCaller({ "admin:__probe": null }).caller),
      localCode("malformed"),
    );
    const crashed = new RpcLocalError("serverCrashed", "HTTP 500");
    const { caller } = fakeCaller({ "admin:__probe": crashed });
    await assert.rejects(probeRole(caller), localCode("serverCrashed"));
  });
});
