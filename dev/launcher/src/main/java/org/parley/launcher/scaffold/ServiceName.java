package org.parley.launcher.scaffold;

import java.util.Locale;
import java.util.regex.Pattern;

import org.parley.launcher.process.LauncherException;

/**
 * The name of a new service, which is also its package, its path and the first word of
 * its types.
 *
 * @param name lower-case letters
 */
public record ServiceName(String name) {

	private static final Pattern VALID = Pattern.compile("[a-z]{2,20}");

	/**
	 * Checks the form of the name.
	 * @throws LauncherException if it is invalid
	 */
	public ServiceName {
		if (!VALID.matcher(name).matches()) {
			throw new LauncherException(
					"'%s' cannot name a service. A name has 2 to 20 lower-case letters.".formatted(name));
		}
	}

	String service() {
		return this.name + "-service";
	}

	/** Replaces the placeholders in a text or a path. */
	String fill(String text, int port) {
		return text.replace("@name@", this.name)
			.replace("@Name@", this.name.substring(0, 1).toUpperCase(Locale.ROOT) + this.name.substring(1))
			.replace("@NAME@", this.name.toUpperCase(Locale.ROOT))
			.replace("@port@", String.valueOf(port));
	}

}
