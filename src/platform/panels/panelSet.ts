import { type Disposable, DisposableStore, disposeAll } from "../../util/disposable";
import { Emitter } from "../../util/emitter";
import { type PanelFrame, type PanelPage, type PanelTab } from "./panelTab";
import { Visibility, type VisibilitySource } from "./visibility";

/** What a feature's panels are. A subject is what one of them shows, such as a node. */
export interface PanelSetOptions<Subject, Content> {
  readonly page: PanelPage;
  readonly openTab: (page: PanelPage, title: string, preserveFocus: boolean) => PanelTab;
  /** Equal for equal subjects: there is one panel for each. */
  readonly keyOf: (subject: Subject) => string;
  /** Untrusted text. @param state see `create`. */
  readonly titleOf: (subject: Subject, state: unknown) => string;
  /** The ids of the servers that the subject is of. */
  readonly serversOf: (subject: Subject) => readonly string[];
  readonly hasServer: (id: string) => boolean;
  /** The subject in the state of a restored page, which is untrusted; undefined: there is none. */
  readonly subjectIn: (state: unknown) => Subject | undefined;
  /**
   * The host side of one panel. The page is loaded afterwards, so that no message of it is missed.
   * @param state of the page that VS Code restores; undefined: the panel is new.
   */
  readonly create: (subject: Subject, frame: PanelFrame, state: unknown) => Content;
}

export interface OpenPanel<Subject, Content> {
  readonly tab: PanelTab;
  readonly subject: Subject;
  readonly content: Content;
}

/** The open panels of a feature. */
export class PanelSet<Subject, Content extends Disposable> implements VisibilitySource, Disposable {
  readonly #disposables = new DisposableStore();
  readonly #visibility = this.#disposables.add(new Visibility());
  readonly #changed = this.#disposables.add(new Emitter<undefined>());
  readonly #open = new Map<PanelTab, OpenPanel<Subject, Content>>();

  readonly onDidChangeVisibility = this.#visibility.onDidChangeVisibility;

  /** Fires when a panel was opened, closed, shown, hidden, activated or given another subject. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly options: PanelSetOptions<Subject, Content>) {}

  /** Whether any panel is visible. */
  get visible(): boolean {
    return this.#visibility.visible;
  }

  get all(): readonly OpenPanel<Subject, Content>[] {
    return [...this.#open.values()];
  }

  get active(): OpenPanel<Subject, Content> | undefined {
    return this.all.find(({ tab }) => tab.active);
  }

  find(subject: Subject): OpenPanel<Subject, Content> | undefined {
    const { keyOf } = this.options;
    return this.all.find((open) => keyOf(open.subject) === keyOf(subject));
  }

  /** Reveals the panel of the subject, or opens it. */
  open(subject: Subject, preserveFocus = false): OpenPanel<Subject, Content> {
    const known = this.find(subject);
    known?.tab.reveal(preserveFocus);
    if (known !== undefined) return known;
    const { page, openTab, titleOf } = this.options;
    return this.#fill(openTab(page, titleOf(subject, undefined), preserveFocus), subject);
  }

  /**
   * Fills a tab that was open before the window was reloaded. It is closed if it has no subject, if that is
   * open already, or if its servers are gone, such as that of a demo.
   */
  restore(tab: PanelTab, state: unknown): void {
    const { subjectIn, serversOf, hasServer } = this.options;
    const subject = subjectIn(state);
    const isShown = subject !== undefined && serversOf(subject).some(hasServer);
    if (isShown && this.find(subject) === undefined) this.#fill(tab, subject, state);
    else tab.dispose();
  }

  /** Shows another subject in a panel; its page stays. */
  replace({ tab, content }: OpenPanel<Subject, Content>, subject: Subject) {
    content.dispose();
    this.#open.delete(tab);
    tab.setTitle(this.options.titleOf(subject, undefined));
    return this.#put(tab, subject, undefined);
  }

  /** Loads the page of a panel again. */
  reload({ tab }: OpenPanel<Subject, Content>): void {
    tab.load(this.options.page);
  }

  /** Closes the panels that are of this server alone. */
  closeServer(serverId: string): void {
    const { serversOf } = this.options;
    const ofServer = this.all.filter(({ subject }) =>
      serversOf(subject).every((id) => id === serverId),
    );
    disposeAll(ofServer.map(({ tab }) => tab));
  }

  /** Keeps the tabs open: VS Code restores them when the window is reloaded. */
  dispose(): void {
    disposeAll([...this.all.map(({ content }) => content), this.#disposables]);
  }

  #fill(tab: PanelTab, subject: Subject, state?: unknown): OpenPanel<Subject, Content> {
    tab.setTitle(this.options.titleOf(subject, state));
    const open = this.#put(tab, subject, state);
    tab.onDidChangeState(() => this.#update());
    tab.onDidDispose(() => {
      const closed = this.#open.get(tab);
      this.#open.delete(tab);
      closed?.content.dispose();
      this.#update();
    });
    tab.load(this.options.page);
    return open;
  }

  #put(tab: PanelTab, subject: Subject, state: unknown): OpenPanel<Subject, Content> {
    const open = { tab, subject, content: this.options.create(subject, tab, state) };
    this.#open.set(tab, open);
    this.#update();
    return open;
  }

  #update(): void {
    this.#visibility.set(this.all.some(({ tab }) => tab.visible));
    this.#changed.fire(undefined);
  }
}
