import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../ui/Failure.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { diagramQuery } from './diagram-query.ts';
import type { Drawing } from './draw-diagram.ts';
import { readDiagram } from './read-diagram.ts';
import { StepList } from './StepList.tsx';
import { stepsInWords, type Position } from './steps-in-words.ts';
import styles from './CasePicture.module.css';

type Props = {
  serviceId: string;
  serviceVersion: number;
  activeElements: readonly string[];
  visitedElements: readonly string[];
};

/** Where a case stands: its process as drawn, with a token on it, and the same in words beside. Takes a `CaseDetail`. */
export const CasePicture = ({ serviceId, serviceVersion, activeElements, visitedElements }: Props) => {
  const query = useQuery(diagramQuery(serviceId, serviceVersion));
  if (query.isError) return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Skeleton lines={6} />;
  return <Picture xml={query.data.xml} active={activeElements} visited={visitedElements} />;
};

const Picture = ({ xml, active, visited }: { xml: string } & Position) => {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [isFailed, setFailed] = useState(false);
  const process = useMemo(() => readDiagram(xml), [xml]);
  const words = stepsInWords(process, { active, visited });
  const label = t('case.picture.label');

  useEffect(() => {
    let isOpen = true;
    let mine: Drawing | undefined;
    // bpmn-js is heavy: it comes only to those who look at a case.
    import('./draw-diagram.ts')
      .then(({ drawDiagram }) => drawDiagram(box.current!, xml, label))
      .then((drawn) => {
        mine = drawn;
        if (isOpen) setDrawing(drawn);
        else drawn.close();
      })
      .catch(() => isOpen && setFailed(true));
    return () => {
      isOpen = false;
      mine?.close();
      setDrawing(null);
    };
  }, [xml, label]);

  const position = `${active.join()}|${visited.join()}`;
  useEffect(() => {
    drawing?.show({ active, visited });
    // The lists are new at each reading of the case; only their content moves the token.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [drawing, position]);

  return (
    <div className={styles.frame}>
      {isFailed ? (
        <p>{t('case.picture.failed')}</p>
      ) : (
        <div className={styles.picture}>
          <div className={styles.buttons} role="group" aria-label={t('case.picture.zoom')}>
            <Button variant="secondary" data-size="sm" onClick={() => drawing?.zoom('in')}>
              {t('case.picture.zoomIn')}
            </Button>
            <Button variant="secondary" data-size="sm" onClick={() => drawing?.zoom('out')}>
              {t('case.picture.zoomOut')}
            </Button>
            <Button variant="secondary" data-size="sm" onClick={() => drawing?.zoom('fit')}>
              {t('case.picture.zoomFit')}
            </Button>
          </div>
          <div ref={box} className={styles.canvas} />
        </div>
      )}
      <StepList {...words} />
    </div>
  );
};
