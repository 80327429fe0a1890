package org.parley.platform.test.pattern;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An expression in each possible place. */
final class Patterns {

	private static final Pattern ANCHORED = Pattern.compile("anchored+");

	private Patterns() {
	}

	static boolean isAnchored(String text) {
		return ANCHORED.matcher(text).matches();
	}

	record Request(@jakarta.validation.constraints.Pattern(regexp = "component+") String one,
			List<@jakarta.validation.constraints.Pattern(regexp = "element+") String> several) {
	}

	@jakarta.validation.constraints.Pattern.List({ @jakarta.validation.constraints.Pattern(regexp = "composed+") })
	@interface Word {

	}

	static final class Searched {

		private Searched() {
		}

		static Stream<String> parts(String text, boolean both) {
			return Stream.of(text.replaceFirst("first+", "").split(both ? "one way+" : "the other+", -1));
		}

	}

}
