/** The name of a person. */
export interface Named {
	displayName: string;
	username: string;
}

/** Whether the account of a person was erased: all that stays of them has this reserved username, and no page. */
export const isErased = ({ username }: Pick<Named, 'username'>) => username === 'deleted';

/** Names that turn nothing, and that nothing around them turns. */
const PLAIN = /^\p{Script=Latin}(?:[\p{Script=Latin}\p{M}\d_ -]*[\p{Script=Latin}\p{M}\d])?$/u;

/**
 * A name in a text without elements, such as a title: what it contains does not turn the text
 * around it. In a page the component `Name` does this.
 */
export function isolated({ displayName, username }: Named): string {
	return isolatedText(displayName || username);
}

/** Another text of people, such as a title, for the same places. */
export function isolatedText(text: string): string {
	return PLAIN.test(text) ? text : `\u2068${text}\u2069`;
}
