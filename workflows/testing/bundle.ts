import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';
import { fromRoot } from '#platform/project-root';

const rooms = ['workflows', 'engine', 'domain', 'forms'];

/** Names the sources of the workflows as they are, so that test files share one bundle and never an old one. */
const fingerprint = (): string => {
  const hash = createHash('sha256').update(readFileSync(fromRoot('package-lock.json')));
  for (const room of rooms) {
    const files = readdirSync(fromRoot(room), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
    );
    for (const name of files.sort()) hash.update(name).update(readFileSync(fromRoot(join(room, name))));
  }
  return hash.digest('hex').slice(0, 24);
};

/** The workflows as one text, from their TypeScript sources. */
export const workflowBundle = async (): Promise<{ code: string }> => {
  const folder = fromRoot('node_modules/.cache/e-urzad');
  const path = join(folder, `workflows-${fingerprint()}.js`);
  if (!existsSync(path)) {
    const { code } = await bundleWorkflowCode({
      workflowsPath: fromRoot('workflows/index.ts'),
      logger: new DefaultLogger('WARN'),
    });
    mkdirSync(folder, { recursive: true });
    // Two test files may come here at once: each writes beside, and the last rename wins with the same text.
    writeFileSync(`${path}.${process.pid}`, code);
    renameSync(`${path}.${process.pid}`, path);
  }
  return { code: readFileSync(path, 'utf8') };
};
