import assert from "node:assert/strict";
import { OriginChoice } from "../../../src/rpc/originChoice";
import { anEndpoint } from "../../builders/rpcEndpoint";

const withPort = "http://home.example:8080";
const withoutPort = "http://home.example";

describe("OriginChoice", () => {
  it("begins with the Origin that was accepted", () => {
    const choice = new OriginChoice(anEndpoint(withPort));
    assert.deepEqual(choice.next(), [withPort, withoutPort]);
    choice.accepted(withoutPort);
    assert.deepEqual(choice.next(), [withoutPort, withPort]);
  });

  it("has one in place of all at every other attempt while all are refused", () => {
    const choice = new OriginChoice(anEndpoint(withPort));
    const counts = [1, 2, 3, 4].map(() => {
      const origins = choice.next();
      choice.refused(origins);
      return origins.length;
    });
    assert.deepEqual(counts, [2, 1, 2, 1]);
  });
});
