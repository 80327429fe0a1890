package org.parley.auth.federation.join;

import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.join.RegisterWithProvider.Newcomer;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.browser.StartBrowserSession;
import org.parley.auth.oauth.browser.StartBrowserSession.Opened;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Opens an account for an identity and signs its owner in. */
@Component
class OpenJoinedAccount {

	private final IdentityOwners owners;

	private final RegisterWithProvider registerWithProvider;

	private final StartBrowserSession startBrowserSession;

	private final FinishSignIn finishSignIn;

	private final ApplyProviderGroups applyGroups;

	private final UnitOfWork unitOfWork;

	OpenJoinedAccount(IdentityOwners owners, RegisterWithProvider registerWithProvider,
			StartBrowserSession startBrowserSession, FinishSignIn finishSignIn, ApplyProviderGroups applyGroups,
			UnitOfWork unitOfWork) {
		this.owners = owners;
		this.registerWithProvider = registerWithProvider;
		this.startBrowserSession = startBrowserSession;
		this.finishSignIn = finishSignIn;
		this.applyGroups = applyGroups;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Returns the address of the next page; empty while the account awaits approval.
	 * @throws RefusalException as {@link IdentityOwners#requireMayKnow} and
	 * {@link RegisterWithProvider#register}
	 */
	Optional<String> open(IdentityProvider provider, PendingAccount pending, Newcomer newcomer,
			@Nullable BrowserUser browserUser, ClientDevice clientDevice, HttpServletResponse response) {
		this.owners.requireMayKnow(provider, pending.account(), newcomer.account().email());
		var joined = this.unitOfWork.run(() -> {
			var user = this.registerWithProvider.register(provider, pending, newcomer, clientDevice);
			return user.awaitsApproval() ? Optional.<Joined>empty() : Optional.of(new Joined(user.id(),
					this.startBrowserSession.open(user, browserUser, clientDevice, pending.account().signedInAt())));
		});
		return joined.map((account) -> {
			this.applyGroups.apply(account.userId(), provider, pending.account());
			return this.finishSignIn.finish(provider, account.opened(), "registered",
					Continuation.parse(pending.next()), response);
		});
	}

	/** A new account with its session. */
	private record Joined(String userId, Opened opened) {
	}

}
