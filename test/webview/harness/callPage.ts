import { type Locator } from "playwright-core";
import {
  callApi,
  type CallApi,
  type CallRequest,
  type CallSetup,
  type ServerRow,
} from "../../../src/shared/call/callApi";
import { type OutgoingMessage } from "../../../src/shared/ipc";
import { eventually } from "../../e2e/harness/eventually";
import { callSetup } from "./callData";
import { openPage, type PageOptions, type Tab, WebviewPage } from "./webviewPage";

export interface CallPageOptions extends PageOptions {
  readonly setup?: CallSetup;
}

/** The page of a panel that calls a method in a browser, and the host that it talks to. */
export class CallPage extends WebviewPage<CallApi> {
  constructor(
    tab: Tab,
    private readonly options: CallPageOptions,
  ) {
    super(tab, callApi, options.onRequest);
  }

  get setup(): CallSetup {
    return this.options.setup ?? callSetup();
  }

  /** A parameter with all that belongs to it. */
  field(name: string): Locator {
    return this.page.getByRole("group", { name, exact: true });
  }

  /** Where a parameter is typed. */
  text(name: string): Locator {
    return this.page.getByRole("textbox", { name, exact: true });
  }

  choice(name: string): Locator {
    return this.page.getByRole("combobox", { name, exact: true });
  }

  /** Whether a parameter is sent. */
  sends(name: string): Locator {
    return this.page.getByRole("checkbox", { name: `Send ${name}`, exact: true });
  }

  /** The JSON pane beside the form. */
  get json(): Locator {
    return this.text("Parameters as JSON");
  }

  /** The switch in the menu between parameters by name and by position. */
  async positional(): Promise<Locator> {
    await this.button("More").click();
    return this.page.getByRole("checkbox", { name: /by position/ });
  }

  /** Presses Send and waits for the message to the host. */
  async send(): Promise<CallRequest> {
    const before = this.paramsOf("send").length;
    await this.button(/^Send…?$/).click();
    return this.sentAfter(before);
  }

  /** The request that is sent after so many others. */
  sentAfter(before: number): Promise<CallRequest> {
    return eventually(() => {
      const request = this.paramsOf("send")[before];
      if (request === undefined) throw new Error("nothing has been sent");
      return request;
    });
  }

  /** As the host reports a call to these servers. */
  async notifyRows(id: number, rows: readonly ServerRow[]): Promise<void> {
    await this.notify("serversStarted", { id, servers: rows.map(({ server }) => server) });
    for (const [index, row] of rows.entries())
      if (row.state !== "running") await this.notify("serverRow", { id, index, row });
  }

  async shown(): Promise<void> {
    await this.page.locator(".panel").waitFor();
    await this.settled();
  }

  /** The toolkit draws in the next frames. */
  async settled(): Promise<void> {
    await this.page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await frame();
      await frame();
      await frame();
    });
  }

  protected async respond({ method }: OutgoingMessage): Promise<void> {
    if (method === callApi.ready.method) await this.notify("setup", this.setup);
  }
}

/** A page wide enough for the JSON beside the form, and for the response beside both. */
export function openWideCallPage(setup: CallSetup): Promise<CallPage> {
  const kept = { version: 1, key: setup.key, call: { formWidth: 900 } };
  return openCallPage({ setup, width: 1300, kept });
}

export function openCallPage(options: CallPageOptions = {}): Promise<CallPage> {
  return openPage("call", options, (tab) => new CallPage(tab, options));
}
