import { randomBytes } from 'node:crypto';
import express, { Router, type NextFunction, type Request, type Response } from 'express';
import multer from 'multer';
import { noFaults, setFaults, withFaults } from '../faults.ts';
import { refusal, type EzdCredentials } from './credentials.ts';
import { ezdRegister, type EzdMail, type Registered } from './register.ts';

type Body = Record<string, unknown>;
const HOUR = 3600;
const LARGEST_FILE = 500 << 20;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const refuse = (response: Response, status: number, kod: string, komunikat: string) =>
  response.status(status).json({ kod, komunikat });

/** 201 with the item; 409 with the item that has been there, so that a repeat learns its number. */
const confirm = <T extends object>(response: Response, { item, isNew }: Registered<T>) =>
  isNew
    ? response.status(201).json(item)
    : response.status(409).json({ kod: 'ISTNIEJE', komunikat: 'Pozycja o tym identyfikatorze już istnieje', ...item });

const searchMail = (list: readonly EzdMail[]) => (request: Request, response: Response) => {
  const wanted = Object.entries((request.body ?? {}) as Body).filter(([key]) =>
    ['identyfikatorZewnetrzny', 'numer', 'nr', 'rok', 'tytul'].includes(key),
  );
  const wyniki = list.filter((item) => wanted.every(([key, value]) => item[key as keyof EzdMail] === value));
  response.json({ liczba: wyniki.length, wyniki });
};

/** The integrator API v2 of EZD RP, as far as a case needs it, under `/ezdrp/integrator/v2`. */
export const ezdRouter = (folder: string, credentials: EzdCredentials, now: () => number = Date.now): Router => {
  const register = ezdRegister(folder, () => new Date(now()).getFullYear());
  const faults = noFaults();
  const tokens = new Map<string, number>();
  const router = Router();
  const api = Router();

  const authorize = (request: Request, response: Response, next: NextFunction) => {
    const token = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
    if (!token || (tokens.get(token) ?? 0) < now())
      return void refuse(response, 401, 'BRAK_TOKENU', 'Zły lub stary token');
    if (!request.get('sid')) return void refuse(response, 400, 'BRAK_SID', 'Brak nagłówka SID (stanowisko)');
    next();
  };
  const caseOf = (request: Request, response: Response) => {
    const found = register.state.sprawy.find(({ id }) => id === request.params.id);
    if (!found) refuse(response, 404, 'BRAK_SPRAWY', 'Nie ma takiej sprawy');
    return found;
  };

  const grant = (request: Request, response: Response) => {
    const error = refusal(credentials, (request.body ?? {}) as Record<string, string>, now());
    if (error) return void response.status(400).json({ error });
    const token = randomBytes(24).toString('base64url');
    tokens.set(token, now() + HOUR * 1000);
    response.json({ access_token: token, token_type: 'Bearer', expires_in: HOUR, scope: 'api.ezdrp.gov.pl' });
  };

  router.use(express.json({ limit: '5mb' }), express.urlencoded({ extended: false }));
  router.post('/_faults', setFaults(faults));
  router.get('/_faults', (_request, response) => void response.json(faults));
  router.get('/_state', (_request, response) => void response.json(register.state));
  router.post('/connect/token', grant);
  router.use('/ezdrp/integrator/v2', api);

  api.post('/connect/token', grant);
  api.use(authorize, withFaults(faults));

  api.post('/sprawy', (request, response) => {
    const { idWykaz, tytul, kategoriaArchiwalna, identyfikatorZewnetrzny } = request.body as Body;
    const title = text(tytul);
    if (!text(idWykaz) || !title || title.length > 500) {
      return void refuse(response, 400, 'ZLE_DANE', 'Wymagane: idWykaz oraz tytul do 500 znaków');
    }
    confirm(
      response,
      register.openCase({
        idWykaz: String(idWykaz),
        tytul: title,
        kategoriaArchiwalna: text(kategoriaArchiwalna) ?? 'B10',
        identyfikatorZewnetrzny: text(identyfikatorZewnetrzny),
      }),
    );
  });
  api.get('/sprawy', (request, response) => {
    const { znak, identyfikatorZewnetrzny: external } = request.query;
    const wyniki = register.state.sprawy.filter(
      (item) => (!znak || item.znak === znak) && (!external || item.identyfikatorZewnetrzny === external),
    );
    response.json({ liczba: wyniki.length, wyniki });
  });
  api.get('/sprawy/:id', (request, response) => {
    const found = caseOf(request, response);
    if (found) response.json(found);
  });
  api.patch('/sprawy/:id/zakonczenie', (request, response) => {
    const found = caseOf(request, response);
    if (!found) return;
    register.closeCase(found);
    response.json(found);
  });

  const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: LARGEST_FILE, files: 1 } });
  api.post('/sprawy/:id/dokumenty', upload.single('plik'), (request, response) => {
    const found = caseOf(request, response);
    if (!found) return;
    if (!request.file) return void refuse(response, 400, 'BRAK_PLIKU', 'Wymagane pole plik');
    const { nazwa, identyfikatorZewnetrzny } = (request.body ?? {}) as Body;
    const { originalname, mimetype, buffer } = request.file;
    confirm(
      response,
      register.addDocument(
        {
          idSprawy: found.id,
          nazwa: text(nazwa) ?? originalname,
          typ: mimetype,
          identyfikatorZewnetrzny: text(identyfikatorZewnetrzny),
        },
        buffer,
      ),
    );
  });
  const documentOf = (request: Request, response: Response) => {
    const found = register.state.dokumenty.find(({ id }) => id === request.params.id);
    if (!found) refuse(response, 404, 'BRAK_DOKUMENTU', 'Nie ma takiego dokumentu');
    return found;
  };
  api.get('/dokumenty/:id', (request, response) => {
    const found = documentOf(request, response);
    if (found) response.type(found.typ).sendFile(register.fileOf(found.id), { dotfiles: 'allow' });
  });
  api.get('/dokumenty/:id/metadane', (request, response) => {
    const found = documentOf(request, response);
    if (found) response.json(found);
  });

  const mailInput = (body: Body) => ({
    tytul: text(body.tytul) ?? '',
    idSprawy: text(body.idSprawy),
    identyfikatorZewnetrzny: text(body.identyfikatorZewnetrzny),
    dane: body,
  });
  api.post('/rpw', (request, response) => {
    const input = mailInput((request.body ?? {}) as Body);
    if (!input.tytul) return void refuse(response, 400, 'ZLE_DANE', 'Wymagane pole tytul');
    confirm(response, register.receive(input));
  });
  api.post('/rpw/_search', searchMail(register.state.rpw));
  api.get('/rpw/:nr/:rok/metadane', (request, response) => {
    const { nr, rok } = request.params;
    const found = register.state.rpw.find((item) => item.nr === Number(nr) && item.rok === Number(rok));
    if (found) response.json(found);
    else refuse(response, 404, 'BRAK_POZYCJI', 'Nie ma takiej pozycji RPW');
  });
  api.post('/kw/wyslanie', (request, response) => {
    const input = mailInput((request.body ?? {}) as Body);
    const sprawa = register.state.sprawy.find(({ id }) => id === input.idSprawy);
    if (!sprawa) return void refuse(response, 404, 'BRAK_SPRAWY', 'Wysłanie wymaga sprawy: pole idSprawy');
    confirm(response, register.send({ ...input, tytul: input.tytul || sprawa.tytul }));
  });
  api.post('/kw/_search', searchMail(register.state.wyslane));
  return router;
};
