import assert from "node:assert/strict";
import {
  type MethodOffer,
  type PickerItem,
  pickMethod,
} from "../../../../../src/features/methods/picker/pickMethod";
import { Emitter } from "../../../../../src/util/emitter";
import { buildMethodSpec, createMethodsState } from "../../../../builders/methods";
import { fakeButton } from "../../../../builders/quickInputButton";
import { FakeQuickPick } from "../../servers/fakeQuickInputs";

const getMe = buildMethodSpec("common:getMe");
const getNodes = buildMethodSpec("common:getNodes");
const ping = buildMethodSpec("rpc.ping");

/** An open picker: `become` changes what is offered, `picked` is what comes of it. */
function openPicker(first: Partial<MethodOffer> = {}) {
  let offer: MethodOffer = {
    methods: [getMe, getNodes, ping],
    role: "admin",
    loading: false,
    message: undefined,
    ...first,
  };
  const changed = new Emitter<undefined>();
  const { state, stored } = createMethodsState();
  const pick = new FakeQuickPick<PickerItem>(() => undefined);
  const picked = pickMethod({
    parts: {
      createQuickPick: () => pick,
      button: fakeButton,
      heading: (label) => ({ label: `— ${label}` }),
    },
    title: "Call Method",
    state,
    onDidChange: changed.event,
    offer: () => offer,
  });
  const become = (next: Partial<MethodOffer>) => {
    offer = { ...offer, ...next };
    changed.fire(undefined);
  };
  return { pick, picked, become, state, stored };
}

describe("pickMethod", () => {
  it("gives the full name of what was picked, and goes away", async () => {
    const { pick, picked } = openPicker();
    await pick.choose("getNodes");
    assert.equal(await picked, "common:getNodes");
    assert.ok(pick.disposed);
  });

  it("gives nothing when it is left", async () => {
    const { pick, picked } = openPicker();
    pick.hide();
    assert.equal(await picked, undefined);
  });

  it("finds by description too", () => {
    const { pick } = openPicker();
    assert.ok(pick.matchOnDescription);
  });

  it("opens with what is known, and takes in more without losing what was typed", async () => {
    const { pick, picked, become } = openPicker({ methods: [getNodes], loading: true });
    assert.ok(pick.busy);
    pick.type("get");
    pick.moveTo("getNodes");
    become({ methods: [getMe, getNodes], loading: false });
    assert.ok(!pick.busy);
    assert.equal(pick.value, "get");
    assert.deepEqual(pick.labels, ["— common", "$(eye) common:getMe", "$(eye) common:getNodes"]);
    assert.deepEqual(pick.activeItems, [pick.find("getNodes")]);
    pick.accept();
    assert.equal(await picked, "common:getNodes");
  });

  it("says when nothing matches, until something does", async () => {
    const { pick, picked } = openPicker();
    const all = pick.labels;
    pick.type("zzz");
    pick.moveTo();
    assert.deepEqual(pick.labels, [...all, "No matching methods."]);
    assert.equal(pick.find("No matching").alwaysShow, true);
    pick.moveTo("No matching");
    pick.accept();
    pick.type("get");
    pick.moveTo("getNodes");
    assert.deepEqual(pick.labels, all);
    pick.accept();
    assert.equal(await picked, "common:getNodes");
  });

  it("leaves the cursor to VS Code until somebody moves it after typing", () => {
    const { pick, become } = openPicker({ methods: [getMe, getNodes], loading: true });
    // What was typed may be on its way while the cursor is still told to be on the first row.
    pick.moveTo("getMe");
    const first = pick.activeItems;
    become({ methods: [getMe, getNodes, ping] });
    assert.equal(pick.activeItems, first);
    pick.moveTo("getNodes");
    pick.type("ping");
    const before = pick.activeItems;
    become({
      loading: false,
      methods: [getMe, ping, getNodes, buildMethodSpec("common:getVersion")],
    });
    assert.equal(pick.activeItems, before);
  });

  it("leaves the rows alone when they are the same", () => {
    const { pick, become } = openPicker({ loading: true });
    const { items } = pick;
    become({ loading: false });
    assert.equal(pick.items, items);
  });

  it("says why there is nothing, and what to do when there is something", () => {
    const { pick, become } = openPicker({ methods: [], message: "Home cannot be reached." });
    assert.equal(pick.placeholder, "Home cannot be reached.");
    become({ methods: [getMe], message: undefined });
    assert.equal(pick.placeholder, "Select a method to call");
  });

  it("picks no heading", async () => {
    const { pick, picked } = openPicker();
    pick.activeItems = [pick.find("— common")];
    pick.accept();
    pick.hide();
    assert.equal(await picked, undefined);
  });

  it("shows internal methods by a button of the title, and remembers that", () => {
    const { pick, stored } = openPicker();
    const [hide] = pick.buttons;
    assert(hide !== undefined);
    pick.press(hide);
    assert.ok(!pick.labels.includes("$(eye) rpc.ping"));
    const [button] = pick.buttons;
    assert.equal(button?.tooltip, "Show Internal Methods");
    pick.press(button);
    assert.ok(pick.labels.includes("$(eye) rpc.ping"));
    assert.equal(pick.buttons[0]?.tooltip, "Hide Internal Methods");
    assert.equal(stored.choices.value.internal, true);
  });

  it("makes favorites by a button of the row, on which the cursor stays", () => {
    const { pick, stored } = openPicker();
    pick.activeItems = [pick.find("getNodes")];
    pick.pressOn("getNodes");
    assert.deepEqual(stored.favorites.value, ["common:getNodes"]);
    assert.equal(pick.labels[0], "— Favorites");
    assert.deepEqual(pick.activeItems, [pick.find("getNodes")]);
    pick.pressOn("getNodes");
    assert.deepEqual(stored.favorites.value, []);
  });
});
