package org.parley.auth.federation.identity;

import java.time.InstantSource;

import org.parley.auth.federation.protocol.ProviderAccount;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.signin.credential.RecordCredentialChange;
import org.parley.auth.tokens.note.ProvenOwner;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.contracts.account.contact.SecurityAlert;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Links an identity at a provider to an account whose owner has proved both. */
@Component
public class LinkIdentity {

	private final LinkedIdentities identities;

	private final Users users;

	private final RecordCredentialChange recordChange;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	LinkIdentity(LinkedIdentities identities, Users users, RecordCredentialChange recordChange, UnitOfWork unitOfWork,
			InstantSource clock) {
		this.identities = identities;
		this.users = users;
		this.recordChange = recordChange;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	/**
	 * Links the identity and so uses up the permission, which concurrent requests share.
	 * @throws RefusalException 400 {@code federation.state}; 409 {@code identity.taken},
	 * {@code identity.too-many}
	 */
	public User link(ProvenOwner owner, IdentityProvider provider, ProviderAccount account, ClientDevice clientDevice) {
		try {
			return this.unitOfWork.run(() -> {
				var user = owner.find(this.users).orElseThrow(LinkIdentity::stale);
				if (this.identities.findByUserIdOrderById(user.id()).size() >= LinkedIdentity.MAXIMUM) {
					throw RefusalException.conflict("identity.too-many",
							"You have %d identities, the maximum. Remove one first.".formatted(LinkedIdentity.MAXIMUM));
				}
				user.revokeLinks();
				this.identities.save(LinkedIdentity.link(user.id(), provider.id(), account, this.clock.instant()));
				return this.recordChange.record(user, SecurityAlert.Kind.IDENTITY_LINKED, AuditAction.IDENTITY_LINKED,
						provider.id(), clientDevice);
			});
		}
		catch (DuplicateKeyException ex) {
			throw RefusalException.conflict("identity.taken", "This identity already belongs to an account.");
		}
	}

	/** The refusal of a permission that is used, outdated or expired. */
	public static RefusalException stale() {
		return new RefusalException(RefusalKind.INVALID, "federation.state",
				"The link has expired. Start again in your settings.");
	}

}
