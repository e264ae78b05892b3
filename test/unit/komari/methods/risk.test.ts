import assert from "node:assert/strict";
import { guessRisk, namespaceOf, roleOf } from "../../../../src/komari/methods/risk";
import { type MethodRole, type Risk } from "../../../../src/shared/call/methodSpec";

describe("namespaceOf", () => {
  it("is what stands before the colon, or rpc", () => {
    const namespaces = ["common:getNodes", "rpc.ping", "ping", "my.plugin:a:b", ":odd"];
    assert.deepEqual(namespaces.map(namespaceOf), ["common", "rpc", "", "my.plugin", ""]);
  });
});

describe("roleOf", () => {
  const roles: Readonly<Record<string, MethodRole>> = {
    "common:getNodes": "guest",
    "public:getMe": "guest",
    "guest:hello": "guest",
    "rpc.help": "guest",
    pluginMethod: "guest",
    "client:taskResult": "client",
    "admin:getLogs": "admin",
    "plugin:hello": "admin",
    "Common:getNodes": "admin",
  };
  for (const [method, role] of Object.entries(roles)) {
    it(`says ${role} of ${method}`, () => assert.equal(roleOf(method), role));
  }
});

describe("guessRisk", () => {
  const risks: Readonly<Record<string, Risk>> = {
    "common:getWeather": "read",
    listCats: "read",
    "public:list_cats": "read",
    "rpc.status": "read",
    // Who may read more than guests may is shown more.
    "admin:getWeather": "secrets",
    "weather:find-city": "secrets",
    "client:getConfig": "secrets",
    "public:getApiKey": "secrets",
    "guest:listTokens": "secrets",
    // Nothing says that it only reads.
    "common:weather": "write",
    "admin:setWeather": "write",
    "weather:getaway": "write",
    "weather:": "write",
    "": "write",
    "admin:deleteCats": "destructive",
    "cats:clear_all": "destructive",
    "public:getAndReset": "destructive",
    restartServer: "destructive",
    "admin:dbExec": "execute",
    "tools:runShell": "execute",
    "tools:sendCommand": "execute",
    "public:querySQL": "execute",
    "common:evalScript": "execute",
    "admin:getTerminalTheme": "secrets",
    // The verb may stand behind what it is about.
    "public:fileList": "read",
    "public:file_list": "read",
    "public:FILE_STAT": "read",
    "public:fileListRoots": "read",
    "public:nodeSearch": "read",
    "public:catsGet": "read",
    "admin:fileList": "secrets",
    "admin:fileSearch": "secrets",
    "admin:backupList": "secrets",
    "admin:fileDelete": "destructive",
    "admin:file_delete": "destructive",
    "admin:listAndDeleteFiles": "destructive",
    "admin:filedelete": "destructive",
    "admin:diskFormat": "destructive",
    "admin:nodeForget": "destructive",
    "admin:trashEmpty": "destructive",
    "admin:taskAbort": "destructive",
    "admin:sessionsInvalidate": "destructive",
    "public:nodeInformation": "write",
    "admin:deleteall": "destructive",
    "admin:fileExec": "execute",
    "admin:fileMkdir": "write",
    "admin:fileChown": "write",
    "admin:fileCopy": "write",
    "admin:fileMove": "write",
    // A plugin's own path has no say, unless it does harm.
    "plugin:files.list": "secrets",
    "plugin:foo.bar": "write",
    "plugin:frobnicator.get_item": "secrets",
    "plugin:get.setItem": "write",
    "plugin:list.wipe": "destructive",
    "plugin:foo/listItems": "secrets",
    // Nobody knows whether these are nouns.
    "public:shuffleList": "write",
    "public:frobnicateStatus": "write",
    "public:weatherList": "write",
    // Another verb behind it may do more than read.
    "public:getAndSet": "write",
    "public:getOrCreateCat": "write",
    "public:listThenFrobnicate": "write",
    "public:findReplace": "write",
    "public:readWriteFile": "write",
    "public:getCpuAndMemory": "read",
    "public:getUpdateStatus": "read",
    "public:listImportJobs": "write",
    // A query of a database may change it.
    "admin:dbQuery": "write",
    // Other forms of a verb are no order.
    "public:listDeletedCats": "read",
    "public:getInstallations": "read",
    "public:listDeployments": "read",
    // Software of another version is code of another version.
    "admin:upgradeAgents": "execute",
    "admin:agentInstall": "execute",
    "plugin:shop.deploy": "execute",
  };
  for (const [method, risk] of Object.entries(risks)) {
    it(`says ${risk} of "${method}"`, () => assert.equal(guessRisk(method), risk));
  }
});
