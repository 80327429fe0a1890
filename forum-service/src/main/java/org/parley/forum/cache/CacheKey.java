package org.parley.forum.cache;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The key of a cached response. Requests with the same key get the same response.
 *
 * @param group the data that the response shows, such as {@code list} or
 * {@code thread:<id>}; a change of that data invalidates the group
 * @param audience who may see the response; part of the key and of the entity tag
 * @param rest the other parts of the key
 */
public record CacheKey(String group, String audience, String rest) {

	/** Increment it whenever the format of stored responses changes. */
	private static final String FORMAT = "1";

	/** Creates a key from parts with any text. */
	public static CacheKey of(String group, String audience, Object... parts) {
		return new CacheKey(group, audience, Arrays.stream(parts).map(CacheKey::part).collect(Collectors.joining(":")));
	}

	String at(String generation) {
		return this.group + ":" + this.audience + ":" + generation + ":" + FORMAT + ":" + this.rest;
	}

	private static String part(Object part) {
		return URLEncoder.encode(part.toString(), StandardCharsets.UTF_8);
	}

}
