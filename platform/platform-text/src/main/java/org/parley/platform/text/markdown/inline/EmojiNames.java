package org.parley.platform.text.markdown.inline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The names of emoji, as in {@code :tada:}.
 *
 * @see <a href="https://github.com/github/gemoji">gemoji</a>
 */
final class EmojiNames {

	private static final Map<String, String> EMOJI = read();

	private EmojiNames() {
	}

	static @Nullable String find(String name) {
		return EMOJI.get(name);
	}

	/** Each line has an emoji and its names. */
	private static Map<String, String> read() {
		try (InputStream file = Objects.requireNonNull(EmojiNames.class.getResourceAsStream("emoji.txt"))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> line.split(" ", -1))
				.flatMap((parts) -> Arrays.stream(parts).skip(1).map((name) -> Map.entry(name, parts[0])))
				.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
