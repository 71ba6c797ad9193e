import { Navigate } from '@tanstack/react-router';

/** `/urzad`: each member of staff comes to where their work is. */
export const Landing = ({ roles }: { roles: readonly string[] }) => {
  const isOnly = (role: string): boolean => roles.length === 1 && roles[0] === role;
  if (isOnly('collector')) return <Navigate to="/teren" replace />;
  if (isOnly('admin')) return <Navigate to="/administracja" replace />;
  return <Navigate to="/urzad/zadania" replace />;
};
