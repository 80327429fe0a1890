package org.parley.platform.security.proof;

import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.DPoPAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
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

	/**
	 * Reads a token and its proof from the headers. The target is the public address,
	 * whatever the {@code Host} header or the gateway's route.
	 */
	static final class PresentedToken implements AuthenticationConverter {

		private static final Pattern FORM = Pattern.compile("DPoP (?<token>[a-zA-Z0-9-._~+/]+=*)",
				Pattern.CASE_INSENSITIVE);

		private final String site;

		private final Predicate<HttpServletRequest> tokenless;

		PresentedToken(String site, Predicate<HttpServletRequest> tokenless) {
			this.site = site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
			this.tokenless = tokenless;
		}

		@Override
		public @Nullable Authentication convert(HttpServletRequest request) {
			if (this.tokenless.test(request)) {
				return null;
			}
			var tokens = all(request, HttpHeaders.AUTHORIZATION);
			var form = FORM.matcher(tokens.isEmpty() ? "" : tokens.getFirst());
			if (tokens.size() != 1 || !form.matches()) {
				throw ProofRefusal.ofToken("The request must have exactly one access token.");
			}
			var proofs = all(request, "DPoP");
			if (proofs.size() != 1 || proofs.getFirst().isBlank()) {
				throw ProofRefusal.ofProof("The request must have exactly one proof.");
			}
			return new DPoPAuthenticationToken(form.group("token"), proofs.getFirst(), request.getMethod(),
					this.site + request.getRequestURI());
		}

		private static List<String> all(HttpServletRequest request, String header) {
			return Collections.list(request.getHeaders(header));
		}

	}

}
