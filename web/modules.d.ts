/// <reference types="vite/client" />

declare module '*.module.css' {
  const classes: Record<string, string>;
  export default classes;
}
declare module '@digdir/designsystemet-css';
declare module '@digdir/designsystemet-css/theme.css';
declare module '@fontsource-variable/source-sans-3/wght.css';
declare module 'bpmn-js/dist/assets/diagram-js.css';

/** The part of bpmn-js that we use; its own types take the package for CommonJS, which it is not. */
declare module 'bpmn-js/lib/NavigatedViewer.js' {
  export default class NavigatedViewer {
    constructor(options: { container: HTMLElement });
    importXML(xml: string): Promise<{ warnings: string[] }>;
    get<T>(service: string): T;
    destroy(): void;
  }
}
