package org.parley.auth.signin.passkey;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.auth.signin.passkey.PasskeyCreationOptions.Owner;
import org.parley.auth.signin.passkey.webauthn.RelyingParty;
import org.parley.auth.signin.passkey.webauthn.WebAuthnCeremonies;
import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.signin.admission.RegistrationGate;
import org.parley.auth.signin.registration.OpenAccount;
import org.parley.auth.user.Username;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Issues the options with which a browser creates a passkey. */
@Component
public class StartPasskeyRegistration {

	private final Passkeys passkeys;

	private final WebAuthnCeremonies ceremonies;

	private final RelyingParty relyingParty;

	private final VerifyOwner verifyOwner;

	private final RegistrationGate gate;

	private final OpenAccount openAccount;

	StartPasskeyRegistration(Passkeys passkeys, WebAuthnCeremonies ceremonies, RelyingParty relyingParty,
			VerifyOwner verifyOwner, RegistrationGate gate, OpenAccount openAccount) {
		this.passkeys = passkeys;
		this.ceremonies = ceremonies;
		this.relyingParty = relyingParty;
		this.verifyOwner = verifyOwner;
		this.gate = gate;
		this.openAccount = openAccount;
	}

	/**
	 * Verifies password and second factor, then issues the options.
	 * @throws RefusalException as {@link VerifyOwner}; 409 {@code passkey.too-many}
	 */
	PasskeyCreationOptions start(Caller caller, VerifyOwner.Proof proof, ClientDevice clientDevice) {
		return this.verifyOwner.verify(caller, proof, clientDevice, (user) -> {
			var existing = this.passkeys.requireRoomForAnother(user.id());
			var challenge = this.ceremonies.startRegistration(user.id(), caller.sessionId());
			return PasskeyCreationOptions.of(challenge,
					Owner.of(user.id(), user.username(), user.profile().displayName()), existing, this.relyingParty);
		});
	}

	/**
	 * Issues the options to a newcomer, for an account that does not exist yet. The
	 * device keeps a passkey whose registration is refused, so everything that is known
	 * is checked here, except for the address where addresses are hidden.
	 * @throws RefusalException as {@link RegistrationGate#requireOpen}; 409
	 * {@code user.email-taken} or {@code user.username-taken}
	 */
	public PasskeyCreationOptions startFirst(Username username, String displayName, @Nullable String email,
			@Nullable String invitation) {
		this.gate.requireOpen(email, invitation);
		this.openAccount.requireFree(username, this.gate.isHidingAddresses() ? null : email);
		var userId = Ids.next();
		return PasskeyCreationOptions.of(this.ceremonies.startRegistration(userId, AddPasskey.NEWCOMER),
				Owner.of(userId, username.text(), displayName), List.of(), this.relyingParty);
	}

}
