package org.parley.auth.federation.protocol;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.federation.provider.IdentityProvider;
import org.parley.auth.federation.provider.IdentityProviderKind;
import org.parley.auth.oauth.once.UsedGrants;
import org.parley.auth.user.cookie.SignInCookies;
import org.parley.platform.domain.ConstantTime;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Receives the redirect that brings a provider's answer: only in the browser that left
 * for this provider, only once, only in time, and only from the issuer that was asked.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4">RFC 9700, 4</a>
 */
@Component
public class ReceiveProviderAnswer {

	private final ProviderClients clients;

	private final BrowserNotes notes;

	private final UsedGrants usedGrants;

	private final RedeemCode redeemCode;

	private final DiscourseAnswers discourseAnswers;

	private final InstantSource clock;

	ReceiveProviderAnswer(ProviderClients clients, BrowserNotes notes, UsedGrants usedGrants, RedeemCode redeemCode,
			DiscourseAnswers discourseAnswers, InstantSource clock) {
		this.clients = clients;
		this.notes = notes;
		this.usedGrants = usedGrants;
		this.redeemCode = redeemCode;
		this.discourseAnswers = discourseAnswers;
		this.clock = clock;
	}

	/**
	 * Verifies the answer and fetches the account.
	 * @param parameters of the address; unknown ones are ignored (RFC 6749, 4.1.2)
	 * @throws RefusalException 400 {@code federation.state}, {@code federation.denied},
	 * {@code federation.refused}, {@code federation.not-recent}; 422
	 * {@code federation.misconfigured}; 503 {@code federation.unavailable}
	 */
	public ProviderAnswer receive(IdentityProvider provider, MultiValueMap<String, String> parameters,
			HttpServletRequest request, HttpServletResponse response) {
		if (provider.kind() == IdentityProviderKind.DISCOURSE) {
			var message = this.discourseAnswers.verify(provider, single(parameters, "sso"), single(parameters, "sig"));
			var asked = takeUp(provider, message.value("nonce"), request, response);
			return new ProviderAnswer(asked, this.discourseAnswers.account(provider, message));
		}
		var asked = takeUp(provider, single(parameters, "state"), request, response);
		var client = this.clients.of(provider);
		var account = this.redeemCode.redeem(provider, client, asked, code(provider, client, parameters));
		return new ProviderAnswer(asked, requireFresh(asked, account));
	}

	private FederationRequest takeUp(IdentityProvider provider, Optional<String> state, HttpServletRequest request,
			HttpServletResponse response) {
		var asked = this.notes
			.take(SignInCookies.Kind.FEDERATION, FederationRequest.class, (known) -> isAnswered(known, provider, state),
					request, response)
			.orElseThrow(ReceiveProviderAnswer::stale);
		useUp(asked);
		return asked;
	}

	private static ProviderAccount requireFresh(FederationRequest asked, ProviderAccount account) {
		if (!asked.accepts(account.signedInAt())) {
			throw new RefusalException(RefusalKind.INVALID, "federation.not-recent",
					"The identity provider has not asked you to sign in again. Start again.");
		}
		return (asked.freshSince() != null) ? account.signedInSince(asked.freshSince()) : account;
	}

	private boolean isAnswered(FederationRequest asked, IdentityProvider provider, Optional<String> state) {
		return asked.provider().equals(provider.id()) && this.clock.instant().isBefore(asked.expiresAt())
				&& state.filter((text) -> ConstantTime.isEqual(text, asked.state())).isPresent();
	}

	private void useUp(FederationRequest asked) {
		try {
			this.usedGrants.use("federation " + asked.state(), null, asked.expiresAt());
		}
		catch (UsedGrants.UsedException ex) {
			throw stale();
		}
	}

	/**
	 * The code that the provider has sent.
	 * @throws RefusalException 400 {@code federation.denied}, {@code federation.refused}
	 */
	static String code(IdentityProvider provider, ProviderClient client, MultiValueMap<String, String> parameters) {
		requireIssuer(client, provider, parameters);
		requireConsent(parameters);
		return single(parameters, "code").orElseThrow(RedeemCode::refused);
	}

	/** RFC 9207. GitHub has no issuer, so nothing is compared. */
	private static void requireIssuer(ProviderClient client, IdentityProvider provider,
			MultiValueMap<String, String> parameters) {
		if (client.idTokens() != null && (parameters.containsKey("iss") || client.issuerInAnswer())
				&& single(parameters, "iss").filter(provider.terms().issuer()::equals).isEmpty()) {
			throw RedeemCode.refused();
		}
	}

	private static void requireConsent(MultiValueMap<String, String> parameters) {
		if (parameters.containsKey("error")) {
			throw single(parameters, "error").filter("access_denied"::equals).isPresent()
					? new RefusalException(RefusalKind.INVALID, "federation.denied",
							"You have cancelled the sign-in at the identity provider.")
					: RedeemCode.refused();
		}
	}

	private static Optional<String> single(MultiValueMap<String, String> parameters, String name) {
		var values = parameters.getOrDefault(name, List.of());
		return (values.size() == 1) ? Optional.of(values.getFirst()).filter((value) -> !value.isBlank())
				: Optional.empty();
	}

	private static RefusalException stale() {
		return new RefusalException(RefusalKind.INVALID, "federation.state",
				"The sign-in took too long, was answered before, or began in another browser. Start again.");
	}

	/** A verified answer. */
	public record ProviderAnswer(FederationRequest request, ProviderAccount account) {
	}

}
