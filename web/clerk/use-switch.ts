import { useState } from 'react';

/** A setting of one member of staff on this computer, on unless they switched it off. */
export const useSwitch = (name: string): [boolean, (on: boolean) => void] => {
  const [isOn, setOn] = useState(() => localStorage.getItem(`switch:${name}`) !== 'off');
  return [
    isOn,
    (on) => {
      localStorage.setItem(`switch:${name}`, on ? 'on' : 'off');
      setOn(on);
    },
  ];
};
