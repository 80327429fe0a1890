package org.parley.auth.federation.join;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.identity.LinkedIdentities;
import org.parley.auth.federation.identity.LinkedIdentity;
import org.parley.auth.federation.protocol.ProviderAccount;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.signin.admission.RegistrationGate;
import org.parley.auth.signin.registration.NewAccount;
import org.parley.auth.signin.registration.OpenAccount;
import org.parley.auth.signin.registration.OpenAccount.PreparedAccount;
import org.parley.auth.signin.verification.RequestEmailVerification;
import org.parley.auth.user.Admission;
import org.parley.auth.user.User;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Opens an account without a password for an identity. Part of the caller's transaction:
 * of two requests for one identity, one opens an account.
 */
@Component
class RegisterWithProvider {

	private final RegistrationGate gate;

	private final OpenAccount openAccount;

	private final LinkedIdentities identities;

	private final RequestEmailVerification requestVerification;

	private final Audit audit;

	private final InstantSource clock;

	RegisterWithProvider(RegistrationGate gate, OpenAccount openAccount, LinkedIdentities identities,
			RequestEmailVerification requestVerification, Audit audit, InstantSource clock) {
		this.gate = gate;
		this.openAccount = openAccount;
		this.identities = identities;
		this.requestVerification = requestVerification;
		this.audit = audit;
		this.clock = clock;
	}

	/** The free username that the provider's names suggest. */
	String suggestUsername(PendingAccount pending) {
		var account = pending.account();
		var name = (account.username() != null) ? account.username() : account.name();
		return this.openAccount.findFreeUsername((name != null) ? name : "").text();
	}

	/**
	 * Opens the account. An address that a trusted provider has verified is verified
	 * here, too; any other one receives a mail.
	 * @throws RefusalException as {@link RegistrationGate#admit}; 409
	 * {@code identity.taken}, {@code user.email-taken}, {@code user.username-taken}
	 */
	User register(IdentityProvider provider, PendingAccount pending, Newcomer newcomer, ClientDevice clientDevice) {
		var admission = this.gate.admit(newcomer.account().id(), newcomer.account().email(), newcomer.invitation());
		var identity = pending.account();
		if (this.identities.findByIssuerAndSubject(identity.issuer(), identity.subject()).isPresent()) {
			throw taken();
		}
		var user = open(provider, identity, newcomer.account(), admission);
		try {
			this.identities.save(LinkedIdentity.link(user.id(), provider.id(), identity, this.clock.instant()));
		}
		catch (DuplicateKeyException ex) {
			throw taken();
		}
		this.audit.record(AuditAction.REGISTERED, user.id(), provider.id(), clientDevice);
		return (identity.picture() != null) ? this.openAccount.offerPicture(user, identity.picture()) : user;
	}

	private User open(IdentityProvider provider, ProviderAccount identity, NewAccount account, Admission admission) {
		var proven = IdentityOwners.isProven(provider, identity, account.email());
		var user = this.openAccount.open(new PreparedAccount(account, null), proven ? admission.proven() : admission);
		if (!user.isEmailVerified()) {
			this.requestVerification.sendFirst(user);
		}
		return user;
	}

	private static RefusalException taken() {
		return RefusalException.conflict("identity.taken", "This identity already belongs to an account.");
	}

	/** A newcomer from a provider. */
	record Newcomer(NewAccount account, @Nullable String invitation) {

		@Override
		public String toString() {
			return "Newcomer[***]";
		}

	}

}
