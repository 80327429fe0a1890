package org.parley.auth.account.personaltoken;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.Role;
import org.parley.auth.user.User;
import org.parley.contracts.account.SessionRevoked;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A personal access token, valid until it expires or is revoked. */
@Document("personal_tokens")
@CompoundIndex(def = "{'hash': 1}", unique = true)
@CompoundIndex(def = "{'userId': 1, '_id': -1}")
class PersonalToken extends AbstractAggregateRoot<PersonalToken> {

	static final Duration LONGEST = Duration.ofDays(366);

	@Id
	private final String id;

	private final String userId;

	private final String name;

	private final List<PersonalTokenScope> scopes;

	/** The hash of the secret, unique. Only queries read it. */
	@SuppressWarnings("UnusedVariable")
	private final String hash;

	private final Instant createdAt;

	/** A job ends and deletes expired tokens; MongoDB does so only if none has run. */
	@Indexed(expireAfter = "7d", useGeneratedName = true)
	private final Instant expiresAt;

	private @Nullable Instant lastUsedAt;

	@Version
	@SuppressWarnings("UnusedVariable")
	private long version;

	PersonalToken(String id, String userId, String name, List<PersonalTokenScope> scopes, String hash,
			Instant createdAt, Instant expiresAt, @Nullable Instant lastUsedAt, long version) {
		this.id = id;
		this.userId = userId;
		this.name = name;
		this.scopes = scopes;
		this.hash = hash;
		this.createdAt = createdAt;
		this.expiresAt = expiresAt;
		this.lastUsedAt = lastUsedAt;
		this.version = version;
	}

	/**
	 * Issues a token.
	 * @throws RefusalException 400 {@code token.scope} if a scope is unknown or exceeds
	 * the owner's role; 400 {@code token.expiry} if the expiry has passed or is more than
	 * 366 days away
	 */
	static PersonalToken issue(User owner, String name, Collection<String> scopes, OpaqueSecret secret,
			Instant expiresAt, Instant now) {
		var parsed = new TreeSet<PersonalTokenScope>();
		RefusalException.checkAll(() -> requireExpiry(expiresAt, now),
				() -> scopes.forEach((scope) -> parsed.add(parse(scope, owner))));
		return new PersonalToken(Ids.next(), owner.id(), name.strip(), List.copyOf(parsed), secret.hash(), now,
				expiresAt.truncatedTo(ChronoUnit.MILLIS), null, 0);
	}

	private static void requireExpiry(Instant expiresAt, Instant now) {
		if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
			throw RefusalException.field("expiresAt", "token.expiry", "must be in the future, within a year");
		}
	}

	private static PersonalTokenScope parse(String scope, User owner) {
		return PersonalTokenScope.of(scope)
			.filter((candidate) -> candidate.isPermittedTo(owner.role()))
			.orElseThrow(
					() -> RefusalException.field("scopes", "token.scope", "must be scopes that your role permits"));
	}

	/** Records a use. */
	void use(Instant now) {
		this.lastUsedAt = now;
	}

	/**
	 * Registers the revocation of the access tokens issued for it. The caller deletes it.
	 */
	void revoke(SessionEndReason reason) {
		registerEvent(SessionRevoked.ofSession(this.userId, this.id, reason.json()));
	}

	boolean isLive(Instant now) {
		return now.isBefore(this.expiresAt);
	}

	String id() {
		return this.id;
	}

	String userId() {
		return this.userId;
	}

	String name() {
		return this.name;
	}

	/**
	 * The names of the scopes in access tokens. Apps have a scope of its own for the mail
	 * address, which a personal token shows with the rest of the account.
	 */
	List<String> grantedScopes() {
		return this.scopes.stream().flatMap(PersonalTokenScope::granted).toList();
	}

	/** The names of the scopes in API answers. */
	List<String> scopes() {
		return this.scopes.stream().map(PersonalTokenScope::text).toList();
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant expiresAt() {
		return this.expiresAt;
	}

	@Nullable Instant lastUsedAt() {
		return this.lastUsedAt;
	}

	/** Widens the access for tests. */
	@Override
	protected Collection<Object> domainEvents() {
		return super.domainEvents();
	}

	/** The scopes of personal access tokens, limited by the owner's role. */
	enum PersonalTokenScope {

		/** Read the own account, including the mail address. */
		PROFILE("profile", Role.USER),
		/** Read everything that the owner may read. */
		THREADS_READ("threads:read", Role.USER),
		/** Write, vote and report. */
		THREADS_WRITE("threads:write", Role.USER),
		/** Read conversations. */
		CHAT_READ("chat:read", Role.USER),
		/** Write in conversations. */
		CHAT_WRITE("chat:write", Role.USER),
		/** Read the feed and what followed people show. */
		SOCIAL_READ("social:read", Role.USER),
		/** Post, comment, react, follow and block. */
		SOCIAL_WRITE("social:write", Role.USER),
		/** Upload pictures, and see and change the own ones. */
		MEDIA_WRITE("media:write", Role.USER),
		/** Read notifications and mark them as read. */
		NOTIFICATIONS("notifications", Role.USER),
		/** Manage the own webhook subscriptions. */
		WEBHOOKS("webhooks", Role.USER),
		/** Moderate. */
		MODERATION("moderation", Role.MODERATOR),
		/** Administer. */
		ADMIN("admin", Role.ADMIN);

		private final String text;

		private final Role required;

		PersonalTokenScope(String text, Role required) {
			this.text = text;
			this.required = required;
		}

		/** Parses the name used in tokens and API answers. */
		static Optional<PersonalTokenScope> of(String text) {
			return Arrays.stream(values()).filter((scope) -> scope.text.equals(text)).findAny();
		}

		boolean isPermittedTo(Role role) {
			return role.compareTo(this.required) >= 0;
		}

		private Stream<String> granted() {
			return (this == PROFILE) ? Stream.of(this.text, "email") : Stream.of(this.text);
		}

		/** The name used in tokens and API answers. */
		String text() {
			return this.text;
		}

	}

}
