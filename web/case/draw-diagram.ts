import 'bpmn-js/dist/assets/diagram-js.css';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer.js';
import { readDiagram } from './read-diagram.ts';
import { walkedFlows, type Position } from './steps-in-words.ts';

type Canvas = {
  zoom(): number;
  zoom(to: number | 'fit-viewport', centre?: 'auto'): number;
  addMarker(id: string, marker: string): void;
  removeMarker(id: string, marker: string): void;
};
type Overlays = {
  add(id: string, type: string, overlay: { position: { top: number; right: number }; html: HTMLElement }): string;
  remove(filter: { type: string }): void;
};
type Registry = { get(id: string): object | undefined };

export type Drawing = {
  show: (position: Position) => void;
  zoom: (by: 'in' | 'out' | 'fit') => void;
  close: () => void;
};

/** Draws a process with bpmn-js and puts the case on it: tinted path, a token on each step where it stands. */
export const drawDiagram = async (box: HTMLElement, xml: string, label: string): Promise<Drawing> => {
  const viewer = new NavigatedViewer({ container: box });
  await viewer.importXML(xml);
  const canvas = viewer.get<Canvas>('canvas');
  const overlays = viewer.get<Overlays>('overlays');
  const registry = viewer.get<Registry>('elementRegistry');
  // The wheel scrolls the page; a picture that swallows it would trap the reader. The buttons and ctrl + wheel zoom.
  viewer.get<{ toggle(on: boolean): void }>('zoomScroll').toggle(false);
  const svg = box.querySelector('svg');
  svg?.setAttribute('aria-label', label);
  svg?.setAttribute('role', 'img');
  canvas.zoom('fit-viewport', 'auto');

  const process = readDiagram(xml);
  let marked: [id: string, marker: string][] = [];
  const mark = (ids: readonly string[], marker: string): void => {
    for (const id of ids.filter((each) => registry.get(each))) {
      canvas.addMarker(id, marker);
      marked.push([id, marker]);
    }
  };

  return {
    show: (position) => {
      for (const [id, marker] of marked) canvas.removeMarker(id, marker);
      overlays.remove({ type: 'token' });
      marked = [];
      mark(walkedFlows(process, position), 'case-walked');
      mark(position.visited, 'case-visited');
      mark(position.active, 'case-active');
      for (const id of position.active.filter((each) => registry.get(each))) {
        const html = document.createElement('span');
        html.className = 'case-token';
        overlays.add(id, 'token', { position: { top: -12, right: 12 }, html });
      }
    },
    zoom: (by) => {
      if (by === 'fit') canvas.zoom('fit-viewport', 'auto');
      else canvas.zoom(Math.min(4, Math.max(0.2, canvas.zoom() * (by === 'in' ? 1.25 : 0.8))), 'auto');
    },
    close: () => viewer.destroy(),
  };
};
