import { isMessage, type Translator } from './messages/index.ts';

/** Names a mail by the code of its template. */
export function mailName(template: string, t: Translator): string {
	const key = `mail.${template}`;
	return isMessage(key) ? t(key) : template;
}

/** What became of a mail: the words of its reason and its report, and the reply of a server as it is. */
export function resultOf({ reason, reply, outcome }: Record<'reason' | 'reply' | 'outcome', string | null>, t: Translator): string {
	const wordsOf = (code: string) => {
		const key = `administration.mailReason.${code}`;
		return isMessage(key) ? t(key) : code;
	};
	return [reason && wordsOf(reason), reply, outcome && wordsOf(outcome)].filter(Boolean).join(' · ');
}

/** How often the mail server was asked: the API counts its refusals. */
export function attemptsOf({ state, attempts }: { state: string; attempts: number }): number {
	return state === 'sent' || state === 'sending' ? attempts + 1 : attempts;
}
