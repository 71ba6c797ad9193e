import { useQuery } from '@tanstack/react-query';
import type { Answers } from '#forms/form';
import type { FileRef } from '../api/types.ts';
import { formQuery } from '../portal/queries.ts';
import { FailureNotice } from '../ui/Failure.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { FiledAnswers } from './FiledAnswers.tsx';

type Props = { serviceId: string; version: number; answers: Answers; files: FileRef[] };

/** The filed answers of a case, on the form of the version they were filed on. */
export const CaseAnswers = ({ serviceId, version, answers, files }: Props) => {
  const query = useQuery(formQuery(serviceId, version));
  if (query.isPending) return <Skeleton />;
  if (query.isError) return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
  const { schema, ui, texts } = query.data;
  return <FiledAnswers filed={{ answers, form: schema, ui, texts, files }} />;
};
