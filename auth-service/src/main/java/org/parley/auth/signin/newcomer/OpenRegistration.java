package org.parley.auth.signin.newcomer;

import org.parley.auth.signin.admission.RegistrationGate;
import org.parley.auth.signin.held.FirstPasskey;
import org.parley.auth.signin.held.Registration;
import org.parley.auth.signin.passkey.AddPasskey;
import org.parley.auth.signin.registration.OpenAccount;
import org.parley.auth.user.Admission;
import org.parley.auth.user.User;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Opens the account of a registration. Part of the caller's transaction. */
@Component
class OpenRegistration {

	private final RegistrationGate gate;

	private final OpenAccount openAccount;

	private final AddPasskey addPasskey;

	private final Audit audit;

	OpenRegistration(RegistrationGate gate, OpenAccount openAccount, AddPasskey addPasskey, Audit audit) {
		this.gate = gate;
		this.openAccount = openAccount;
		this.addPasskey = addPasskey;
		this.audit = audit;
	}

	/**
	 * Opens the account.
	 * @throws RefusalException as {@link RegistrationGate#admit}; 409
	 * {@code user.email-taken}, {@code user.username-taken}, {@code passkey.known}
	 */
	User open(Registration registration, ClientDevice clientDevice) {
		return open(registration, admit(registration), clientDevice);
	}

	/** Opens the account of a newcomer who has verified the address. */
	User openVerified(Registration registration, ClientDevice clientDevice) {
		return open(registration, admit(registration).proven(), clientDevice);
	}

	private Admission admit(Registration registration) {
		var account = registration.account().account();
		return this.gate.admitWithHash(account.id(), account.email(), registration.invitation());
	}

	private User open(Registration registration, Admission admission, ClientDevice clientDevice) {
		var user = this.openAccount.open(registration.account(), admission);
		var passkey = registration.passkey();
		if (passkey == null) {
			this.audit.record(AuditAction.REGISTERED, user.id(), null, clientDevice);
		}
		else {
			add(passkey, user, clientDevice);
		}
		return user;
	}

	private void add(FirstPasskey passkey, User user, ClientDevice clientDevice) {
		try {
			this.addPasskey.addFirst(user, passkey.name(), passkey.credential(), clientDevice);
		}
		catch (DuplicateKeyException ex) {
			throw RefusalException.conflict("passkey.known", "This passkey has already been added.");
		}
	}

}
