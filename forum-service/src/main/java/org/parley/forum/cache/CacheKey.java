package org.parley.forum.cache;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Names an answer. Two requests have the same key only when everybody may see the same.
 *
 * @param group what makes the answer old when it changes, such as {@code list} or
 * {@code thread:<id>}
 * @param audience who may see it: part of every key and of every entity tag
 * @param rest what else tells answers apart
 */
public record CacheKey(String group, String audience, String rest) {

	/** To be raised with every change of what stored answers look like. */
	private static final String SHAPE = "1";

	/** A key from parts that may hold any text. */
	public static CacheKey of(String group, String audience, Object... parts) {
		return new CacheKey(group, audience, Arrays.stream(parts).map(CacheKey::part).collect(Collectors.joining(":")));
	}

	String at(String generation) {
		return this.group + ":" + this.audience + ":" + generation + ":" + SHAPE + ":" + this.rest;
	}

	private static String part(Object part) {
		return URLEncoder.encode(part.toString(), StandardCharsets.UTF_8);
	}

}
