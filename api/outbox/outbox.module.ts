import { Global, Module } from '@nestjs/common';
import { OutboxNudge } from './outbox-nudge.ts';
import { OutboxRelay } from './outbox-relay.ts';

@Global()
@Module({
  providers: [OutboxRelay, { provide: OutboxNudge, useExisting: OutboxRelay }],
  exports: [OutboxRelay, OutboxNudge],
})
export class OutboxModule {}
