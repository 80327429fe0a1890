package org.parley.forum.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

/**
 * A thread of a new forum: the welcome, the rules or the showcase of formatting. The
 * texts are in {@code contracts}, because a development start uses them, too.
 *
 * @param content of its opening post, in Markdown
 */
record FirstThread(String title, List<String> tags, boolean pinned, String content) {

	private static final String DEFAULT = "en";

	private static final TypeReference<List<FirstThread>> LIST = new TypeReference<>() {
	};

	/** Reads the threads in a language, or in English if there are none in it. */
	static List<FirstThread> in(@Nullable String language) {
		var texts = Stream.of(Locale.forLanguageTag((language != null) ? language : DEFAULT).getLanguage(), DEFAULT)
			.map((one) -> new ClassPathResource("start/" + one + ".json"))
			.filter(ClassPathResource::exists)
			.findFirst()
			.orElseThrow();
		try (var text = texts.getInputStream()) {
			return JsonMapper.shared().readValue(text, LIST);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
