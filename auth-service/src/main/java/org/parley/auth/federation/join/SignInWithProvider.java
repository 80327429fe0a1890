package org.parley.auth.federation.join;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.identity.LinkIdentity;
import org.parley.auth.federation.identity.UseIdentity;
import org.parley.auth.federation.protocol.ProviderAccount;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.oauth.browser.StartBrowserSession;
import org.parley.auth.oauth.browser.StartBrowserSession.Opened;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.signin.SignInWithPassword;
import org.parley.auth.signin.SignInWithPassword.Known;
import org.parley.auth.tokens.note.ProvenOwner;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/**
 * Signs in with a verified identity, by the rules for passwords: a second factor, bans
 * and closed accounts hold.
 */
@Component
class SignInWithProvider {

	private final UseIdentity useIdentity;

	private final LinkIdentity linkIdentity;

	private final IdentityOwners owners;

	private final SignInWithPassword signIn;

	private final StartBrowserSession startBrowserSession;

	private final ApplyProviderGroups applyGroups;

	SignInWithProvider(UseIdentity useIdentity, LinkIdentity linkIdentity, IdentityOwners owners,
			SignInWithPassword signIn, StartBrowserSession startBrowserSession, ApplyProviderGroups applyGroups) {
		this.useIdentity = useIdentity;
		this.linkIdentity = linkIdentity;
		this.owners = owners;
		this.signIn = signIn;
		this.startBrowserSession = startBrowserSession;
		this.applyGroups = applyGroups;
	}

	/**
	 * The owner of an identity, if it has one, or of the account that waits for it.
	 * @throws RefusalException 409 {@code identity.email-known} when it has none, but its
	 * mail address belongs to an account to which its owner can sign in otherwise
	 */
	Optional<Known> findOwner(IdentityProvider provider, ProviderAccount account) {
		var owner = this.useIdentity.findOwner(account)
			.flatMap(this.owners::find)
			.or(() -> this.owners.findAwaiting(provider, account));
		if (owner.isEmpty() && !provider.isOnlyWayIn()) {
			this.owners.requireUnknownAddress(provider, account);
		}
		return owner.map((user) -> Known.of(user, provider.id(), account.signedInAt()));
	}

	/**
	 * Starts a session.
	 * @throws RefusalException as {@link SignInWithPassword#admit}; 409
	 * {@code identity.email-known}, {@code identity.taken}
	 */
	Opened admit(IdentityProvider provider, Known known, ProviderAccount account, @Nullable BrowserUser previous,
			ClientDevice clientDevice) {
		this.applyGroups.apply(known.userId(), provider, account);
		return this.signIn.admit(known, null, clientDevice, (user) -> {
			if (!this.useIdentity.use(user, account)) {
				this.owners.requireAwaiting(user, provider, account);
				this.useIdentity.linkFirst(user, provider, account, clientDevice);
			}
			return this.startBrowserSession.open(user, previous, clientDevice, known.provenAt());
		});
	}

	/**
	 * Links an identity to the account whose owner proves it by its password, and starts
	 * a session.
	 * @throws RefusalException as {@link SignInWithPassword#verifyPassword},
	 * {@link SignInWithPassword#admit} and {@link LinkIdentity#link}
	 */
	Opened link(IdentityProvider provider, ProviderAccount account, OwnCredentials typed,
			@Nullable BrowserUser previous, ClientDevice clientDevice) {
		var known = this.signIn.verifyPassword(typed.login(), typed.password(), clientDevice).by(provider.id());
		var opened = this.signIn.admit(known, typed.code(), clientDevice,
				(user) -> this.startBrowserSession.open(
						this.linkIdentity.link(ProvenOwner.of(user), provider, account, clientDevice), previous,
						clientDevice, known.provenAt()));
		this.applyGroups.apply(known.userId(), provider, account);
		return opened;
	}

	/** What a person types to prove an account. */
	record OwnCredentials(String login, String password, @Nullable String code) {

		@Override
		public String toString() {
			return "OwnCredentials[***]";
		}

	}

}
