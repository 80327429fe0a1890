package org.parley.platform.test.pattern;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Generates texts that may be expensive for a regular expression: a prefix to each
 * repetition, many repetitions, and matching or failing ends.
 */
final class AttackStrings {

	/** Repetitions with a lower maximum cannot make a text long. */
	private static final int MANY = 50;

	private final Set<Attack> attacks = new LinkedHashSet<>();

	private final List<String> alphabet;

	private AttackStrings(List<String> alphabet) {
		this.alphabet = alphabet;
	}

	/** Generates the texts of a length. */
	static Stream<String> on(FoundPattern found, int length) {
		var node = RegexParser.parse(found.regex(), found.flags());
		var attacks = new AttackStrings(Alphabet.of(node, found.regex()));
		attacks.alphabet.forEach((character) -> attacks.add("", character, ""));
		attacks.visit("", node, "");
		return attacks.attacks.stream().map((attack) -> attack.text(length));
	}

	private void visit(String before, RegexNode node, String after) {
		switch (node) {
			case RegexNode.Sequence sequence -> visitParts(before, sequence.parts(), after);
			case RegexNode.Choice choice -> choice.options().forEach((option) -> visit(before, option, after));
			case RegexNode.Condition condition -> visit(before, condition.body(), after);
			case RegexNode.One _ -> {
			}
			case RegexNode.Repeat repeat -> {
				if (repeat.max() >= MANY) {
					add(before, repeat.body(), after);
				}
				visit(before, repeat.body(), after);
			}
		}
	}

	private void visitParts(String before, List<RegexNode> parts, String after) {
		var samples = parts.stream().map(RegexNode::sample).toList();
		for (int i = 0; i < parts.size(); i++) {
			visit(before + String.join("", samples.subList(0, i)), parts.get(i),
					String.join("", samples.subList(i + 1, samples.size())) + after);
		}
	}

	private void add(String before, RegexNode body, String after) {
		this.alphabet.stream()
			.flatMap((character) -> body.samples(character).stream())
			.filter((sample) -> !sample.isEmpty())
			.distinct()
			.forEach((sample) -> add(before, sample, after));
	}

	private void add(String before, String body, String after) {
		Stream.of("", after, "\n\u0000", this.alphabet.getLast()).forEach((end) -> {
			this.attacks.add(new Attack(before, body, end));
			this.attacks.add(new Attack("", before + body, end));
		});
	}

	private record Attack(String before, String body, String after) {

		String text(int length) {
			return this.before + this.body.repeat(length / this.body.length()) + this.after;
		}

	}

}
