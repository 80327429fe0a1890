package org.parley.auth.signin.secondfactor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.secondfactor.code.RecoveryCode;
import org.parley.auth.signin.secondfactor.code.Totp;
import org.parley.platform.domain.RefusalException;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A user's authenticator app and recovery codes: pending until the first code, then
 * required at every sign-in. Each code is valid once.
 */
@Document("second_factors")
class SecondFactor {

	/** Time from the enrolment to the first code. */
	static final Duration PATIENCE = Duration.ofMinutes(15);

	@Id
	private final String userId;

	private String sealedSecret;

	@Indexed(expireAfter = "0s", useGeneratedName = true)
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

	/** Starts the enrolment, which the first code completes. */
	static SecondFactor start(String userId, String sealedSecret, Instant now) {
		return new SecondFactor(userId, sealedSecret, now.plus(PATIENCE), null, 0, List.of(), 0);
	}

	/**
	 * Replaces the secret of a pending enrolment.
	 * @throws RefusalException 409 {@code two-factor.enabled}
	 */
	void restart(String newSecret, Instant now) {
		if (isEnabled()) {
			throw RefusalException.conflict("two-factor.enabled", "Two-factor sign-in is enabled. Disable it first.");
		}
		this.sealedSecret = newSecret;
		this.pendingUntil = now.plus(PATIENCE);
	}

	/**
	 * Enables the second factor with its first code.
	 * @throws RefusalException 409 {@code two-factor.enabled}; 404
	 * {@code two-factor.none} when the enrolment has expired; 403 {@code auth.otp-wrong}
	 */
	void confirm(Totp secret, String code, List<RecoveryCode> codes, Instant now) {
		if (this.pendingUntil == null) {
			throw RefusalException.conflict("two-factor.enabled", "Two-factor sign-in is already enabled.");
		}
		if (!now.isBefore(this.pendingUntil)) {
			throw WrongCodeException.none();
		}
		if (!redeem(secret, code, now)) {
			throw WrongCodeException.ofChange();
		}
		this.pendingUntil = null;
		this.enabledAt = now;
		replaceRecoveryCodes(codes);
	}

	/** Redeems a code of the app; false when it is wrong or has been used. */
	boolean redeem(Totp secret, String code, Instant now) {
		var step = secret.stepOf(code, now);
		if (step.isEmpty() || step.getAsLong() <= this.lastStep) {
			return false;
		}
		this.lastStep = step.getAsLong();
		return true;
	}

	/** Redeems a recovery code; false when it is wrong or has been used. */
	boolean redeem(RecoveryCode code) {
		var left = new ArrayList<>(this.recoveryHashes);
		var known = left.remove(code.hash());
		this.recoveryHashes = List.copyOf(left);
		return known;
	}

	/** Replaces all recovery codes. */
	void replaceRecoveryCodes(List<RecoveryCode> codes) {
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
