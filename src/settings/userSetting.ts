/** The user's own value of a setting, free of defaults: what may be written back. */
export interface UserSetting {
  read(): unknown;
  write(value: unknown): Promise<void>;
}
