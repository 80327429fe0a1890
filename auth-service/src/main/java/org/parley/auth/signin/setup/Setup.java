package org.parley.auth.signin.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.auth.user.User;
import org.parley.contracts.account.SetupCompleted;
import org.parley.platform.domain.RefusalException;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.mongodb.core.mapping.Document;

/** The set-up of this installation, a singleton that is completed once. */
@Document("setup")
class Setup extends AbstractAggregateRoot<Setup> {

	static final String ID = "setup";

	/** Default name of the forum. */
	static final String UNNAMED = "Parley";

	/**
	 * Time in which a generated token is not replaced, so that instances which start
	 * together log one token.
	 */
	static final Duration STARTING_TOGETHER = Duration.ofSeconds(30);

	@Id
	private final String id;

	private @Nullable String tokenHash;

	private @Nullable Instant tokenIssuedAt;

	private @Nullable Instant completedAt;

	private @Nullable String forumName;

	private @Nullable Brand brand;

	private List<FirstCategory> categories = List.of();

	@Version
	private @Nullable Long version;

	Setup(String id) {
		this.id = id;
	}

	static Setup begin() {
		return new Setup(ID);
	}

	/**
	 * Replaces the token with a generated one.
	 * @return false when the set-up is complete or another instance has just issued one
	 */
	boolean issue(OpaqueSecret token, Instant now) {
		var issued = this.tokenIssuedAt;
		if (isDone() || (issued != null && now.isBefore(issued.plus(STARTING_TOGETHER)))) {
			return false;
		}
		replace(token, now);
		return true;
	}

	/**
	 * Replaces the token with the operator's.
	 * @return false when the set-up is complete or has this token already
	 */
	boolean accept(OpaqueSecret token, Instant now) {
		if (isDone() || token.matches(this.tokenHash)) {
			return false;
		}
		replace(token, now);
		return true;
	}

	private void replace(OpaqueSecret token, Instant now) {
		this.tokenHash = token.hash();
		this.tokenIssuedAt = now;
	}

	/**
	 * Requires a valid token.
	 * @throws RefusalException 409 {@code setup.done}; 403 {@code setup.token-invalid}
	 */
	void require(OpaqueSecret token) {
		if (isDone()) {
			throw done();
		}
		if (!token.matches(this.tokenHash)) {
			throw RefusalException.forbidden("setup.token-invalid",
					"The set-up token is wrong. The log of auth-service has it, unless the operator has set it.");
		}
	}

	/** The refusal of a second set-up. */
	static RefusalException done() {
		return RefusalException.conflict("setup.done", "This installation is already set up.");
	}

	/** Completes the set-up and invalidates the token. */
	void complete(String name, @Nullable String language, List<FirstCategory> first, User admin) {
		end(name, admin.createdAt());
		this.categories = first;
		registerEvent(new SetupCompleted(new SetupCompleted.Forum(forumName(), language),
				first.stream().map(FirstCategory::planned).toList(), admin.reference()));
	}

	/**
	 * Completes the set-up of an installation that already has an administrator.
	 * @return false when it is already complete
	 */
	boolean adopt(Instant now) {
		if (isDone()) {
			return false;
		}
		end(UNNAMED, now);
		return true;
	}

	private void end(String name, Instant now) {
		this.forumName = name.strip();
		this.completedAt = now;
		this.tokenHash = null;
		this.tokenIssuedAt = null;
	}

	boolean isDone() {
		return this.completedAt != null;
	}

	/** Changes how the forum presents itself. */
	void rebrand(Brand brand) {
		this.brand = brand;
	}

	Brand brand() {
		return (this.brand != null) ? this.brand : Brand.named(Objects.requireNonNullElse(this.forumName, UNNAMED));
	}

	String forumName() {
		return brand().name();
	}

	/** Grows with every change; 0 before the set-up. */
	long version() {
		return (this.version != null) ? this.version + 1 : 0;
	}

	/** Visible for tests. */
	@Override
	protected Collection<Object> domainEvents() {
		return super.domainEvents();
	}

	@Override
	public String toString() {
		return "Setup[%s, %s, %s, %s]".formatted(this.id, isDone(), this.categories, this.version);
	}

}
