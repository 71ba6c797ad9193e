import type { NativeConnection } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import { signsOfLife } from './signs-of-life.ts';
import type { Activities } from './index.ts';

/** Compiled workflows, or their source for development and tests. */
export type WorkflowCode =
  { workflowBundle: { codePath: string } } | { workflowBundle: { code: string } } | { workflowsPath: string };

type WorkerInput = {
  connection: NativeConnection;
  namespace: string;
  taskQueue: string;
  activities: Activities;
  code: WorkflowCode;
};

/** The worker of the office: all workflows and activities on one queue. */
export const officeWorker = ({ connection, namespace, taskQueue, activities, code }: WorkerInput): Promise<Worker> =>
  Worker.create({
    connection,
    namespace,
    taskQueue,
    activities,
    ...code,
    interceptors: { activity: [signsOfLife] },
    // Cases wait for weeks: only the lively ones stay in memory, others are replayed when something happens.
    maxCachedWorkflows: 500,
    maxConcurrentActivityTaskExecutions: 50,
    shutdownGraceTime: '10s',
  });
