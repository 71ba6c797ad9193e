/** The least of a browser: follows redirects by hand and keeps cookies (of one host, whose ports share them). */
export const openBrowser = () => {
  const cookies = new Map<string, string>();
  const trail: string[] = [];

  const ask = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    trail.push(address);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };

  /** Goes there, and on where redirects lead, until a page answers. */
  const go = async (address: string, init: RequestInit = {}): Promise<{ url: string; response: Response }> => {
    let [url, response] = [address, await ask(address, init)];
    for (let hops = 0; response.status >= 300 && response.status < 400 && hops < 15; hops += 1) {
      url = new URL(response.headers.get('Location')!, url).href;
      response = await ask(url);
    }
    return { url, response };
  };

  return { ask, go, cookies, trail };
};
