package org.parley.chat.recent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import io.lettuce.core.codec.StringCodec;

import org.springframework.core.io.ClassPathResource;

/** The scripts that Redis runs, each as one step. */
enum RecentScript {

	/** Announces a change of a subject. */
	BEGIN,
	/** Ends a change and applies its effect. */
	END,
	/** Reads a subject. */
	READ,
	/** Stores what was read from the database, unless it has changed since. */
	FILL,
	/** Keeps a message that was accepted without the database. */
	ACCEPT;

	private final String text = load("common") + load(name().toLowerCase(Locale.ROOT));

	private final String digest = digest(this.text);

	String text() {
		return this.text;
	}

	/** The name by which Redis knows the loaded script. */
	String digest() {
		return this.digest;
	}

	static Stream<RecentScript> all() {
		return Arrays.stream(values());
	}

	private static String load(String name) {
		try {
			return new ClassPathResource("recent/" + name + ".lua").getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String digest(String text) {
		return io.lettuce.core.codec.Base16.digest(StringCodec.UTF8.encodeValue(text));
	}

}
