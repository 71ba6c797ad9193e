import type { accountRoutes } from '#api/contracts/account';
import type { casesRoutes } from '#api/contracts/cases';
import type { deliveriesRoutes } from '#api/contracts/deliveries';
import type { ResponseOf } from '#api/contracts/route';
import type { servicesRoutes } from '#api/contracts/services';
import type { submissionsRoutes } from '#api/contracts/submissions';
import type { tasksRoutes } from '#api/contracts/tasks';

/** Names for what the API answers, so that pages need not spell the contracts. */
export type AccountOverview = ResponseOf<typeof accountRoutes.read>;
export type Account = AccountOverview['accounts'][number];
export type Instalment = Account['instalments'][number];
export type Payment = ResponseOf<typeof accountRoutes.payment>;
export type CaseSummary = ResponseOf<typeof casesRoutes.mine>['items'][number];
export type CaseDetail = ResponseOf<typeof casesRoutes.one>;
export type CaseEvent = CaseDetail['events'][number];
export type Letter = CaseDetail['letters'][number];
export type Delivery = ResponseOf<typeof deliveriesRoutes.read>;
export type ServiceSummary = ResponseOf<typeof servicesRoutes.list>['items'][number];
export type ServiceCard = ResponseOf<typeof servicesRoutes.card>;
export type ServiceForm = ResponseOf<typeof servicesRoutes.form>;
export type Draft = ResponseOf<typeof submissionsRoutes.openDraft>;
export type FileRef = Draft['files'][number];
export type Submission = ResponseOf<typeof submissionsRoutes.submit>;
export type TaskSummary = ResponseOf<typeof tasksRoutes.list>['items'][number];
export type TaskDetail = ResponseOf<typeof tasksRoutes.read>;
