package org.parley.auth.federation.identity;

import java.time.InstantSource;
import java.util.Optional;

import org.parley.auth.federation.protocol.ProviderAccount;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.signin.credential.RecordCredentialChange;
import org.parley.auth.user.User;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.RefusalException;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Signs in with identities. */
@Component
public class UseIdentity {

	private final LinkedIdentities identities;

	private final RecordCredentialChange recordChange;

	private final InstantSource clock;

	UseIdentity(LinkedIdentities identities, RecordCredentialChange recordChange, InstantSource clock) {
		this.identities = identities;
		this.recordChange = recordChange;
		this.clock = clock;
	}

	/** The id of the user to whom the identity is linked. */
	public Optional<String> findOwner(ProviderAccount account) {
		return find(account).map(LinkedIdentity::userId);
	}

	/**
	 * Records a sign-in of a user. Part of the caller's transaction.
	 * @return false if the identity is not linked to them
	 */
	public boolean use(User user, ProviderAccount account) {
		var linked = find(account).filter((identity) -> identity.userId().equals(user.id()));
		linked.ifPresent((identity) -> {
			identity.use(account, this.clock.instant());
			this.identities.save(identity);
		});
		return linked.isPresent();
	}

	/**
	 * Links the identity by which the owner of an account that others have created signs
	 * in for the first time, and proves their address. Part of the caller's transaction.
	 * @throws RefusalException 409 {@code identity.taken}
	 */
	public void linkFirst(User user, IdentityProvider provider, ProviderAccount account, ClientDevice clientDevice) {
		var now = this.clock.instant();
		user.takeIntoUse();
		user.revokeLinks();
		user.verifyEmail(now);
		this.recordChange.record(user, SecurityAlert.Kind.IDENTITY_LINKED, AuditAction.IDENTITY_LINKED, provider.id(),
				clientDevice);
		var identity = LinkedIdentity.link(user.id(), provider.id(), account, now);
		identity.use(account, now);
		try {
			this.identities.save(identity);
		}
		catch (DuplicateKeyException ex) {
			throw RefusalException.conflict("identity.taken", "This identity already belongs to an account.");
		}
	}

	private Optional<LinkedIdentity> find(ProviderAccount account) {
		return this.identities.findByIssuerAndSubject(account.issuer(), account.subject());
	}

}
