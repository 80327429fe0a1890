package org.parley.auth.signin.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.User;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.data.mongodb.core.mapping.Document;

/** The set-up of this installation: there is one, and it happens once. */
@Document("setup")
class Setup extends AbstractAggregateRoot<Setup> {

	static final String ID = "setup";

	/** The name of a forum that was never given one. */
	static final String UNNAMED = "Parley";

	/**
	 * How long a token that was made stays in force though another instance starts: both
	 * log where they were started together, and only one token counts.
	 */
	static final Duration STARTING_TOGETHER = Duration.ofSeconds(30);

	@Id
	private final String id;

	private @Nullable String tokenHash;

	private @Nullable Instant tokenIssuedAt;

	private @Nullable Instant completedAt;

	private @Nullable String forumName;

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
	 * Puts a token that was made in the place of the one before.
	 * @return false when the set-up is done, or an instance that started together with
	 * this one was first
	 */
	boolean issue(SetupToken token, Instant now) {
		var issued = this.tokenIssuedAt;
		if (isDone() || (issued != null && now.isBefore(issued.plus(STARTING_TOGETHER)))) {
			return false;
		}
		replace(token, now);
		return true;
	}

	/**
	 * Puts the operator's token in the place of the one before.
	 * @return false when the set-up is done, or this token is in force already
	 */
	boolean accept(SetupToken token, Instant now) {
		if (isDone() || token.matches(this.tokenHash)) {
			return false;
		}
		replace(token, now);
		return true;
	}

	private void replace(SetupToken token, Instant now) {
		this.tokenHash = token.hash();
		this.tokenIssuedAt = now;
	}

	/**
	 * Lets nobody but the operator go on.
	 * @throws ProblemException 409 {@code setup.done}; 403 {@code setup.token-invalid}
	 */
	void require(SetupToken token) {
		if (isDone()) {
			throw ProblemException.conflict("setup.done", "This installation is set up already.");
		}
		if (!token.matches(this.tokenHash)) {
			throw ProblemException.forbidden("setup.token-invalid",
					"This is not the set-up token of this installation. The log of auth-service has it, unless the operator has set it.");
		}
	}

	/** Everything is there; no token counts any more. */
	void complete(String name, List<FirstCategory> first, User admin) {
		end(name, admin.createdAt());
		this.categories = first;
		registerEvent(new SetupCompleted(new SetupCompleted.Forum(forumName()), first, admin.reference()));
	}

	/**
	 * An installation from before there was a set-up needs none.
	 * @return false when it is done already
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

	String forumName() {
		return Objects.requireNonNullElse(this.forumName, UNNAMED);
	}

	/** What the aggregate has to tell once it is saved. */
	@Override
	protected Collection<Object> domainEvents() {
		return super.domainEvents();
	}

	@Override
	public String toString() {
		return "Setup[%s, %s, %s, %s]".formatted(this.id, isDone(), this.categories, this.version);
	}

}
