package org.parley.platform.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.parley.platform.security.proof.ProofChallenge;
import org.parley.platform.security.proof.ProofRefusal;
import org.parley.platform.web.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Answers security failures with problem documents and the challenges of RFC 6750 and RFC
 * 9449.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>
 */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final Logger log = LoggerFactory.getLogger(SecurityProblems.class);

	private static final String SCOPE_MISSING = "auth.scope-missing";

	private final AccessDeniedHandler refusal = new BearerTokenAccessDeniedHandler();

	private final Problems problems;

	private final ProtectedResource resource;

	SecurityProblems(Problems problems, ProtectedResource resource) {
		this.problems = problems;
		this.resource = resource;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException, jakarta.servlet.ServletException {
		if (cause instanceof AuthenticationServiceException) {
			unavailable(request, response, cause);
			return;
		}
		if (!(cause instanceof OAuth2AuthenticationException refused)) {
			response.addHeader(HttpHeaders.WWW_AUTHENTICATE, this.resource.challenge());
			response.addHeader(HttpHeaders.WWW_AUTHENTICATE, ProofChallenge.plain());
			this.problems.write(request, response, HttpStatus.UNAUTHORIZED, "auth.required", "Sign in to do this.");
			return;
		}
		if (ProofChallenge.isUsedBy(request)) {
			response.addHeader(HttpHeaders.WWW_AUTHENTICATE, ProofChallenge.of(refused.getError()));
		}
		else {
			response.addHeader(HttpHeaders.WWW_AUTHENTICATE, this.resource.challenge(refused.getError()));
			response.addHeader(HttpHeaders.WWW_AUTHENTICATE, ProofChallenge.plain());
		}
		if (refused.getError().getErrorCode().equals(ProofRefusal.INVALID_PROOF)) {
			this.problems.write(request, response, HttpStatus.UNAUTHORIZED, "auth.proof-invalid",
					"The token requires a proof of possession, which is missing, invalid, or was used before.");
			return;
		}
		this.problems.write(request, response, HttpStatus.UNAUTHORIZED, "auth.token-invalid",
				"The access token is invalid or has expired.");
	}

	/** Without the issuer's keys a token is neither valid nor invalid. */
	private void unavailable(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException {
		log.warn("Access tokens cannot be verified now", cause);
		response.setHeader(HttpHeaders.RETRY_AFTER, "2");
		this.problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "service.unavailable",
				"The service is temporarily unavailable.");
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
			throws IOException, jakarta.servlet.ServletException {
		this.refusal.handle(request, response, cause);
		if (ProofChallenge.isUsedBy(request)) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, ProofChallenge.INSUFFICIENT_SCOPE);
		}
		if (cause instanceof AuthorizationDeniedException denied
				&& denied.getAuthorizationResult() instanceof ScopeRule.MissingScope missing) {
			refuse(request, response, missing);
			return;
		}
		this.problems.write(request, response, HttpStatus.FORBIDDEN, "auth.forbidden", "You may not do this.");
	}

	private void refuse(HttpServletRequest request, HttpServletResponse response, ScopeRule.MissingScope missing)
			throws IOException {
		if (missing.scope().isEmpty()) {
			this.problems.write(request, response, HttpStatus.FORBIDDEN, SCOPE_MISSING,
					"Only Parley's own clients may do this.");
			return;
		}
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE,
				response.getHeader(HttpHeaders.WWW_AUTHENTICATE) + ", scope=\"" + missing.scope() + "\"");
		this.problems.write(request, response, HttpStatus.FORBIDDEN, SCOPE_MISSING,
				"The token lacks the required scope " + missing.scope() + ".");
	}

}
