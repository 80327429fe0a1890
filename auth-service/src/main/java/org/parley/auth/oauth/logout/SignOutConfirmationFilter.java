package org.parley.auth.oauth.logout;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.auth.oauth.page.SeeOtherRedirect;

import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks the user to confirm sign-out requests without an ID token, as anybody can send
 * them. One with an ID token that another site posts is sent again by GET, as browsers
 * send no cookie with the form, so that nobody would be signed out.
 *
 * @see <a href=
 * "https://openid.net/specs/openid-connect-rpinitiated-1_0.html#RPLogout">OpenID Connect
 * RP-Initiated Logout, 2</a>
 */
public final class SignOutConfirmationFilter extends OncePerRequestFilter {

	private static final String HINT = "id_token_hint";

	private final String issuer;

	private final String endpoint;

	/** Creates the filter. */
	public SignOutConfirmationFilter(String issuer, String endpoint) {
		this.issuer = issuer;
		this.endpoint = endpoint;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var hint = request.getParameter(HINT);
		var isHinted = hint != null && !hint.isEmpty();
		if (!this.endpoint.equals(request.getRequestURI()) || (isHinted && !isPostedByOtherSite(request))) {
			chain.doFilter(request, response);
			return;
		}
		var query = Stream.of(HINT, "client_id", "post_logout_redirect_uri", "state")
			.filter((name) -> request.getParameter(name) != null)
			.map((name) -> name + "="
					+ URLEncoder.encode(Objects.requireNonNull(request.getParameter(name)), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		var target = isHinted ? this.endpoint : SignOutController.PATH;
		SeeOtherRedirect.send(this.issuer + target + (query.isEmpty() ? "" : "?" + query), response);
	}

	private boolean isPostedByOtherSite(HttpServletRequest request) {
		var origin = request.getHeader(HttpHeaders.ORIGIN);
		return request.getMethod().equals("POST") && origin != null && !origin.equals(this.issuer);
	}

}
