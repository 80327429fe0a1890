package org.parley.auth.account.personaltoken;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.tokens.session.SessionRevoked;
import org.parley.auth.user.User;
import org.parley.platform.web.Ids;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.mongodb.core.mapping.Document;

/** A person's permission for a program of theirs, until it expires or is taken back. */
@Document("personal_tokens")
class PersonalToken extends AbstractAggregateRoot<PersonalToken> {

	static final Duration LONGEST = Duration.ofDays(366);

	@Id
	private final String id;

	private final String userId;

	private final String name;

	private final List<PersonalTokenScope> scopes;

	/** Unique, so that a secret has one token. Only queries read it. */
	@SuppressWarnings("UnusedVariable")
	private final String hash;

	private final Instant createdAt;

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
	 * Somebody permits a program of theirs to act for them.
	 * @throws ProblemException 400 about {@code scopes} that are none or beyond their
	 * role, and about {@code expiresAt} that is past or too far
	 */
	static PersonalToken issue(User owner, String name, Collection<String> scopes, PersonalTokenSecret secret,
			Instant expiresAt, Instant now) {
		if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
			throw ProblemException.field("expiresAt", "token.expiry", "must be in the future, within a year");
		}
		return new PersonalToken(Ids.next(), owner.id(), name.strip(), known(scopes, owner), secret.hash(), now,
				expiresAt.truncatedTo(ChronoUnit.MILLIS), null, 0);
	}

	private static List<PersonalTokenScope> known(Collection<String> scopes, User owner) {
		var known = new TreeSet<PersonalTokenScope>();
		for (var scope : scopes) {
			known.add(PersonalTokenScope.of(scope)
				.filter((candidate) -> candidate.isFor(owner.role()))
				.orElseThrow(
						() -> ProblemException.field("scopes", "token.scope", "must be scopes that you may give")));
		}
		return List.copyOf(known);
	}

	/** A program has come with it. */
	void use(Instant now) {
		this.lastUsedAt = now;
	}

	/** It counts no more, nor do access tokens that were given for it. */
	void revoke(SessionEndReason reason) {
		registerEvent(SessionRevoked.grant(this.userId, this.id, reason));
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

	/** As tokens and answers name them. */
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

	/** What the aggregate has to tell once it is saved or deleted. */
	@Override
	protected Collection<Object> domainEvents() {
		return super.domainEvents();
	}

}
