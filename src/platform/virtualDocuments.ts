import * as l10n from "@vscode/l10n";
import {
  EventEmitter,
  TabInputText,
  TabInputTextDiff,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from "vscode";
import { type Disposable, DisposableStore } from "../util/disposable";

const scheme = "komari";

type Content = () => string | Promise<string>;

/**
 * Documents that are read and never written, for as long as a tab shows them. VS Code takes the
 * language from the name.
 */
export class VirtualDocuments implements TextDocumentContentProvider, Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<Uri>());
  readonly #contents = new Map<string, Content>();
  #lastKey = 0;

  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#disposables.add(workspace.registerTextDocumentContentProvider(scheme, this));
    this.#disposables.add(
      window.tabGroups.onDidChangeTabs(({ closed }) => {
        if (closed.length > 0) this.#releaseClosed(closed.flatMap(({ input }) => shownIn(input)));
      }),
    );
  }

  /**
   * A document to be shown at once.
   * @param name a file's name: safe, with its extension.
   * @param key with the same name: the same document, with new content. Without, each is another one.
   */
  add(name: string, content: Content, key = `new${++this.#lastKey}`): Uri {
    const uri = Uri.from({ scheme, path: `/${name}`, query: key });
    this.#contents.set(uri.toString(), content);
    // VS Code may still have it from before.
    this.#changed.fire(uri);
    return uri;
  }

  /** A tab that VS Code restored has no content: it shows the error instead. */
  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const content = this.#contents.get(uri.toString());
    if (content === undefined)
      throw new Error(l10n.t("This response is no longer available. Send the request again."));
    return content();
  }

  dispose(): void {
    this.#disposables.dispose();
    this.#contents.clear();
  }

  /** A document that has been closed in one tab may still be open in another. */
  #releaseClosed(closed: readonly Uri[]): void {
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    const open = new Set(tabs.flatMap(({ input }) => shownIn(input)).map(String));
    for (const uri of closed.map(String)) if (!open.has(uri)) this.#contents.delete(uri);
  }
}

function shownIn(input: unknown): readonly Uri[] {
  if (input instanceof TabInputText) return [input.uri];
  if (input instanceof TabInputTextDiff) return [input.original, input.modified];
  return [];
}
