const here = 'http://here.invalid';

/** An address of our own to return to after signing in; anything that would lead elsewhere becomes the front page. */
export const localAddress = (returnTo: unknown): string => {
  if (typeof returnTo !== 'string' || !returnTo.startsWith('/') || returnTo.length > 500) return '/';
  if (!URL.canParse(returnTo, here)) return '/';
  const url = new URL(returnTo, here);
  return url.origin === here && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : '/';
};
