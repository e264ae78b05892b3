import assert from "node:assert/strict";
import {
  type MethodPickerState,
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

/** An open picker: `become` changes its methods, `picked` is its result. */
function openPicker(first: Partial<MethodPickerState> = {}) {
  let pickerState: MethodPickerState = {
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
    pickerState: () => pickerState,
  });
  const become = (next: Partial<MethodPickerState>) => {
    pickerState = { ...pickerState, ...next };
    changed.fire(undefined);
  };
  return { pick, picked, become, state, stored };
}

describe("pickMethod", () => {
  it("resolves with the full name of the picked method, and closes", async () => {
    const { pick, picked } = openPicker();
    await pick.choose("getNodes");
    assert.equal(await picked, "common:getNodes");
    assert.ok(pick.disposed);
  });

  it("resolves with undefined if cancelled", async () => {
    const { pick, picked } = openPicker();
    pick.hide();
    assert.equal(await picked, undefined);
  });

  it("matches descriptions too", () => {
    const { pick } = openPicker();
    assert.ok(pick.matchOnDescription);
  });

  it("opens with the known methods, and updates without losing the typed text", async () => {
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

  it("shows a row while no method matches", async () => {
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

  it("leaves the active row to VS Code until the user moves it after typing", () => {
    const { pick, become } = openPicker({ methods: [getMe, getNodes], loading: true });
    // The typed text may be pending while the first row is still reported as active.
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

  it("does not update unchanged rows", () => {
    const { pick, become } = openPicker({ loading: true });
    const { items } = pick;
    become({ loading: false });
    assert.equal(pick.items, items);
  });

  it("shows the state of the server as placeholder, or the prompt if there is none", () => {
    const { pick, become } = openPicker({ methods: [], message: "Home cannot be reached." });
    assert.equal(pick.placeholder, "Home cannot be reached.");
    become({ methods: [getMe], message: undefined });
    assert.equal(pick.placeholder, "Select a method to call");
  });

  it("does not resolve with a heading", async () => {
    const { pick, picked } = openPicker();
    pick.activeItems = [pick.find("— common")];
    pick.accept();
    pick.hide();
    assert.equal(await picked, undefined);
  });

  it("hides internal methods until a title button is pressed, and stores the choice", () => {
    const { pick, stored } = openPicker();
    assert.ok(!pick.labels.includes("$(eye) rpc.ping"));
    const [button] = pick.buttons;
    assert.equal(button?.tooltip, "Show Internal Methods");
    pick.press(button);
    assert.ok(pick.labels.includes("$(eye) rpc.ping"));
    assert.equal(pick.buttons[0]?.tooltip, "Hide Internal Methods");
    assert.equal(stored.choices.value.internal, true);
  });

  it("toggles favorites by a row button, and keeps the active row", () => {
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
