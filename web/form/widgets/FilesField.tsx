import { Button } from '@digdir/designsystemet-react';
import type { FieldProps } from '@rjsf/utils';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../../ui/Failure.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { contextOf } from '../field-context.ts';
import styles from '../form.module.css';
import { accepted, faultOf, largest, upload } from '../upload.ts';

type Sending = { key: string; name: string; share: number; fault?: string };

const megabytes = (size: number): string =>
  (size / 1024 / 1024).toLocaleString(undefined, { maximumFractionDigits: 1 });

/** Attachments: chosen, sent at once with their progress, listed by name. The answers hold only their ids. */
export const FilesField = ({ formData, onChange, fieldPathId, registry, schema, disabled }: FieldProps) => {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const { files, onFile, onUploading, errors } = contextOf(registry);
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<Sending[]>([]);
  const prefix = useId();
  const ids: string[] = Array.isArray(formData) ? (formData as string[]) : [];
  const kept = useRef(ids);
  const sent = useRef(0);
  useEffect(() => {
    kept.current = ids;
  });
  const id = fieldPathId.$id;

  const set = (key: string, change: Partial<Sending>): void =>
    setSending((list) => list.map((entry) => (entry.key === key ? { ...entry, ...change } : entry)));

  const change = (next: string[]): void => {
    kept.current = next;
    onChange(next, fieldPathId.path);
  };

  const send = async (file: File, key: string): Promise<void> => {
    const fault = faultOf(file);
    setSending((list) => [
      ...list,
      {
        key,
        name: file.name,
        share: 0,
        ...(fault && { fault: t(`form.files.${fault}`, { name: file.name, size: megabytes(file.size) }) }),
      },
    ]);
    if (fault) return;
    onUploading(1);
    try {
      const stored = await upload(file, (share) => set(key, { share }));
      onFile(stored);
      change([...kept.current, stored.id]);
      setSending((list) => list.filter((entry) => entry.key !== key));
    } catch (error) {
      set(key, { fault: `${file.name}: ${failureText(error)}` });
    } finally {
      onUploading(-1);
    }
  };

  const choose = async (chosen: FileList | null): Promise<void> => {
    for (const file of chosen ?? []) {
      sent.current += 1;
      await send(file, `${prefix}${sent.current}`);
    }
    if (input.current) input.current.value = '';
  };

  const max = schema.maxItems ?? 20;
  return (
    <div className={styles.files}>
      {schema.description === undefined && (
        <p className={styles.hint}>{t('form.files.allowed', { size: largest / 1024 / 1024 })}</p>
      )}
      <ul className={styles.fileList}>
        {ids.map((fileId) => {
          const file = files.find((each) => each.id === fileId);
          return (
            <li key={fileId}>
              <Icon name="file" />
              <span className={styles.fileName}>
                {file?.name ?? t('form.files.attached')}
                {file && <small> {t('form.files.size', { size: megabytes(file.size) })}</small>}
              </span>
              <Button
                type="button"
                variant="tertiary"
                data-size="sm"
                onClick={() => change(ids.filter((each) => each !== fileId))}
              >
                {t('form.files.remove')}
                <span className="visually-hidden"> {file?.name}</span>
              </Button>
            </li>
          );
        })}
        {sending.map((entry) => (
          <li key={entry.key}>
            {entry.fault === undefined ? (
              <>
                <Icon name="file" />
                <span className={styles.fileName}>
                  {t('form.files.sending', { name: entry.name })}
                  <progress value={entry.share} max={1} aria-label={entry.name} />
                </span>
              </>
            ) : (
              <>
                <Icon name="warning" />
                <span role="alert" className={`${styles.error} ${styles.fileName}`}>
                  {entry.fault}
                </span>
                <Button
                  type="button"
                  variant="tertiary"
                  data-size="sm"
                  onClick={() => setSending((list) => list.filter((each) => each.key !== entry.key))}
                >
                  {t('form.files.dismiss')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {ids.length < max && (
        // A label around the control: the browser's own button speaks its own language, not the page's.
        <label className={styles.fileButton}>
          <input
            ref={input}
            id={`${id}-input`}
            type="file"
            multiple
            accept={accepted}
            disabled={disabled ?? false}
            className="visually-hidden"
            aria-describedby={errors[id] === undefined ? undefined : `${id}-error`}
            onChange={(event) => void choose(event.target.files)}
          />
          <Icon name="plus" />
          {t('form.files.choose')}
        </label>
      )}
    </div>
  );
};
