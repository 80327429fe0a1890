package org.parley.crash;

import java.util.regex.Pattern;

/**
 * A point where a program crashes: {@code before:org.example.Outbox.send:3} or
 * {@code after:…}.
 *
 * @param before whether it is where the method begins, or where it returns
 * @param type the class, by its binary name
 * @param method every method of that name
 * @param pass at which time that the point is passed
 */
record CrashPoint(boolean before, String type, String method, int pass) {

	private static final Pattern FORM = Pattern.compile("(before|after):([\\w.$]+)\\.(\\w+):(\\d+)");

	static CrashPoint parse(String text) {
		var point = FORM.matcher(text);
		if (!point.matches()) {
			throw new IllegalArgumentException("Not a point to crash at: " + text);
		}
		return new CrashPoint(point.group(1).equals("before"), point.group(2), point.group(3),
				Integer.parseInt(point.group(4)));
	}

}
