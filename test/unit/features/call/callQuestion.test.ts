import assert from "node:assert/strict";
import { clearanceOf } from "../../../../src/features/call/clearance";
import { createMethodSpec } from "../../../../src/komari/methods/createMethodSpec";

const ping = { latest: 1, average: 1, loss: 0 };
const names = ["web-01", "web-02", "web-03", "web-04", "web-05"];
const uuids = names.map((_, index) => `u-${index + 1}`);
const home = {
  nodes: new Map(names.map((name, index) => [`u-${index + 1}`, { name }])),
  status: () => ({ ping: [{ ...ping, taskId: 7, name: "Telecom" }] }),
};

function ask(method: string, params: unknown, servers = ["Home"]) {
  const clearance = clearanceOf(createMethodSpec(method, undefined), {
    servers,
    readOnly: [],
    attended: true,
    params: JSON.stringify(params),
    target: servers.length === 1 ? home : undefined,
  });
  assert(clearance.kind === "ask");
  return clearance.question;
}

describe("callQuestion", () => {
  it("names the command and the nodes that it runs on", () => {
    const one = ask("admin:exec", { command: "uptime", clients: ["u-1"] });
    assert.deepEqual([one.text, one.yes], ["Run `uptime` on web-01?", "Run on 1 Node"]);
    const five = ask("admin:exec", { command: "uptime", clients: uuids });
    assert.equal(five.text, "Run `uptime` on web-01, web-02 and 3 more?");
    assert.equal(five.yes, "Run on 5 Nodes");
    assert.match(five.detail, /Server: Home\nNodes: web-01, web-02, web-03, web-04, web-05$/);
  });

  it("names nodes with parameters by position, each once, and unknown ones by UUID", () => {
    const question = ask("admin:exec", ["uptime", ["u-2", "u-2", "gone"]]);
    assert.equal(question.text, "Run `uptime` on web-02 and gone?");
    assert.equal(question.yes, "Run on 2 Nodes");
  });

  it("names at most 12 nodes in the detail", () => {
    const clients = Array.from({ length: 40 }, (_, index) => `x-${index}`);
    assert.match(ask("admin:exec", { command: "a", clients }).detail, /x-11 and 28 more$/);
  });

  it("shows a long or multi-line command on one line, and in full in the detail", () => {
    const question = ask("admin:exec", { command: "cd /\nrm -rf x", clients: ["u-1"] });
    assert.equal(question.text, "Run `cd / rm -rf x` on web-01?");
    assert.match(question.detail, /cd \/\nrm -rf x/);
    const long = ask("admin:exec", { command: "a".repeat(300), clients: ["u-1"] });
    assert.ok(long.text.length < 140 && long.detail.includes("a".repeat(300)));
  });

  it("names a node, ping tasks or a file that is deleted", () => {
    const node = ask("admin:removeClient", { uuid: "u-5" });
    assert.deepEqual([node.text, node.yes], ["Delete node web-05 from Home?", "Delete Node"]);
    const task = ask("admin:deletePingTask", { id: [7] });
    assert.deepEqual(
      [task.text, task.yes],
      ["Delete ping task Telecom from Home?", "Delete Ping Task"],
    );
    const tasks = ask("admin:deletePingTask", { id: [7, 8] });
    assert.deepEqual(
      [tasks.text, tasks.yes],
      ["Delete ping tasks Telecom and 8 from Home?", "Delete 2 Ping Tasks"],
    );
    const file = ask("admin:fileDelete", { uuid: "u-1", path: "/var/log" });
    assert.deepEqual([file.text, file.yes], ["Delete /var/log on web-01?", "Delete"]);
  });

  it("asks plainly if the parameters do not say what is done, or to what", () => {
    const plain = "Call admin:exec on Home?";
    for (const params of [
      { command: "uptime", clients: [] },
      { clients: ["u-1"] },
      { command: 5, clients: ["u-1"] },
      { command: "uptime", Command: "rm -rf /", clients: ["u-1"] },
    ]) {
      assert.equal(ask("admin:exec", params).text, plain);
    }
    assert.equal(ask("admin:removeClient", { uuid: "" }).text, "Call admin:removeClient on Home?");
  });

  it("names the servers if there are several, whose nodes differ", () => {
    const params = { command: "uptime", clients: ["u-1"] };
    const { text, detail } = ask("admin:exec", params, ["Home", "Lab"]);
    assert.equal(text, "Call admin:exec on Home, Lab?");
    assert.match(detail, /Nodes: u-1$/);
  });
});
