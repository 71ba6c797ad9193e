import { SetMetadata } from '@nestjs/common';

export const OPEN_DOOR = 'e-urzad:open-door';

/** A handler outside the contracts that anyone may reach, such as the redirects of signing in. Others are refused. */
export const OpenDoor = (): MethodDecorator => SetMetadata(OPEN_DOOR, true);
