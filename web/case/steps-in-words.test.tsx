import { describe, expect, it } from '@jest/globals';
import { readDiagram } from './read-diagram.ts';
import { stepsInWords, walkedFlows } from './steps-in-words.ts';

const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="p">
  <bpmn:startEvent id="start" name="Złożono formularz" />
  <bpmn:userTask id="verify" name="Weryfikacja" />
  <bpmn:exclusiveGateway id="fork" />
  <bpmn:userTask id="correct" name="Poprawa" />
  <bpmn:serviceTask id="decide" name="Wymiar" />
  <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="verify" />
  <bpmn:sequenceFlow id="b" sourceRef="verify" targetRef="fork" />
  <bpmn:sequenceFlow id="c" sourceRef="fork" targetRef="correct" />
  <bpmn:sequenceFlow id="d" sourceRef="fork" targetRef="decide" />
  <bpmn:sequenceFlow id="e" sourceRef="correct" targetRef="verify" />
</bpmn:process></bpmn:definitions>`;

describe('a drawn process in words', () => {
  const process = readDiagram(xml);
  const names = (list: { name: string }[]): string[] => list.map(({ name }) => name);

  it('tells what is done, where the case stands, and looks through a gateway for what may follow', () => {
    const words = stepsInWords(process, { active: ['verify'], visited: ['start', 'verify'] });
    expect(names(words.done)).toEqual(['Złożono formularz']);
    expect(names(words.now)).toEqual(['Weryfikacja']);
    expect(names(words.next)).toEqual(['Poprawa', 'Wymiar']);
  });

  it('tints only the arrows that the case went along', () => {
    expect(walkedFlows(process, { active: ['decide'], visited: ['start', 'verify', 'fork'] })).toEqual(['a', 'b', 'd']);
  });
});
