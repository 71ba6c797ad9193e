import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import type { Parts } from './parts.ts';
import { CONFIG, DATABASE, FILES, LOG, METRICS, QUEUES, TEMPORAL } from './parts.ts';

/** Gives the parts to every module: `@Inject(DATABASE) private readonly db: Db`. */
@Module({})
export class PartsModule {
  static of(parts: Parts): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: parts.config },
      { provide: DATABASE, useValue: parts.db },
      { provide: FILES, useValue: parts.files },
      { provide: TEMPORAL, useValue: parts.temporal },
      { provide: LOG, useValue: parts.log },
      { provide: QUEUES, useValue: parts.queues },
      { provide: METRICS, useValue: parts.metrics },
    ];
    return { module: PartsModule, global: true, providers, exports: providers };
  }
}
