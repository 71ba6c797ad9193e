import { Outlet } from '@tanstack/react-router';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { SkipLink } from './SkipLink.tsx';
import styles from './Layout.module.css';

export const Layout = () => (
  <>
    <SkipLink />
    <Header />
    <main id="main" tabIndex={-1} className={styles.main}>
      <Outlet />
    </main>
    <Footer />
  </>
);
