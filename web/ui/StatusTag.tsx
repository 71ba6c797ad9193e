import { Icon, type IconName } from './Icon.tsx';
import styles from './StatusTag.module.css';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

const icons: Record<Tone, IconName> = {
  neutral: 'clock',
  info: 'info',
  success: 'done',
  warning: 'warning',
  danger: 'stop',
};

/** A state in an icon and a word; the colour only repeats them. */
export const StatusTag = ({ tone, icon, children }: { tone: Tone; icon?: IconName; children: string }) => (
  <span className={styles.tag} data-color={tone}>
    <Icon name={icon ?? icons[tone]} size="1em" />
    {children}
  </span>
);
