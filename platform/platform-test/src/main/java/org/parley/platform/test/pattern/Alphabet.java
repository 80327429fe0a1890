package org.parley.platform.test.pattern;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The characters that distinguish the parts of a regular expression. */
final class Alphabet {

	private static final List<String> BEYOND_ASCII = List.of("é", "ß", "İ", "中", "ª", "٣", "\u0301", "\u00a0", "\u2028",
			"\u200d", "\ue000", "😀", "\ud800");

	private Alphabet() {
	}

	/** Candidate characters: letters first, then those of the expression. */
	static Stream<String> all(String regex) {
		var ascii = Stream.iterate(0, (code) -> code < 128, (code) -> code + 1).map(Character::toString);
		return Stream
			.of(Stream.of("a", "0", " "), ascii, BEYOND_ASCII.stream(),
					regex.codePoints().mapToObj(Character::toString))
			.flatMap((some) -> some);
	}

	/** One character for each distinct set of matching parts, including the empty set. */
	static List<String> of(RegexNode node, String regex) {
		var parts = node.ones().toList();
		var bySignature = new LinkedHashMap<String, String>();
		all(regex).forEach((character) -> bySignature.putIfAbsent(
				parts.stream().map((part) -> part.takes(character) ? "1" : "0").collect(Collectors.joining()),
				character));
		return new ArrayList<>(bySignature.values());
	}

}
