import { Button } from '@digdir/designsystemet-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '#forms/form';
import { validateWith } from '#forms/validate-with';
import { FormFields, type FieldFault } from '../../form/FormFields.tsx';
import { summaryErrors } from '../../form/summary-errors.ts';
import { useLocal } from '../../texts/use-local.ts';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { NotFound } from '../../ui/NotFound.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { useFiling } from './filing-context.ts';
import { pagesAsked } from './pages.ts';
import { SaveMark } from './SaveMark.tsx';
import { useFilingCrumbs } from './use-filing-crumbs.ts';
import styles from './filing.module.css';

const noFaults: FieldFault[] = [];

/** One group of questions. `Next` checks this page by the very rules of the office; `Back` never loses an answer. */
export const FormPage = ({ page, isReturning }: { page: string; isReturning: boolean }) => {
  const { t } = useTranslation();
  const { lang, local } = useLocal();
  const { form, answers, service, validator, uploading, onUploading } = useFiling();
  const crumbs = useFilingCrumbs();
  const navigate = useNavigate();
  const [errors, setErrors] = useState<FieldFault[]>(noFaults);
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    // A change link of the summary names the field in its hash.
    const field = location.hash.slice(1);
    if (field !== '') setTimeout(() => focusField(field), 50);
  }, []);

  const pages = pagesAsked(form, answers.answers);
  const index = pages.findIndex((each) => each.page === page);
  const ref = pages[index];
  if (!ref) return <NotFound />;
  const id = service.serviceId;
  const before = pages[index - 1];

  const next = (): void => {
    if (uploading > 0) return setWaiting(true);
    const outcome = validator ? validateWith(validator, form, answers.answers, { lang, page }) : null;
    if (outcome && !outcome.ok) return setErrors(outcome.errors);
    void answers.save();
    // The answers may have shown or hidden the pages that follow.
    const asked = pagesAsked(form, answers.answers);
    const after = isReturning ? undefined : asked[asked.findIndex((each) => each.page === page) + 1];
    void (after
      ? navigate({ to: '/uslugi/$id/formularz/$page', params: { id, page: after.page } })
      : navigate({ to: '/uslugi/$id/formularz/podsumowanie', params: { id } }));
  };

  return (
    <Page width="text" crumbs={crumbs}>
      <ErrorSummary errors={summaryErrors(errors)} />
      <PageTitle
        above={`${local(service.title)} · ${t('portal.filing.step', { number: index + 1, of: pages.length + 1 })}`}
        hasErrors={errors.length > 0}
      >
        {textOf(form, lang, ref.title)}
      </PageTitle>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <FormFields
          form={form}
          answers={answers.answers}
          page={page}
          errors={errors}
          files={answers.files}
          onFile={answers.addFile}
          onUploading={onUploading}
          onChange={answers.change}
        />
        {isWaiting && uploading > 0 && <p role="status">{t('portal.filing.uploading')}</p>}
        <div className={styles.buttons}>
          <Button asChild variant="secondary">
            {before ? (
              <Link to="/uslugi/$id/formularz/$page" params={{ id, page: before.page }}>
                {t('portal.filing.back')}
              </Link>
            ) : (
              <Link to="/uslugi/$id" params={{ id }}>
                {t('portal.filing.back')}
              </Link>
            )}
          </Button>
          <Button type="submit">{t(isReturning ? 'portal.filing.backToCheck' : 'portal.filing.next')}</Button>
          <SaveMark />
        </div>
      </form>
    </Page>
  );
};

const focusField = (id: string): void => {
  const target = document.getElementById(id);
  const field = target?.matches('input, select, textarea')
    ? target
    : target?.querySelector<HTMLElement>('input, select, textarea');
  (field ?? target)?.focus();
};
