package org.parley.auth.oauth.browser;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The page that a sign-in returns to, one of our own addresses.
 *
 * @param address path and query
 */
public record Continuation(String address) {

	/** Default page. */
	public static final Continuation APPS = new Continuation("/oauth2/apps");

	private static final int LONGEST = 6000;

	private static final Pattern ALLOWED = Pattern.compile(
			"/oauth2/(authorize|device|device_verification|consent|apps|logout|discourse-connect|federation/[a-z0-9-]{2,30})"
					+ "(\\?[A-Za-z0-9\\-._~!$&'()*+,;=:@/?%]*)?");

	/** Reads an address; empty when it is not one of ours. */
	public static Optional<Continuation> parse(@Nullable String address) {
		return (address != null && address.length() <= LONGEST && ALLOWED.matcher(address).matches())
				? Optional.of(new Continuation(address)) : Optional.empty();
	}

	/** The address of a request. */
	static Optional<Continuation> of(HttpServletRequest request) {
		var query = request.getMethod().equals("GET") ? request.getQueryString() : null;
		return parse(request.getRequestURI() + ((query != null) ? "?" + query : ""));
	}

	/** The first value of a query parameter. */
	public Optional<String> parameter(String name) {
		var query = this.address.substring(this.address.indexOf('?') + 1);
		try {
			return Arrays.stream(query.split("&", -1))
				.filter((part) -> part.startsWith(name + "=") && part.length() > name.length() + 1)
				.map((part) -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8))
				.findFirst();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** The address of a page that returns here. */
	public String through(String page) {
		return page + "?continue=" + URLEncoder.encode(this.address, StandardCharsets.UTF_8);
	}

}
