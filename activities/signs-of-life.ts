import type { Context } from '@temporalio/activity';
import type { ActivityInterceptors } from '@temporalio/worker';

/**
 * Says, while an activity runs, that its worker lives. When the worker dies Temporal gives the work to another one after the
 * activity's heartbeat timeout instead of its whole time.
 */
export const signsOfLife = (context: Context): ActivityInterceptors => ({
  inbound: {
    execute: async (input, next) => {
      const { heartbeatTimeoutMs } = context.info;
      if (!heartbeatTimeoutMs) return next(input);
      const beat = setInterval(() => context.heartbeat(), heartbeatTimeoutMs / 4);
      try {
        return await next(input);
      } finally {
        clearInterval(beat);
      }
    },
  },
});
