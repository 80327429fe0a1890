package org.parley.launcher.scaffold;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.process.LauncherException;

/**
 * A text that a new service adds to a file.
 *
 * @param file the file, relative to the checkout
 * @param before a regular expression; the text is inserted before its only match
 * @param after a regular expression; the text is inserted after its only match
 */
record Insertion(String file, @Nullable String before, @Nullable String after, String text) {

	/**
	 * Returns the content with the inserted text.
	 * @throws LauncherException if the place does not exist, or not only once
	 */
	String into(String content, String inserted) {
		var place = (this.before != null) ? start(content, this.before) : end(content, String.valueOf(this.after));
		return content.substring(0, place) + inserted + content.substring(place);
	}

	private int start(String content, String pattern) {
		return only(content, pattern).start();
	}

	private int end(String content, String pattern) {
		return only(content, pattern).end();
	}

	private MatchResult only(String content, String pattern) {
		var matches = Pattern.compile(pattern).matcher(content).results().toList();
		if (matches.size() != 1) {
			throw new LauncherException(
					"%s has %d places that match '%s'; dev/templates/service/insertions.yml needs one."
						.formatted(this.file, matches.size(), pattern));
		}
		return matches.getFirst();
	}

}
