/** Something of the user's that VS Code or the file system has refused to write. */
type Written = "settings" | "state" | "file";

/** A refused write. The words of `cause`, which is the error of whoever refused, are for the user too. */
export class WriteError extends Error {
  override readonly name = "WriteError";
  constructor(
    readonly what: Written,
    cause: unknown,
  ) {
    super(`writing failed: ${what}`, { cause });
  }
}

/** Rejects with a WriteError if `write` throws or rejects. */
export async function writing<T>(what: Written, write: () => PromiseLike<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw new WriteError(what, error);
  }
}
