import { Icon } from '../../ui/index.ts';
import type { Visit } from '../visit.ts';

/** Numbers and addresses that can't be anybody's: the demo's exchange does not exist. */
const demo = { phone: '0120-000-000', mail: 'hogo@shiomi.example' } as const;

/** The only ways in which the exchange is reached. Elsewhere than in the demo, by its own site. */
export function Contacts({ visit }: { readonly visit: Visit }) {
  const { t, options } = visit;
  const site = URL.canParse(options.signInUrl) ? new URL(options.signInUrl) : null;
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">{t('trust.contacts')}</h2>
      <p>{t('trust.contactsLead')}</p>
      <ul className="contacts card">
        {options.demo && (
          <>
            <li>
              <Icon name="phone" />
              <div>
                <b>{t('trust.phone')}</b>
                <a href={`tel:${demo.phone.replaceAll('-', '')}`}>{demo.phone}</a>
                <span>
                  {t('trust.phoneText')}
                  {visit.language === 'ja' ? '（' : ' ('}
                  {t('trust.phoneDemo')}
                  {visit.language === 'ja' ? '）' : ')'}
                </span>
              </div>
            </li>
            <li>
              <Icon name="mail" />
              <div>
                <b>{t('trust.mail')}</b>
                <a href={`mailto:${demo.mail}`}>{demo.mail}</a>
              </div>
            </li>
          </>
        )}
        {site && (
          <li>
            <Icon name="landmark" />
            <div>
              <b>{t('trust.site')}</b>
              <a href={site.origin}>{site.host}</a>
              <span>{t('trust.siteText')}</span>
            </div>
          </li>
        )}
      </ul>
    </section>
  );
}
