import assert from "node:assert/strict";
import { Diagnosis } from "../../../src/komari/diagnosis";
import { problemOf } from "../../../src/komari/problem";
import { RpcLocalError } from "../../../src/rpc/errors";
import { anEndpoint } from "../../builders/rpcEndpoint";

const guest = { kind: "guest" } as const;
const failure = new RpcLocalError("notRpcEndpoint", "HTTP 404");
const problem = problemOf(failure, guest);
const tooOld = { code: "tooOld", detail: "Komari without RPC2" } as const;

function find(diagnosis: Diagnosis, signal = new AbortController().signal) {
  return diagnosis.find(anEndpoint("http://home.example"), guest, failure, signal);
}

describe("Diagnosis", () => {
  it("knows the cause of a failure once it was found out, until it is forgotten", async () => {
    const diagnosis = new Diagnosis(() => Promise.resolve(tooOld));
    assert.equal(diagnosis.known(problem), undefined);
    assert.equal(await find(diagnosis), tooOld);
    assert.equal(diagnosis.known(problem), tooOld);
    const other = problemOf(new RpcLocalError("notRpcEndpoint", "HTTP 405"), guest);
    assert.equal(diagnosis.known(other), undefined);
    diagnosis.forget();
    assert.equal(diagnosis.known(problem), undefined);
  });

  it("has the present failure where there is no more to say", async () => {
    const diagnosis = new Diagnosis(() => Promise.resolve({ ...problem }));
    await find(diagnosis);
    assert.equal(diagnosis.known(problem), problem);
    const timeout = problemOf(new RpcLocalError("timeout", "late"), guest);
    assert.equal(diagnosis.known(timeout), timeout);
  });

  it("learns nothing from what was given up", async () => {
    const diagnosis = new Diagnosis(() => Promise.resolve(tooOld));
    await find(diagnosis, AbortSignal.abort());
    assert.equal(diagnosis.known(problem), undefined);
  });
});
