import type { Brand } from '#lib/brand.ts';
import type { Api } from '#lib/server/api/client.ts';
import type { KnownCategories } from '#lib/categories.ts';
import type { UnreadFrom } from '#lib/server/unread.ts';
import type { Session } from '#lib/server/session.ts';
import type { SocialPost } from '#lib/social.ts';
import type { Theme } from '#lib/themes.ts';
import type { Language } from '#lib/messages/index.ts';

declare global {
	namespace App {
		interface Locals {
			session: Session | null;
			theme: Theme;
			api: Api;
			/** The API on behalf of somebody who is just signing in. */
			apiWith(accessToken: string | null): Api;
			language: Language;
			/** The idempotency key of the form that is being handled. */
			key?: string;
			/** Whether the page is an error page. */
			failed?: boolean;
			/** The name of the forum, once the page is loaded. */
			forum?: string | undefined;
		}
		interface Error {
			message: string;
			code?: string;
			/** The page of the form that failed, unless it is this one. */
			retry?: string;
			/** The room at this address, which the reader may join. */
			room?: { id: string; name: string };
		}
		interface PageData {
			language: Language;
			forum: string;
			brand: Brand;
			/** The public address of the site. */
			origin: string;
			knownCategories: KnownCategories;
			/** Where the reader goes on in the threads of a list. */
			unreadFrom?: UnreadFrom;
			/** The posts that posts of the page show, by their ids. */
			reposts?: Record<string, SocialPost>;
			timeZone: string;
			user: { username: string; displayName: string; roles: string[]; avatarUrl: string | null } | null;
		}
	}
}

export {};
