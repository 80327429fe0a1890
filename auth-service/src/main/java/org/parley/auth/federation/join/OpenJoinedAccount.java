package org.parley.auth.federation.join;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.browser.StartBrowserSession;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.signin.registration.NewAccount;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.stereotype.Component;

/** Opens an account for an identity and signs its owner in. */
@Component
class OpenJoinedAccount {

	private final RegisterWithProvider registerWithProvider;

	private final StartBrowserSession startBrowserSession;

	private final FinishSignIn finishSignIn;

	private final UnitOfWork unitOfWork;

	OpenJoinedAccount(RegisterWithProvider registerWithProvider, StartBrowserSession startBrowserSession,
			FinishSignIn finishSignIn, UnitOfWork unitOfWork) {
		this.registerWithProvider = registerWithProvider;
		this.startBrowserSession = startBrowserSession;
		this.finishSignIn = finishSignIn;
		this.unitOfWork = unitOfWork;
	}

	/** The free username that the provider's names suggest. */
	String suggestUsername(PendingAccount pending) {
		return this.registerWithProvider.suggestUsername(pending);
	}

	/**
	 * Returns the address of the next page.
	 * @throws RefusalException as {@link RegisterWithProvider#register}
	 */
	String open(IdentityProvider provider, PendingAccount pending, NewAccount account,
			@Nullable BrowserUser browserUser, ClientDevice clientDevice, HttpServletResponse response) {
		var opened = this.unitOfWork.run(() -> {
			var user = this.registerWithProvider.register(provider, pending, account, clientDevice);
			return this.startBrowserSession.open(user, browserUser, clientDevice, pending.account().signedInAt());
		});
		return this.finishSignIn.finish(provider, opened, "registered", Continuation.parse(pending.next()), response);
	}

}
