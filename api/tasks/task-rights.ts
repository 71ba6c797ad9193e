import type { Selectable } from 'kysely';
import type { TasksTable } from '#platform/database/schema';
import type { StaffSession } from '../session/signed-in.ts';

export type Task = Selectable<TasksTable>;
type Staff = StaffSession['staff'];

/** A task of the person's groups, and not one that they prepared themselves (tax_decisions: approval is another's). */
const isFor = (task: Task, { id, groups }: Staff): boolean =>
  !task.excluded_staff_ids.includes(id) && task.candidate_groups.some((group) => groups.includes(group));

const oversees = ({ roles }: Staff): boolean => roles.includes('head') || roles.includes('admin');

/** Whose inbox shows the task: its groups, its owner, and heads and admins. */
export const maySee = (task: Task, staff: Staff): boolean =>
  oversees(staff) ||
  task.assignee_staff_id === staff.id ||
  task.completed_by === staff.id ||
  task.candidate_groups.some((group) => staff.groups.includes(group));

export const mayTake = (task: Task, staff: Staff): boolean => task.assignee_party_id === null && isFor(task, staff);

export const mayClaim = (task: Task, staff: Staff): boolean =>
  task.status === 'open' && task.assignee_staff_id === null && mayTake(task, staff);

export const mayComplete = (task: Task, staff: Staff): boolean =>
  task.status === 'open' && task.assignee_staff_id === staff.id && !task.excluded_staff_ids.includes(staff.id);
