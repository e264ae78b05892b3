/** Loaded when it is first wanted. A load that failed is tried again at the next use. */
export class Lazy<T> {
  #loading: Promise<T> | undefined;

  constructor(private readonly load: () => Promise<T>) {}

  /** Undefined until it is wanted, and after a failure. */
  get loading(): Promise<T> | undefined {
    return this.#loading;
  }

  get(): Promise<T> {
    this.#loading ??= this.load().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }
}
