package org.parley.auth.signin.secondfactor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person's authenticator app and recovery codes: pending until its first code, then
 * demanded at every sign-in. Each code counts once.
 */
@Document("second_factors")
class SecondFactor {

	/** How long somebody may take from the secret to the first code. */
	static final Duration PATIENCE = Duration.ofMinutes(15);

	@Id
	private final String userId;

	private String sealedSecret;

	private @Nullable Instant pendingUntil;

	private @Nullable Instant enabledAt;

	private long lastStep;

	private List<String> recoveryHashes;

	@Version
	@SuppressWarnings("UnusedVariable")
	private long version;

	SecondFactor(String userId, String sealedSecret, @Nullable Instant pendingUntil, @Nullable Instant enabledAt,
			long lastStep, List<String> recoveryHashes, long version) {
		this.userId = userId;
		this.sealedSecret = sealedSecret;
		this.pendingUntil = pendingUntil;
		this.enabledAt = enabledAt;
		this.lastStep = lastStep;
		this.recoveryHashes = recoveryHashes;
		this.version = version;
	}

	/** Nothing is demanded yet: the first code must show that the app has the secret. */
	static SecondFactor begin(String userId, String sealedSecret, Instant now) {
		return new SecondFactor(userId, sealedSecret, now.plus(PATIENCE), null, 0, List.of(), 0);
	}

	/**
	 * Another secret, by somebody who never showed a code of the one before.
	 * @throws ProblemException 409 {@code two-factor.enabled}
	 */
	void beginAnew(String otherSecret, Instant now) {
		if (isEnabled()) {
			throw ProblemException.conflict("two-factor.enabled", "Two-factor sign-in is on. Switch it off first.");
		}
		this.sealedSecret = otherSecret;
		this.pendingUntil = now.plus(PATIENCE);
	}

	/**
	 * The first code: from now on one is demanded.
	 * @throws ProblemException 409 {@code two-factor.enabled}; 404
	 * {@code two-factor.none} when it took too long; 403 {@code auth.otp-wrong}
	 */
	void confirm(Totp secret, String code, List<RecoveryCode> codes, Instant now) {
		if (this.pendingUntil == null) {
			throw ProblemException.conflict("two-factor.enabled", "Two-factor sign-in is on already.");
		}
		if (!now.isBefore(this.pendingUntil)) {
			throw WrongCodeException.none();
		}
		if (!take(secret, code, now)) {
			throw WrongCodeException.refused();
		}
		this.pendingUntil = null;
		this.enabledAt = now;
		renew(codes);
	}

	/** Uses a code of the app up; false when it is wrong, or was used before. */
	boolean take(Totp secret, String code, Instant now) {
		var step = secret.stepOf(code, now);
		if (step.isEmpty() || step.getAsLong() <= this.lastStep) {
			return false;
		}
		this.lastStep = step.getAsLong();
		return true;
	}

	/** Uses a recovery code up; false when it is none, or was used before. */
	boolean take(RecoveryCode code) {
		var left = new ArrayList<>(this.recoveryHashes);
		var known = left.remove(code.hash());
		this.recoveryHashes = List.copyOf(left);
		return known;
	}

	/** Other recovery codes count, and none of those before. */
	void renew(List<RecoveryCode> codes) {
		this.recoveryHashes = codes.stream().map(RecoveryCode::hash).toList();
	}

	boolean isEnabled() {
		return this.enabledAt != null;
	}

	boolean wasEnabledBefore(Instant then) {
		return this.enabledAt != null && this.enabledAt.isBefore(then);
	}

	String userId() {
		return this.userId;
	}

	String sealedSecret() {
		return this.sealedSecret;
	}

	@Nullable Instant enabledAt() {
		return this.enabledAt;
	}

	int recoveryCodesLeft() {
		return this.recoveryHashes.size();
	}

}
