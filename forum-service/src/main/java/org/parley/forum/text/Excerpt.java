package org.parley.forum.text;

import java.util.regex.Pattern;

import org.parley.platform.domain.GraphemeClusters;

/** Cuts excerpts from plain texts. */
public final class Excerpt {

	private static final int MAX_LENGTH = 200;

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private Excerpt() {
	}

	/** Returns the first words of a plain text on one line, at most 200 characters. */
	public static String of(String text) {
		var line = SPACE.matcher(text).replaceAll(" ").strip();
		if (GraphemeClusters.cut(line, MAX_LENGTH).length() == line.length()) {
			return line;
		}
		var cut = GraphemeClusters.cut(line, MAX_LENGTH - 1);
		var lastSpace = cut.lastIndexOf(' ');
		return ((lastSpace > MAX_LENGTH / 2) ? cut.substring(0, lastSpace) : cut) + "…";
	}

}
