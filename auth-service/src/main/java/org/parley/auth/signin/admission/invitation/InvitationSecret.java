package org.parley.auth.signin.admission.invitation;

import java.util.random.RandomGenerator;

import org.parley.platform.domain.RandomText;
import org.parley.platform.domain.Sha256;

/**
 * The secret of an invitation. Only its hash is stored.
 *
 * @param text for the address of the registration page
 */
record InvitationSecret(String text) {

	private static final String PREFIX = "parley_invite_";

	static InvitationSecret generate(RandomGenerator random) {
		return new InvitationSecret(RandomText.withPrefix(PREFIX, random));
	}

	String hash() {
		return Sha256.hex(this.text);
	}

	/** Omits the secret. */
	@Override
	public String toString() {
		return "InvitationSecret[***]";
	}

}
