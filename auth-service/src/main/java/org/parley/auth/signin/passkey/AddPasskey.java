package org.parley.auth.signin.passkey;

import java.time.InstantSource;

import org.parley.auth.signin.credential.CallerTransaction;
import org.parley.auth.signin.credential.RecordCredentialChange;
import org.parley.auth.signin.passkey.webauthn.Attestation;
import org.parley.auth.signin.passkey.webauthn.InvalidCredentialException;
import org.parley.auth.signin.passkey.webauthn.NewCredential;
import org.parley.auth.signin.passkey.webauthn.WebAuthnCeremonies;
import org.parley.auth.user.User;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.Caller;
import org.parley.platform.domain.RefusalException;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Adds the passkey that a browser has created, to an account or with it. */
@Component
public class AddPasskey {

	/** In place of a session, for accounts that do not exist yet. */
	static final String NEWCOMER = "newcomer";

	private final Passkeys passkeys;

	private final WebAuthnCeremonies ceremonies;

	private final CallerTransaction callerTransaction;

	private final RecordCredentialChange recordChange;

	private final Audit audit;

	private final InstantSource clock;

	AddPasskey(Passkeys passkeys, WebAuthnCeremonies ceremonies, CallerTransaction callerTransaction,
			RecordCredentialChange recordChange, Audit audit, InstantSource clock) {
		this.passkeys = passkeys;
		this.ceremonies = ceremonies;
		this.callerTransaction = callerTransaction;
		this.recordChange = recordChange;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Verifies and adds the passkey. The challenge is redeemed even if this fails.
	 * @param attended whether its owner must have been asked
	 * @throws RefusalException 400 about {@code credential}; 409 {@code passkey.known},
	 * {@code passkey.too-many}
	 */
	Passkey add(Caller caller, String name, Attestation attestation, boolean attended, ClientDevice clientDevice) {
		var credential = verify(caller.id(), caller.sessionId(), attestation, attended);
		try {
			return this.callerTransaction.run(caller, (user) -> {
				var passkey = Passkey.add(user.id(), name, credential, this.clock.instant());
				this.passkeys.requireRoomForAnother(user.id());
				user.revokeLinks();
				this.recordChange.record(user, SecurityAlert.Kind.PASSKEY_ADDED, AuditAction.PASSKEY_ADDED,
						passkey.id(), clientDevice);
				return this.passkeys.save(passkey);
			});
		}
		catch (DuplicateKeyException ex) {
			throw RefusalException.conflict("passkey.known", "This passkey has already been added.");
		}
	}

	/**
	 * Verifies the passkey of a newcomer.
	 * @throws RefusalException 400 about {@code credential}
	 */
	public NewCredential verifyFirst(String userId, Attestation attestation) {
		return verify(userId, NEWCOMER, attestation, true);
	}

	/**
	 * Adds the passkey to a new account. Part of the caller's transaction.
	 * @throws DuplicateKeyException when the passkey belongs to an account
	 */
	public void addFirst(User user, String name, NewCredential credential, ClientDevice clientDevice) {
		this.passkeys.save(Passkey.add(user.id(), name, credential, this.clock.instant()));
		this.audit.record(AuditAction.REGISTERED, user.id(), "passkey", clientDevice);
	}

	private NewCredential verify(String userId, String sessionId, Attestation attestation, boolean attended) {
		try {
			return this.ceremonies.finishRegistration(userId, sessionId, attestation, attended);
		}
		catch (InvalidCredentialException ex) {
			throw RefusalException.field("credential", "passkey.refused",
					"must be a new passkey for this challenge, with user verification unless it is conditional");
		}
	}

}
