package org.parley.platform.security.proof;

import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.DPoPAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads a token and its proof from the headers. The target is the public address,
 * whatever the {@code Host} header or the gateway's route.
 */
final class PresentedToken implements AuthenticationConverter {

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
