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
 * Where somebody goes on who has signed in: one of our own addresses that are named here,
 * and nowhere else.
 *
 * @param address path and query
 */
public record Continuation(String address) {

	/** Where somebody goes who came from nowhere. */
	public static final Continuation APPS = new Continuation("/oauth2/apps");

	private static final int LONGEST = 6000;

	private static final Pattern OURS = Pattern
		.compile("/oauth2/(authorize|device|device_verification|consent|apps|logout)"
				+ "(\\?[A-Za-z0-9\\-._~!$&'()*+,;=:@/?%]*)?");

	/** What was asked for, if it is one of ours. */
	public static Optional<Continuation> of(@Nullable String address) {
		return (address != null && address.length() <= LONGEST && OURS.matcher(address).matches())
				? Optional.of(new Continuation(address)) : Optional.empty();
	}

	/** The address that somebody asks for, to come back to. */
	static Optional<Continuation> of(HttpServletRequest request) {
		var query = request.getMethod().equals("GET") ? request.getQueryString() : null;
		return of(request.getRequestURI() + ((query != null) ? "?" + query : ""));
	}

	/** What its query says first of that name. */
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

	/** The sign-in page that leads there. */
	public String by(String page) {
		return page + "?continue=" + URLEncoder.encode(this.address, StandardCharsets.UTF_8);
	}

}
