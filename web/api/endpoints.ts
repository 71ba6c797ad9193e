import type { accountRoutes } from '#api/contracts/account';
import type { casesRoutes } from '#api/contracts/cases';
import type { deliveriesRoutes } from '#api/contracts/deliveries';
import type { officeRoutes } from '#api/contracts/office';
import type { servicesRoutes } from '#api/contracts/services';
import type { sessionRoutes } from '#api/contracts/session';
import type { submissionsRoutes } from '#api/contracts/submissions';
import type { tasksRoutes } from '#api/contracts/tasks';
import { at } from './endpoint.ts';

type Account = typeof accountRoutes;
type Cases = typeof casesRoutes;
type Deliveries = typeof deliveriesRoutes;
type Office = typeof officeRoutes;
type Services = typeof servicesRoutes;
type Session = typeof sessionRoutes;
type Submissions = typeof submissionsRoutes;
type Tasks = typeof tasksRoutes;

/** Every route that the web calls. The contracts hold zod, which the page does not carry: here are their addresses, checked by type. */
export const endpoints = {
  account: {
    read: at<Account['read']>('GET', '/my/account'),
    pay: at<Account['pay']>('POST', '/my/payments'),
    payment: at<Account['payment']>('GET', '/my/payments/{id}'),
  },
  cases: {
    mine: at<Cases['mine']>('GET', '/my/cases'),
    mineOne: at<Cases['mineOne']>('GET', '/my/cases/{id}'),
    drafts: at<Cases['drafts']>('GET', '/my/drafts'),
    submissions: at<Cases['submissions']>('GET', '/my/submissions'),
    all: at<Cases['all']>('GET', '/cases'),
    one: at<Cases['one']>('GET', '/cases/{id}'),
    diagram: at<Cases['diagram']>('GET', '/services/{id}/versions/{version}/diagram'),
  },
  deliveries: {
    list: at<Deliveries['list']>('GET', '/deliveries'),
    read: at<Deliveries['read']>('GET', '/deliveries/{id}'),
    record: at<Deliveries['record']>('POST', '/deliveries/{id}/attempts'),
  },
  office: {
    clock: at<Office['clock']>('GET', '/office/clock'),
    moveClock: at<Office['moveClock']>('POST', '/office/clock'),
    audit: at<Office['audit']>('GET', '/office/audit'),
    incidents: at<Office['incidents']>('GET', '/office/incidents'),
    retryIncident: at<Office['retryIncident']>('POST', '/office/incidents/retry'),
  },
  services: {
    list: at<Services['list']>('GET', '/services'),
    card: at<Services['card']>('GET', '/services/{id}'),
    form: at<Services['form']>('GET', '/services/{id}/versions/{version}/form'),
  },
  session: {
    read: at<Session['read']>('GET', '/session'),
    actFor: at<Session['actFor']>('PUT', '/session/acting-for'),
    signOut: at<Session['signOut']>('POST', '/session/sign-out'),
  },
  submissions: {
    openDraft: at<Submissions['openDraft']>('POST', '/drafts'),
    saveDraft: at<Submissions['saveDraft']>('PUT', '/drafts/{id}'),
    submit: at<Submissions['submit']>('POST', '/submissions'),
    read: at<Submissions['read']>('GET', '/submissions/{id}'),
  },
  tasks: {
    list: at<Tasks['list']>('GET', '/tasks'),
    read: at<Tasks['read']>('GET', '/tasks/{id}'),
    claim: at<Tasks['claim']>('POST', '/tasks/{id}/claim'),
    release: at<Tasks['release']>('POST', '/tasks/{id}/release'),
    saveDraft: at<Tasks['saveDraft']>('PUT', '/tasks/{id}/draft'),
    complete: at<Tasks['complete']>('POST', '/tasks/{id}/complete'),
    mine: at<Tasks['mine']>('GET', '/my/tasks'),
    mineOne: at<Tasks['mineOne']>('GET', '/my/tasks/{id}'),
    completeMine: at<Tasks['completeMine']>('POST', '/my/tasks/{id}/complete'),
  },
};
