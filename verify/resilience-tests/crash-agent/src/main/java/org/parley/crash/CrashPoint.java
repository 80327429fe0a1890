package org.parley.crash;

import java.util.regex.Pattern;

/**
 * A point at which a program crashes: {@code before:org.example.Outbox.send:3} or
 * {@code after:…}.
 *
 * @param before whether to crash at the method's start rather than at its return
 * @param type the binary name of the class
 * @param method the method's name; all overloads match
 * @param pass the pass that crashes, counted from 1
 */
record CrashPoint(boolean before, String type, String method, int pass) {

	private static final Pattern FORM = Pattern.compile("(before|after):([\\w.$]+)\\.(\\w+):(\\d+)");

	static CrashPoint parse(String text) {
		var point = FORM.matcher(text);
		if (!point.matches()) {
			throw new IllegalArgumentException("Invalid crash point: " + text);
		}
		return new CrashPoint(point.group(1).equals("before"), point.group(2), point.group(3),
				Integer.parseInt(point.group(4)));
	}

}
