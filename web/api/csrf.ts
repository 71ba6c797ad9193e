let token: string | null = null;

/** The session's token, sent with each write; the session query sets it after every read. */
export const csrf = {
  get: (): string | null => token,
  set: (next: string | null): void => {
    token = next;
  },
};
