package org.parley.platform.test.pattern;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.validation.constraints.Pattern.Flag;
import org.jspecify.annotations.Nullable;

/** An expression in each possible place. */
final class Patterns {

	private static final Pattern ANCHORED = Pattern.compile("anchored", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

	private static final Pattern SEARCHED = Pattern.compile("searched");

	private static final Pattern UNUSED = Pattern.compile("unused");

	private Patterns() {
	}

	record Request(
			@jakarta.validation.constraints.Pattern(regexp = "component", flags = Flag.CASE_INSENSITIVE) String one,
			List<@jakarta.validation.constraints.Pattern(regexp = "element") String> several, @Word String word) {
	}

	@jakarta.validation.constraints.Pattern.List({ @jakarta.validation.constraints.Pattern(regexp = "composed"),
			@jakarta.validation.constraints.Pattern(regexp = "composed too") })
	@interface Word {

	}

	static boolean isOne(String text) {
		var matcher = ANCHORED.matcher(text);
		return matcher.matches() && matcher.group(0).matches("matches") && Pattern.matches("static", text);
	}

	static int count(String text) {
		var matcher = SEARCHED.matcher(text);
		var count = 0;
		while (matcher.find()) {
			count++;
		}
		return count;
	}

	static String change(String text, boolean both, @Nullable String otherwise) {
		var regex = both ? "one way" : "the other";
		return text.replaceAll(regex, (otherwise != null) ? otherwise + text.length() : "")
			.replaceFirst("first", String.valueOf(text.isEmpty()));
	}

	static Stream<String> parts(String text) {
		return Stream.of(text.split("split", -1));
	}

	static Pattern unused() {
		return UNUSED;
	}

	static boolean isLike(String text, String unknown) {
		return Pattern.compile("like " + unknown).matcher(text).find();
	}

}
