package org.parley.auth.federation.join;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parley.auth.federation.identity.LinkIdentity;
import org.parley.auth.federation.join.SignInWithProvider.OwnCredentials;
import org.parley.auth.federation.protocol.BrowserNotes;
import org.parley.auth.federation.protocol.ProviderAccount;
import org.parley.auth.federation.protocol.ReceiveProviderAnswer.ProviderAnswer;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.browser.PendingSecondFactor;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.signin.SignInWithPassword.Known;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.cookie.SignInCookies;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.stereotype.Component;

/**
 * Decides what follows a verified answer of a provider: a link, a sign-in, or a new
 * account.
 */
@Component
class AdmitFromProvider {

	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private final SignInWithProvider signInWithProvider;

	private final LinkIdentity linkIdentity;

	private final FinishSignIn finishSignIn;

	private final BrowserNotes notes;

	private final PendingSecondFactor pendingSecondFactor;

	private final InstantSource clock;

	AdmitFromProvider(SignInWithProvider signInWithProvider, LinkIdentity linkIdentity, FinishSignIn finishSignIn,
			BrowserNotes notes, PendingSecondFactor pendingSecondFactor, InstantSource clock) {
		this.signInWithProvider = signInWithProvider;
		this.linkIdentity = linkIdentity;
		this.finishSignIn = finishSignIn;
		this.notes = notes;
		this.pendingSecondFactor = pendingSecondFactor;
		this.clock = clock;
	}

	/**
	 * Returns the address of the next page.
	 * @throws RefusalException 403 {@code federation.other-account}, {@code auth.banned},
	 * {@code account.deleting}; 409 {@code identity.taken}, {@code identity.email-known}
	 */
	String admit(IdentityProvider provider, ProviderAnswer answer, @Nullable BrowserUser browserUser,
			ClientDevice clientDevice, HttpServletRequest request, HttpServletResponse response) {
		var owner = answer.request().owner();
		if (owner != null) {
			requireOwner(owner.userId(), browserUser);
			this.linkIdentity.link(owner, provider, answer.account(), clientDevice);
			return this.finishSignIn.linked(provider);
		}
		var next = Continuation.parse(answer.request().next());
		var known = this.signInWithProvider.findOwner(provider, answer.account());
		if (known.isEmpty()) {
			return join(answer, request, response);
		}
		return signIn(provider, known.get(), answer.account(), next, browserUser, clientDevice, response);
	}

	private String join(ProviderAnswer answer, HttpServletRequest request, HttpServletResponse response) {
		var asked = answer.request();
		var pending = new PendingAccount(asked.state(), asked.provider(), answer.account(), asked.next(),
				asked.invitation(), this.clock.instant().plus(PATIENCE));
		this.notes.add(SignInCookies.Kind.JOINING, pending, PATIENCE, request, response);
		return JoinPage.address(pending);
	}

	/**
	 * Reads the identity that a person has come with.
	 * @throws RefusalException 400 {@code federation.state}
	 */
	PendingAccount recall(String provider, String state, HttpServletRequest request) {
		return this.notes
			.read(SignInCookies.Kind.JOINING, PendingAccount.class,
					(known) -> known.provider().equals(provider) && known.state().equals(state)
							&& this.clock.instant().isBefore(known.expiresAt()),
					request)
			.orElseThrow(() -> new RefusalException(RefusalKind.INVALID, "federation.state",
					"The registration took too long. Start again."));
	}

	/**
	 * Links the identity to an account of its owner, signs them in, and returns the
	 * address of the next page.
	 * @throws RefusalException as {@link SignInWithProvider#link}
	 */
	String link(IdentityProvider provider, PendingAccount pending, OwnCredentials typed,
			@Nullable BrowserUser browserUser, ClientDevice clientDevice, HttpServletResponse response) {
		var opened = this.signInWithProvider.link(provider, pending.account(), typed, browserUser, clientDevice);
		return this.finishSignIn.finish(provider, opened, "linked", Continuation.parse(pending.next()), response);
	}

	private String signIn(IdentityProvider provider, Known known, ProviderAccount account, Optional<Continuation> next,
			@Nullable BrowserUser browserUser, ClientDevice clientDevice, HttpServletResponse response) {
		try {
			var opened = this.signInWithProvider.admit(provider, known, account, browserUser, clientDevice);
			return this.finishSignIn.finish(provider, opened, "signed-in", next, response);
		}
		catch (RefusalException ex) {
			return this.pendingSecondFactor.ask(ex, known, next, response);
		}
	}

	/**
	 * Checks that the signed-in user asked for the link, not somebody who sent them here.
	 * @throws RefusalException 403 {@code federation.other-account}
	 */
	static void requireOwner(String owner, @Nullable BrowserUser browserUser) {
		if (browserUser == null || !browserUser.getName().equals(owner)) {
			throw RefusalException.forbidden("federation.other-account",
					"The link was requested by another account than the one that is signed in here.");
		}
	}

}
