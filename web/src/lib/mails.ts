import { isMessage, type Translator } from './messages/index.ts';

/** Names a mail by the code of its template. */
export function mailName(template: string, t: Translator): string {
	const key = `mail.${template}`;
	return isMessage(key) ? t(key) : template;
}

/** How often the mail server was asked: the API counts its refusals. */
export function attemptsOf({ state, attempts }: { state: string; attempts: number }): number {
	return state === 'sent' || state === 'sending' ? attempts + 1 : attempts;
}
