package org.parley.notification.mail;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.SealedEventSecret;

/**
 * A mail to queue.
 *
 * @param key cause of the mail; unique
 * @param userId the recipient
 * @param address sealed address; null for the contact address of the user
 * @param token sealed token of its link
 * @param language BCP 47 tag; null for the language of the user
 * @param values values of the template
 * @param items listed notifications
 * @param expiresAt when it becomes useless
 * @param about id of its notification, or another subject by which it is checked again
 * @param earliest when it may be sent; null for at once
 */
public record NewMail(String key, MailTemplate template, String userId, @Nullable SealedEventSecret address,
		@Nullable SealedEventSecret token, @Nullable String language, Map<String, String> values, List<Item> items,
		@Nullable Instant expiresAt, @Nullable String about, @Nullable Instant earliest) {

	public static NewMail toAccount(String key, MailTemplate template, String userId, SealedEventSecret address,
			String language) {
		return new NewMail(key, template, userId, address, null, language, Map.of(), List.of(), null, null, null);
	}

	/** A mail to the contact address of a user at the time of sending. */
	public static NewMail toPerson(String key, MailTemplate template, String userId, Map<String, String> values) {
		return new NewMail(key, template, userId, null, null, null, values, List.of(), null, null, null);
	}

	public NewMail carrying(SealedEventSecret secret) {
		return new NewMail(this.key, this.template, this.userId, this.address, secret, this.language, this.values,
				this.items, this.expiresAt, this.about, this.earliest);
	}

	public NewMail until(Instant end) {
		return new NewMail(this.key, this.template, this.userId, this.address, this.token, this.language, this.values,
				this.items, end, this.about, this.earliest);
	}

	public NewMail saying(String name, String value) {
		var all = new HashMap<>(this.values);
		all.put(name, value);
		return new NewMail(this.key, this.template, this.userId, this.address, this.token, this.language,
				Map.copyOf(all), this.items, this.expiresAt, this.about, this.earliest);
	}

	public NewMail listing(List<Item> listed) {
		return new NewMail(this.key, this.template, this.userId, this.address, this.token, this.language, this.values,
				listed, this.expiresAt, this.about, this.earliest);
	}

	public NewMail repeating(String subject) {
		return new NewMail(this.key, this.template, this.userId, this.address, this.token, this.language, this.values,
				this.items, this.expiresAt, subject, this.earliest);
	}

	public NewMail notBefore(@Nullable Instant time) {
		return new NewMail(this.key, this.template, this.userId, this.address, this.token, this.language, this.values,
				this.items, this.expiresAt, this.about, time);
	}

	/**
	 * A notification in a digest.
	 *
	 * @param link path on the site
	 * @param about id of its notification
	 */
	public record Item(String title, String link, String about) {
	}

}
