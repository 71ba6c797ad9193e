import { writeFile } from 'node:fs/promises';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { fromRoot } from '#platform/project-root';

/** All workflows as one file, so that the worker needs no bundler when it starts. Runs on the compiled rooms. */
const { code } = await bundleWorkflowCode({
  workflowsPath: fromRoot('dist/workflows/index.js'),
  logger: new DefaultLogger('WARN'),
  webpackConfigHook: (config) => ({
    ...config,
    resolve: { ...config.resolve, conditionNames: ['production', 'import', 'module', 'require', 'default'] },
  }),
});
await writeFile(fromRoot('dist/workflow-bundle.js'), code);
