package org.parley.platform.web;

import java.time.Instant;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.converter.Converter;

/**
 * Reads timestamps of queries. Spring also accepts milliseconds, dates of RFC 1123, and
 * years that databases cannot store.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339, section
 * 5.6</a>
 */
final class InstantConverter implements Converter<String, @Nullable Instant> {

	private static final Pattern FORM = Pattern.compile("\\d{4}-.*");

	@Override
	public @Nullable Instant convert(String text) {
		if (text.isEmpty()) {
			return null;
		}
		if (!FORM.matcher(text).matches()) {
			throw new IllegalArgumentException("Timestamps have the form of RFC 3339");
		}
		return Instant.parse(text);
	}

}
