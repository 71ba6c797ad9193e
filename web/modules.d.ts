/// <reference types="vite/client" />

declare module '*.module.css' {
  const classes: Record<string, string>;
  export default classes;
}
declare module '@digdir/designsystemet-css';
declare module '@digdir/designsystemet-css/theme.css';
declare module '@fontsource-variable/source-sans-3/wght.css';
declare module 'bpmn-js/dist/assets/diagram-js.css';
