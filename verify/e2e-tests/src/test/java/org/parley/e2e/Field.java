package org.parley.e2e;

import java.util.regex.Pattern;

/**
 * A property of a request's body or query, as the table writes it:
 * {@code name:type(max)!}, where {@code max} is the maximum length and {@code !} marks a
 * required property.
 *
 * @param name the property's name
 * @param type {@code text}, {@code secret} (a text of any characters), {@code number},
 * {@code list}, {@code choice} or {@code time}, which may be a number of seconds
 * @param max maximum length; 0 if there is no limit
 * @param required whether it is required
 */
record Field(String name, String type, int max, boolean required) {

	private static final Pattern WRITTEN = Pattern
		.compile("([A-Za-z0-9]+):(text|secret|number|list|choice|time)(?:\\((\\d+)\\))?(!?)");

	static Field of(String written) {
		var field = WRITTEN.matcher(written);
		if (!field.matches()) {
			throw new IllegalArgumentException("Malformed field: " + written);
		}
		var max = (field.group(3) != null) ? Integer.parseInt(field.group(3)) : 0;
		return new Field(field.group(1), field.group(2), max, !field.group(4).isEmpty());
	}

}
