import type { Adapter, AdapterPayload } from 'oidc-provider';
import { stateFile } from '../state-file.ts';

type Stored = { payload: AdapterPayload; expiresAt: number };
type Records = { records: Record<string, Stored> };

/** What the provider remembers (sessions, codes, grants), in a file: a restart of it ends nobody's sign-in. */
export const fileAdapter = (path: string): ((model: string) => Adapter) => {
  const { state, save } = stateFile<Records>(path, { records: {} });
  const prune = () => {
    for (const [key, { expiresAt }] of Object.entries(state.records)) {
      if (expiresAt < Date.now()) delete state.records[key];
    }
  };
  return (model) => {
    const read = (id: string) => state.records[`${model}:${id}`]?.payload;
    const search = (field: 'uid' | 'userCode', value: string) =>
      Object.entries(state.records).find(
        ([key, { payload }]) => key.startsWith(`${model}:`) && payload[field] === value,
      )?.[1].payload;
    const write = (change: () => void): Promise<void> => {
      change();
      prune();
      save();
      return Promise.resolve();
    };
    return {
      upsert: (id, payload, seconds = 3600) =>
        write(() => (state.records[`${model}:${id}`] = { payload, expiresAt: Date.now() + seconds * 1000 })),
      find: (id) => Promise.resolve(read(id)),
      findByUid: (uid) => Promise.resolve(search('uid', uid)),
      findByUserCode: (code) => Promise.resolve(search('userCode', code)),
      consume: (id) =>
        write(() => {
          const payload = read(id);
          if (payload) payload.consumed = Math.floor(Date.now() / 1000);
        }),
      destroy: (id) => write(() => delete state.records[`${model}:${id}`]),
      revokeByGrantId: (grantId) =>
        write(() => {
          for (const [key, { payload }] of Object.entries(state.records)) {
            if (payload.grantId === grantId) delete state.records[key];
          }
        }),
    };
  };
};
