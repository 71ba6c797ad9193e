import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import { paymentLedger, type PaymentFault } from './ledger.ts';
import { paymentNotifier, type Merchant } from './notifier.ts';
import { choicePage, unknownPage } from './pages.ts';
import { signatureOf } from './signature.ts';

const faults: readonly string[] = ['late', 'doubled', 'lost', 'wrong-amount', 'wrong-signature', 'out-of-order'];
/** A bank transfer "for later" arrives this long after the payer chose it. */
const TRANSFER_TAKES = 20_000;

const refuse = (response: Response, code: number, error: string) => void response.status(code).json({ error, code });
const orderSchema = z.object({
  merchantId: z.int(),
  posId: z.int(),
  sessionId: z.string().min(1).max(100),
  amount: z.int().positive(),
  currency: z.literal('PLN'),
  description: z.string().min(1).max(1024),
  email: z.string().default(''),
  country: z.string().default('PL'),
  urlReturn: z.url(),
  urlStatus: z.url(),
  sign: z.string(),
});
const verificationSchema = z.object({
  merchantId: z.int(),
  posId: z.int(),
  sessionId: z.string(),
  amount: z.int(),
  currency: z.string(),
  orderId: z.int(),
  sign: z.string(),
});

/** The payment operator in the manner of Przelewy24: registration, the payer's page, notifications, verification. */
export const paymentsRouter = (
  folder: string,
  merchant: Merchant,
  unit?: number,
): { router: Router; stop: () => void } => {
  const ledger = paymentLedger(folder);
  const notifier = paymentNotifier(ledger, merchant, unit);
  const router = Router();
  const api = Router();
  const expected = `Basic ${Buffer.from(`${merchant.posId}:${merchant.apiKey}`).toString('base64')}`;

  api.use((request: Request, response: Response, next: NextFunction) =>
    request.get('authorization') === expected ? next() : refuse(response, 401, 'Incorrect authentication'),
  );
  api.get('/testAccess', (_request, response) => void response.json({ data: true, error: '' }));
  api.post('/transaction/register', (request, response) => {
    const { data: order, error } = orderSchema.safeParse(request.body);
    if (error) return refuse(response, 400, `Incorrect ${error.issues[0]?.path.join('.')}`);
    if (order.merchantId !== merchant.merchantId || order.posId !== merchant.posId) {
      return refuse(response, 400, 'Incorrect merchantId or posId');
    }
    if (order.sign !== signatureOf('register', { ...order, crc: merchant.crc })) {
      return refuse(response, 400, 'Incorrect CRC value');
    }
    const known = ledger.bySession(order.sessionId);
    if (known && known.amount !== order.amount) return refuse(response, 400, 'sessionId is used for another amount');
    const { token } = known ?? ledger.register(order);
    response.json({ data: { token }, responseCode: 0 });
  });
  api.put('/transaction/verify', (request, response) => {
    const { data: body, error } = verificationSchema.safeParse(request.body);
    if (error) return refuse(response, 400, `Incorrect ${error.issues[0]?.path.join('.')}`);
    const transaction = ledger.bySession(body.sessionId);
    if (!transaction || transaction.orderId !== body.orderId) return refuse(response, 400, 'Transaction not found');
    if (body.sign !== signatureOf('verify', { ...body, crc: merchant.crc })) {
      return refuse(response, 400, 'Incorrect CRC value');
    }
    if (transaction.amount !== body.amount || transaction.currency !== body.currency) {
      return refuse(response, 400, 'Incorrect amount');
    }
    if (transaction.status !== 1 && transaction.status !== 2) return refuse(response, 400, 'Payment not made');
    transaction.status = 2;
    delete transaction.notifyAt;
    ledger.save();
    response.json({ data: { status: 'success' }, responseCode: 0 });
  });
  api.get('/transaction/by/sessionId/:sessionId', (request, response) => {
    const transaction = ledger.bySession(request.params.sessionId);
    if (!transaction) return refuse(response, 404, 'Transaction not found');
    const { sessionId, orderId, status, amount, currency, statement, description } = transaction;
    response.json({ data: { sessionId, orderId, status, amount, currency, statement, description }, responseCode: 0 });
  });

  router.use(express.json(), express.urlencoded({ extended: false }));
  router.get('/_state', (_request, response) => void response.json(ledger.state));
  router.post('/_faults', (request, response) => {
    const { kind, next = 1 } = (request.body ?? {}) as { kind?: PaymentFault; next?: number };
    if (!kind || !faults.includes(kind)) return refuse(response, 400, `kind: ${faults.join(' | ')}`);
    ledger.state.faults = next > 0 ? { kind, next } : null;
    ledger.save();
    response.json(ledger.state.faults);
  });
  router.use('/api/v1', api);
  router.get('/trnRequest/:token', (request, response) => {
    const transaction = ledger.byToken(request.params.token);
    response.status(transaction ? 200 : 404).send(transaction ? choicePage(transaction) : unknownPage());
  });
  router.post('/trnRequest/:token', (request, response) => {
    const transaction = ledger.byToken(request.params.token);
    const choice = (request.body as { choice?: string } | undefined)?.choice;
    if (!transaction) return void response.status(404).send(unknownPage());
    if (choice !== 'pay' && choice !== 'later' && choice !== 'reject') {
      return void response.status(400).send(choicePage(transaction));
    }
    if (transaction.status === 0) transaction.choice = choice;
    if (choice === 'pay') ledger.pay(transaction, Date.now());
    if (choice === 'later') ledger.payLater(transaction, Date.now() + TRANSFER_TAKES);
    response.redirect(303, transaction.urlReturn);
  });
  return { router, stop: notifier.stop };
};
