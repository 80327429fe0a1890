package org.parley.platform.security.proof;

import java.time.InstantSource;
import java.util.function.Predicate;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.DPoPAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.util.Assert;

/** Authenticates key-bound tokens, which always require a proof. */
public final class ProofOfPossession implements AuthenticationManager {

	private final AuthenticationManager tokens;

	private final ProofVerifier proofVerifier;

	/**
	 * Creates the authentication manager of the scheme {@code DPoP}.
	 * @param tokens verifies the tokens
	 * @param clock determines the age of proofs
	 */
	public ProofOfPossession(AuthenticationManager tokens, InstantSource clock) {
		this.tokens = tokens;
		this.proofVerifier = new ProofVerifier(clock);
	}

	@Override
	public Authentication authenticate(Authentication presented) {
		var request = (DPoPAuthenticationToken) presented;
		var person = (JwtAuthenticationToken) this.tokens
			.authenticate(new BearerTokenAuthenticationToken(request.getAccessToken()));
		var thumbprint = Confirmation.thumbprint(person.getToken())
			.orElseThrow(() -> ProofRefusal.ofToken("The token is not bound to a key: use the scheme Bearer."));
		this.proofVerifier.require(request, thumbprint);
		return person;
	}

	/**
	 * Replaces Spring's DPoP filter, which trusts the address of the request.
	 * @param chain with Spring's filter
	 * @param site the public address of the site
	 * @param tokenless requests that ignore tokens
	 * @param failures handles refusals
	 */
	public void install(DefaultSecurityFilterChain chain, String site, Predicate<HttpServletRequest> tokenless,
			AuthenticationFailureHandler failures) {
		var filters = chain.getFilters()
			.stream()
			.filter(AuthenticationFilter.class::isInstance)
			.map(AuthenticationFilter.class::cast)
			.toList();
		Assert.state(filters.size() == 1, "One filter reads tokens that come with a proof");
		filters.getFirst().setAuthenticationConverter(new PresentedToken(site, tokenless));
		filters.getFirst().setAuthenticationManagerResolver((_) -> this);
		filters.getFirst().setFailureHandler(failures);
	}

}
