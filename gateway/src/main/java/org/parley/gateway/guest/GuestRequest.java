package org.parley.gateway.guest;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Everything on which the answer to a guest's read depends. The address is compared as it
 * was sent, so no two requests share an answer because of a difference in parsing.
 *
 * @param address the raw path and query
 * @param gzip whether the client accepts a compressed answer
 */
record GuestRequest(String address, boolean gzip) {

	/** Headers of people, of clients that ask for the newest, and of partial reads. */
	private static final List<String> UNSHARED = List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE,
			HttpHeaders.CACHE_CONTROL, HttpHeaders.PRAGMA, HttpHeaders.RANGE, HttpHeaders.IF_MATCH,
			HttpHeaders.IF_MODIFIED_SINCE, HttpHeaders.IF_UNMODIFIED_SINCE, HttpHeaders.CONTENT_LENGTH,
			HttpHeaders.TRANSFER_ENCODING);

	/** The shared request that a request is equal to; null when it is of another kind. */
	static @Nullable GuestRequest of(ServerHttpRequest request, List<PathPattern> paths) {
		if (!HttpMethod.GET.equals(request.getMethod()) && !HttpMethod.HEAD.equals(request.getMethod())) {
			return null;
		}
		var path = request.getPath().pathWithinApplication();
		for (var pattern : paths) {
			if (pattern.matches(path)) {
				return of(request);
			}
		}
		return null;
	}

	private static @Nullable GuestRequest of(ServerHttpRequest request) {
		var headers = request.getHeaders();
		for (var name : UNSHARED) {
			if (headers.containsHeader(name)) {
				return null;
			}
		}
		if (!acceptsJson(headers.getFirst(HttpHeaders.ACCEPT))) {
			return null;
		}
		var uri = request.getURI();
		var address = (uri.getRawQuery() != null) ? uri.getRawPath() + "?" + uri.getRawQuery() : uri.getRawPath();
		return new GuestRequest(address, acceptsGzip(headers.getFirst(HttpHeaders.ACCEPT_ENCODING)));
	}

	private static boolean acceptsJson(@Nullable String accept) {
		return accept == null || accept.contains("*/*") || accept.contains("application/json");
	}

	private static boolean acceptsGzip(@Nullable String codings) {
		if (codings == null) {
			return false;
		}
		for (var coding : codings.split(",", -1)) {
			var parts = coding.split(";", 2);
			if (parts[0].strip().equalsIgnoreCase("gzip")) {
				return parts.length == 1 || !parts[1].replace(" ", "").matches("q=0(\\.0{0,3})?");
			}
		}
		return false;
	}

	/** The approximate memory of this key and its entry, in bytes. */
	int size() {
		return 512 + 2 * this.address.length();
	}

}
