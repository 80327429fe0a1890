package org.parley.notification.mail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.SealedEventSecret;
import org.parley.platform.runtime.tracing.RequestOrigin;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A queued mail. Its address and token are sealed, and are removed together with its
 * content when its state is final.
 *
 * @param id also the local part of the Message-ID
 * @param key cause of the mail; unique
 * @param userId the recipient
 * @param address sealed address; null for the contact address of the user
 * @param token sealed token of its link
 * @param language BCP 47 tag; null for the language of the user
 * @param values values of the template
 * @param items listed notifications
 * @param about id of its notification, or another subject by which it is checked again
 * @param rank that of its template
 * @param attempts refusals by the mail server
 * @param dueAt time of the next attempt, or end of the lease; absent if the state is
 * final
 * @param expiresAt when it becomes useless
 * @param createdAt when it was queued
 * @param doneAt when its state became final; start of the retention period
 * @param sentTo masked address
 * @param addressKey hash of the address to which it was sent
 * @param outcome what the provider has reported
 * @param reason code of the refusal, of waiting for a server or of dropping it, and what
 * the server says
 * @param correlationId of the request that caused it
 * @param traceparent the span that caused it
 */
@Document("mails")
@CompoundIndex(def = "{'key': 1}", unique = true)
@CompoundIndex(def = "{'rank': 1, 'dueAt': 1}")
@CompoundIndex(def = "{'state': 1, '_id': -1}")
@CompoundIndex(def = "{'userId': 1, '_id': -1}")
public record Mail(@Id String id, String key, MailTemplate template, String userId, @Nullable String address,
		@Nullable String token, @Nullable String language, Map<String, String> values, List<NewMail.Item> items,
		@Nullable String about, MailState state, int rank, int attempts, @Nullable Instant dueAt,
		@Nullable Instant expiresAt, Instant createdAt, @Nullable Instant doneAt, @Nullable String sentTo,
		@Nullable String addressKey, @Nullable String outcome, @Nullable String reason, @Nullable String correlationId,
		@Nullable String traceparent) {

	static Mail of(String id, NewMail mail, Instant now, @Nullable RequestOrigin origin) {
		return new Mail(id, mail.key(), mail.template(), mail.userId(), jwe(mail.address()), jwe(mail.token()),
				mail.language(), mail.values(), mail.items(), mail.about(), MailState.WAITING, mail.template().rank(),
				0, Objects.requireNonNullElse(mail.earliest(), now), mail.expiresAt(), now, null, null, null, null,
				null, (origin != null) ? origin.correlationId() : null,
				(origin != null) ? origin.trace().toString() : null);
	}

	private static @Nullable String jwe(@Nullable SealedEventSecret sealed) {
		return (sealed != null) ? sealed.jwe() : null;
	}

	/** The same mail with other items. */
	public Mail listing(List<NewMail.Item> listed) {
		return new Mail(this.id, this.key, this.template, this.userId, this.address, this.token, this.language,
				this.values, listed, this.about, this.state, this.rank, this.attempts, this.dueAt, this.expiresAt,
				this.createdAt, this.doneAt, this.sentTo, this.addressKey, this.outcome, this.reason,
				this.correlationId, this.traceparent);
	}

	public boolean isExpired(Instant now) {
		return this.expiresAt != null && !this.expiresAt.isAfter(now);
	}

	/** The language of this mail, or the other one. */
	public Locale localeOr(Locale other) {
		return (this.language != null) ? Locale.forLanguageTag(this.language) : other;
	}

	/** Omits address, token and content. */
	@Override
	public String toString() {
		return "Mail[id=" + this.id + ", template=" + this.template + ", state=" + this.state + "]";
	}

}
