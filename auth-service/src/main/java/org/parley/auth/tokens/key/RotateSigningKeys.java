package org.parley.auth.tokens.key;

import org.parley.platform.jobs.Job;

import org.springframework.stereotype.Component;

/** Rotates the signing keys when it is time, and forgets those that nothing needs. */
@Component
class RotateSigningKeys implements Job {

	private final SigningKeyRotation signingKeyRotation;

	RotateSigningKeys(SigningKeyRotation signingKeyRotation) {
		this.signingKeyRotation = signingKeyRotation;
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
		return "%s; %d keys were forgotten.".formatted(rotated ? "Another key signs" : "The same key signs",
				this.signingKeyRotation.forgetOutlived());
	}

}
