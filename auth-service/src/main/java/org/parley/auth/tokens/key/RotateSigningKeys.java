package org.parley.auth.tokens.key;

import org.parley.platform.jobs.Job;

import org.springframework.stereotype.Component;

/** Rotates the signing keys when they are due and deletes those that have expired. */
@Component
class RotateSigningKeys implements Job {

	private final SigningKeyRotation signingKeyRotation;

	private final SigningKeyStore keys;

	RotateSigningKeys(SigningKeyRotation signingKeyRotation, SigningKeyStore keys) {
		this.signingKeyRotation = signingKeyRotation;
		this.keys = keys;
	}

	@Override
	public String name() {
		return "rotate-signing-keys";
	}

	@Override
	public String schedule() {
		return "0 20 * * * *";
	}

	@Override
	public String run() {
		var rotated = this.signingKeyRotation.rotateWhenDue();
		return "%s; %d expired keys deleted.".formatted(rotated ? "Keys rotated" : "No rotation due",
				this.keys.deleteExpired());
	}

}
