package org.parley.notification.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.secret.SealedEventSecret;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A mail and how far it is. Addresses and secrets are sealed here; they and what it says
 * are gone when it is done.
 *
 * @param id also names the message, so that a repetition can be known as one
 * @param key what it is for; unique
 * @param template what it says
 * @param userId to whom
 * @param address where to, sealed; null when it is where the person can be written to
 * @param token what its link carries, sealed
 * @param language BCP 47
 * @param values what the template fills in
 * @param items what it lists
 * @param about the notification that it repeats
 * @param state how far it is
 * @param urgent whether somebody waits for it
 * @param attempts how often the server has refused it
 * @param dueAt when somebody may take it up; absent when it is done
 * @param expiresAt when it has become useless
 * @param createdAt when it was asked for
 * @param doneAt when its state became final; it ends some time later
 * @param sentTo where it went, masked
 * @param reason why it was refused or dropped, as a stable code
 * @param correlationId what it goes back to
 */
@Document("mails")
record Mail(@Id String id, String key, MailTemplate template, String userId, @Nullable String address,
		@Nullable String token, @Nullable String language, Map<String, String> values, List<NewMail.Item> items,
		@Nullable String about, MailState state, boolean urgent, int attempts, @Nullable Instant dueAt,
		@Nullable Instant expiresAt, Instant createdAt, @Nullable Instant doneAt, @Nullable String sentTo,
		@Nullable String reason, @Nullable String correlationId) {

	static Mail of(String id, NewMail asked, Instant now, @Nullable String correlationId) {
		return new Mail(id, asked.key(), asked.template(), asked.userId(), jwe(asked.address()), jwe(asked.token()),
				asked.language(), asked.values(), asked.items(), asked.about(), MailState.WAITING,
				asked.template().isUrgent(), 0, now, asked.expiresAt(), now, null, null, null, correlationId);
	}

	private static @Nullable String jwe(@Nullable SealedEventSecret sealed) {
		return (sealed != null) ? sealed.jwe() : null;
	}

	/** The same mail with other lines. */
	Mail listing(List<NewMail.Item> lines) {
		return new Mail(this.id, this.key, this.template, this.userId, this.address, this.token, this.language,
				this.values, lines, this.about, this.state, this.urgent, this.attempts, this.dueAt, this.expiresAt,
				this.createdAt, this.doneAt, this.sentTo, this.reason, this.correlationId);
	}

	boolean isExpired(Instant now) {
		return this.expiresAt != null && !this.expiresAt.isAfter(now);
	}

	/** In which language it is written, when the mail itself says so. */
	Locale localeOr(Locale other) {
		return (this.language != null) ? Locale.forLanguageTag(this.language) : other;
	}

	/** Without what it says. */
	@Override
	public String toString() {
		return "Mail[id=" + this.id + ", template=" + this.template + ", state=" + this.state + "]";
	}

}
