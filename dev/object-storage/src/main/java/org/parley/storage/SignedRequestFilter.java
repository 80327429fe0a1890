package org.parley.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests pass whose signature covers everything that S3 acts on: the owner of a
 * presigned address can add headers and parameters, such as an access list that makes the
 * file public. So nothing is ever public, and no answer is a page of this origin.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html">Signature
 * Version 4</a>
 */
final class SignedRequestFilter extends HttpFilter {

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "DELETE");

	/**
	 * The parameters of signatures and of lists; others choose operations and change
	 * answers.
	 */
	private static final Set<String> PARAMETERS = Set.of("X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date",
			"X-Amz-Expires", "X-Amz-SignedHeaders", "X-Amz-Signature", "x-id", "list-type", "prefix", "delimiter",
			"max-keys", "start-after", "continuation-token", "encoding-type", "fetch-owner");

	private static final String ALGORITHM = "AWS4-HMAC-SHA256";

	private static final String SIGNED_HEADERS = "SignedHeaders=";

	private static final byte[] DENIED = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
			+ "<Error><Code>AccessDenied</Code><Message>The signature does not cover this request.</Message></Error>")
		.getBytes(StandardCharsets.UTF_8);

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
		if (isPreflight(request) || isCovered(request)) {
			chain.doFilter(request, response);
			return;
		}
		response.setStatus(HttpServletResponse.SC_FORBIDDEN);
		response.setContentType("application/xml");
		response.getOutputStream().write(DENIED);
	}

	private static boolean isPreflight(HttpServletRequest request) {
		return request.getMethod().equals("OPTIONS") && request.getHeader("Origin") != null
				&& request.getHeader("Access-Control-Request-Method") != null;
	}

	private static boolean isCovered(HttpServletRequest request) {
		return METHODS.contains(request.getMethod()) && hasKnownParameters(request)
				&& findSignedHeaders(request).filter((signed) -> coverHeaders(signed, request)).isPresent();
	}

	/** A signature covers the first parameter of a name only. */
	private static boolean hasKnownParameters(HttpServletRequest request) {
		return request.getParameterMap()
			.entrySet()
			.stream()
			.allMatch((parameter) -> parameter.getValue().length == 1 && PARAMETERS.contains(parameter.getKey()));
	}

	/** Finds the headers that the only signature of a request names. */
	private static Optional<List<String>> findSignedHeaders(HttpServletRequest request) {
		var authorizations = Collections.list(request.getHeaders("Authorization"));
		var isPresigned = ALGORITHM.equals(request.getParameter("X-Amz-Algorithm"));
		if (authorizations.isEmpty() == !isPresigned || authorizations.size() > 1) {
			return Optional.empty();
		}
		var signed = isPresigned ? request.getParameter("X-Amz-SignedHeaders")
				: findInHeader(authorizations.getFirst());
		return Optional.ofNullable(signed).map((names) -> Arrays.asList(names.toLowerCase(Locale.ROOT).split(";", -1)));
	}

	private static @Nullable String findInHeader(String authorization) {
		var start = authorization.indexOf(SIGNED_HEADERS);
		var end = authorization.indexOf(',', start);
		return (authorization.startsWith(ALGORITHM) && start > 0 && end > 0)
				? authorization.substring(start + SIGNED_HEADERS.length(), end) : null;
	}

	private static boolean coverHeaders(List<String> signed, HttpServletRequest request) {
		return Collections.list(request.getHeaderNames())
			.stream()
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.allMatch((name) -> !name.startsWith("x-amz-") || signed.contains(name));
	}

}
