import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PageSkeleton } from '../ui/Skeleton.tsx';

const placeOf = (roles: readonly string[]): '/teren' | '/administracja' | '/urzad/zadania' => {
  const isOnly = (role: string): boolean => roles.length === 1 && roles[0] === role;
  if (isOnly('collector')) return '/teren';
  return isOnly('admin') ? '/administracja' : '/urzad/zadania';
};

/** `/urzad`: each member of staff comes to where their work is. */
export const Landing = ({ roles }: { roles: readonly string[] }) => {
  const navigate = useNavigate();
  const to = placeOf(roles);
  useEffect(() => {
    // Once: the router's own redirect component starts anew at each drawing, and this page is drawn again while it leaves.
    void navigate({ to, replace: true });
  }, [navigate, to]);
  return <PageSkeleton />;
};
