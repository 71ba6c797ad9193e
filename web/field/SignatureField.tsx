import { Button } from '@digdir/designsystemet-react';
import SignaturePad from 'signature_pad';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';

/** The recipient's signature, drawn with a finger; whoever cannot draw it has the other way below. */
export const SignatureField = ({ id, onChange }: { id: string; onChange: (png: string | null) => void }) => {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  });

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    // Twice the size is sharp enough for a signature and keeps the picture far below 200 kB.
    const ratio = Math.min(2, Math.max(1, window.devicePixelRatio));
    element.width = element.offsetWidth * ratio;
    element.height = element.offsetHeight * ratio;
    context.scale(ratio, ratio);
    const drawn = new SignaturePad(element, { backgroundColor: '#fff', penColor: '#000', minWidth: 1, maxWidth: 3 });
    const tell = (): void => changed.current(drawn.toDataURL('image/png'));
    drawn.addEventListener('endStroke', tell);
    pad.current = drawn;
    return () => {
      drawn.removeEventListener('endStroke', tell);
      drawn.off();
    };
  }, []);

  return (
    <div className={styles.labelled} id={id} tabIndex={-1} role="group" aria-labelledby={`${id}-label`}>
      <p id={`${id}-label`}>{t('field.form.signature')}</p>
      <canvas ref={canvas} className={styles.signature} role="img" aria-label={t('field.form.signatureBox')} />
      <Button
        type="button"
        variant="secondary"
        onClick={() => {
          pad.current?.clear();
          onChange(null);
        }}
      >
        {t('field.form.clear')}
      </Button>
    </div>
  );
};
