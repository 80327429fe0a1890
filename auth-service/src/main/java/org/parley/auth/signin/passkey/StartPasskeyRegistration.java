package org.parley.auth.signin.passkey;

import org.parley.auth.signin.passkey.webauthn.RelyingParty;
import org.parley.auth.signin.passkey.webauthn.WebAuthnCeremonies;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Issues the options with which a browser creates a passkey. */
@Component
class StartPasskeyRegistration {

	private final Passkeys passkeys;

	private final WebAuthnCeremonies ceremonies;

	private final RelyingParty relyingParty;

	private final VerifyOwner verifyOwner;

	StartPasskeyRegistration(Passkeys passkeys, WebAuthnCeremonies ceremonies, RelyingParty relyingParty,
			VerifyOwner verifyOwner) {
		this.passkeys = passkeys;
		this.ceremonies = ceremonies;
		this.relyingParty = relyingParty;
		this.verifyOwner = verifyOwner;
	}

	/**
	 * Verifies password and second factor, then issues the options.
	 * @throws RefusalException as {@link VerifyOwner}; 409 {@code passkey.too-many}
	 */
	PasskeyCreationOptions start(Caller caller, VerifyOwner.Proof proof, ClientDevice clientDevice) {
		return this.verifyOwner.verify(caller, proof, clientDevice, (user) -> {
			var existing = this.passkeys.requireRoomForAnother(user.id());
			var challenge = this.ceremonies.startRegistration(user.id(), caller.sessionId());
			return PasskeyCreationOptions.of(challenge, user, existing, this.relyingParty);
		});
	}

}
