package org.parley.notification.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.secret.SealedEventSecret;

/**
 * A mail that shall be sent.
 *
 * @param key what it is for; there is never a second mail with it
 * @param template what it says
 * @param userId to whom
 * @param address where to; null when it is where the person can be written to then
 * @param token what its link carries
 * @param language BCP 47; null when it is that of the person
 * @param values what the template fills in
 * @param items what it lists
 * @param expiresAt when it has become useless
 * @param about the notification that it repeats
 */
public record NewMail(String key, MailTemplate template, String userId, @Nullable SealedEventSecret address,
		@Nullable SealedEventSecret token, @Nullable String language, Map<String, String> values, List<Item> items,
		@Nullable Instant expiresAt, @Nullable String about) {

	/** A mail about somebody's account, with what it needs in its event. */
	public static NewMail toAccount(String key, MailTemplate template, String userId, SealedEventSecret address,
			String language) {
		return new NewMail(key, template, userId, address, null, language, Map.of(), List.of(), null, null);
	}

	/** A mail to where the person can be written to when it is sent. */
	public static NewMail toPerson(String key, MailTemplate template, String userId, Map<String, String> values) {
		return new NewMail(key, template, userId, null, null, null, values, List.of(), null, null);
	}

	public NewMail carrying(SealedEventSecret secret) {
		return new NewMail(this.key, this.template, this.userId, this.address, secret, this.language, this.values,
				this.items, this.expiresAt, this.about);
	}

	public NewMail until(Instant end) {
		return new NewMail(this.key, this.template, this.userId, this.address, this.token, this.language, this.values,
				this.items, end, this.about);
	}

	public NewMail saying(String name, String value) {
		return new NewMail(this.key, this.template, this.userId, this.address, this.token, this.language,
				Map.of(name, value), this.items, this.expiresAt, this.about);
	}

	public NewMail listing(List<Item> lines) {
		return new NewMail(this.key, this.template, this.userId, this.address, this.token, this.language, this.values,
				lines, this.expiresAt, this.about);
	}

	public NewMail repeating(String notificationId) {
		return new NewMail(this.key, this.template, this.userId, this.address, this.token, this.language, this.values,
				this.items, this.expiresAt, notificationId);
	}

	/**
	 * A line of a mail.
	 *
	 * @param title what it says
	 * @param link where it leads, from the root of the site
	 * @param about the notification that it repeats
	 */
	public record Item(String title, String link, String about) {

		/**
		 * Lines of an earlier version do not say what they repeat, so they are not told.
		 */
		public Item {
			about = (about != null) ? about : "";
		}
	}

}
