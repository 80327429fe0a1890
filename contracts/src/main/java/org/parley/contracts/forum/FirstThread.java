package org.parley.contracts.forum;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A thread of a new forum: the welcome, the rules or the showcase of formatting.
 *
 * @param content of its opening post, in Markdown
 */
public record FirstThread(String title, List<String> tags, boolean pinned, String content) {

	private static final String DEFAULT = "en";

	/**
	 * Opens the JSON array of the first threads in a language, or in English if there are
	 * none in it.
	 */
	public static InputStream open(@Nullable String language) {
		var own = find(Locale.forLanguageTag((language != null) ? language : DEFAULT).getLanguage());
		return (own != null) ? own : Objects.requireNonNull(find(DEFAULT));
	}

	private static @Nullable InputStream find(String language) {
		return FirstThread.class.getResourceAsStream("/start/" + language + ".json");
	}

}
