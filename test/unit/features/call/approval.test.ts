import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import {
  approvalNotice,
  approvalQuestion,
  withApproval,
} from "../../../../src/features/call/approval";

const method = "admin:setPluginEnabled";

describe("approvalNotice", () => {
  it("says that the plugin was not enabled if it requests more permissions", () => {
    assert.match(
      approvalNotice(method, '{"requires_approval":true}') ?? "",
      /plugin was not enabled/,
    );
  });

  it("is undefined for other results and methods", () => {
    for (const result of ["null", "true", '{"requires_approval":false}', "[]", "{broken", ""]) {
      assert.equal(approvalNotice(method, result), undefined, result);
    }
    assert.equal(approvalNotice("demo:enable", '{"requires_approval":true}'), undefined);
  });
});

describe("approved", () => {
  it("adds the approval to the parameters, overriding an existing one", () => {
    assert.equal(withApproval('{ "short": "a" }'), '{"short":"a","approved":true}');
    const again: unknown = JSON.parse(withApproval('{"short":"a","approved":false}'));
    assert.deepEqual(again, { short: "a", approved: true });
    assert.equal(withApproval(undefined), '{"approved":true}');
  });
});

describe("approvalQuestion", () => {
  const plugins = Buffer.from(
    JSON.stringify([
      { short: "b", permissions: { allowListen: true } },
      {
        short: "a",
        permissions: {
          node: true,
          allowExec: true,
          allowHooks: false,
          timeout: 5,
          "new\nPower": true,
        },
      },
    ]),
  );

  it("names the plugin, the server and what the plugin requests, and no more", () => {
    const { text, detail } = approvalQuestion("Alpha", '{"short":"a"}', plugins);
    assert.equal(text, "Grant a the permissions it requests on Alpha?");
    assert.deepEqual(detail.split("\n"), ["• Run programs on the server", "• new Power"]);
  });

  it("asks even if the requested permissions are unknown", () => {
    for (const unknown of [undefined, Buffer.from("{"), Buffer.from("[]")]) {
      const { detail } = approvalQuestion("Alpha", '{"short":"a"}', unknown);
      assert.match(detail, /could not be read/);
    }
  });
});
