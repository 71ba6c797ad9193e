import { readFileSync, readdirSync } from 'node:fs';
import { beforeAll, expect, it, jest } from '@jest/globals';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { fromRoot } from '#platform/project-root';
import { workflowBundle } from './testing/bundle.ts';
import { historyFromText } from './testing/history-text.ts';
import { workflowIds } from './messages.ts';

jest.setTimeout(120_000);
const folder = fromRoot('workflows/histories');
const names = readdirSync(folder).map((file) => file.replace('.json', ''));
let bundle: { code: string };
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });
  bundle = await workflowBundle();
}, 120_000);

it('has a history of each workflow', () => {
  expect(names.sort()).toEqual(Object.keys(workflowIds).sort());
});

// A history that no longer replays is a running case that would stop at the next release.
it.each(names)('replays the stored history of %s', async (name) => {
  const history = historyFromText(readFileSync(`${folder}/${name}.json`, 'utf8'));
  await Worker.runReplayHistory({ workflowBundle: bundle }, history);
});

it('notices a workflow that would do something else than its history', async () => {
  const text = readFileSync(`${folder}/submission.json`, 'utf8').replaceAll('checkAttachments', 'anotherActivity');
  await expect(Worker.runReplayHistory({ workflowBundle: bundle }, historyFromText(text))).rejects.toThrow(
    /nondeterminism/i,
  );
});
