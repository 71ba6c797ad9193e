import dompurify from 'dompurify';
import { marked } from 'marked';
import { useMemo } from 'react';
import styles from './Article.module.css';

const tags = [
  'h2',
  'h3',
  'h4',
  'p',
  'ul',
  'ol',
  'li',
  'a',
  'strong',
  'em',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'blockquote',
  'br',
  'code',
];

/** An article of the knowledge base. Its Markdown comes with the service; what is not plain text structure is dropped. */
export const Article = ({ markdown }: { markdown: string }) => {
  const html = useMemo(() => {
    // The page has its own h1: the article's title would be a second one.
    const body = markdown.replace(/^# .*\n+/, '');
    return dompurify.sanitize(marked.parse(body, { async: false }), { ALLOWED_TAGS: tags, ALLOWED_ATTR: ['href'] });
  }, [markdown]);
  return <div className={styles.article} dangerouslySetInnerHTML={{ __html: html }} />;
};
