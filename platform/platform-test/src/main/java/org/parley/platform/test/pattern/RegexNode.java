package org.parley.platform.test.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A node of a regular expression. */
sealed interface RegexNode {

	/** All single-character parts of the node. */
	Stream<One> ones();

	/**
	 * Short matching texts, with a preferred character where possible.
	 * @param preferred the character
	 */
	List<String> samples(String preferred);

	/** A matching text without optional parts. */
	default String sample() {
		return samples("a").getFirst();
	}

	/** A sequence of nodes. */
	record Sequence(List<RegexNode> parts) implements RegexNode {

		@Override
		public Stream<One> ones() {
			return this.parts.stream().flatMap(RegexNode::ones);
		}

		/** Uses each alternative of each part once. */
		@Override
		public List<String> samples(String preferred) {
			var each = this.parts.stream().map((part) -> part.samples(preferred)).toList();
			var texts = new ArrayList<>(List.of(joined(each, -1, "")));
			for (int i = 0; i < each.size(); i++) {
				for (var other : each.get(i).subList(1, each.get(i).size())) {
					texts.add(joined(each, i, other));
				}
			}
			return texts;
		}

		private static String joined(List<List<String>> each, int place, String other) {
			var text = new StringBuilder();
			for (int i = 0; i < each.size(); i++) {
				text.append((i == place) ? other : each.get(i).getFirst());
			}
			return text.toString();
		}

	}

	/** An alternative. */
	record Choice(List<RegexNode> options) implements RegexNode {

		@Override
		public Stream<One> ones() {
			return this.options.stream().flatMap(RegexNode::ones);
		}

		@Override
		public List<String> samples(String preferred) {
			return this.options.stream().flatMap((option) -> option.samples(preferred).stream()).distinct().toList();
		}

	}

	/**
	 * A repetition.
	 *
	 * @param body the repeated node
	 * @param min the minimum
	 * @param max the maximum
	 */
	record Repeat(RegexNode body, int min, int max) implements RegexNode {

		/** Longer texts reveal no further costs. */
		private static final int ENOUGH = 70;

		@Override
		public Stream<One> ones() {
			return this.body.ones();
		}

		@Override
		public List<String> samples(String preferred) {
			var least = Math.min(this.min, ENOUGH);
			var texts = new ArrayList<String>();
			this.body.samples(preferred).forEach((text) -> {
				texts.add(text.repeat(least));
				texts.add(text.repeat(Math.max(1, least)));
			});
			return texts.stream().distinct().toList();
		}

	}

	/**
	 * A single character.
	 *
	 * @param text its regular expression
	 * @param pattern matches only this node
	 */
	record One(String text, Pattern pattern) implements RegexNode {

		@Override
		public Stream<One> ones() {
			return Stream.of(this);
		}

		boolean takes(String character) {
			return this.pattern.matcher(character).matches();
		}

		@Override
		public List<String> samples(String preferred) {
			return List.of(takes(preferred) ? preferred
					: Alphabet.all(this.text).filter(this::takes).findFirst().orElse("\uffff"));
		}

	}

	/**
	 * A zero-width condition.
	 *
	 * @param body the node of a lookaround; empty for an anchor
	 */
	record Condition(RegexNode body) implements RegexNode {

		@Override
		public Stream<One> ones() {
			return this.body.ones();
		}

		@Override
		public List<String> samples(String preferred) {
			return List.of("");
		}

	}

}
