package org.parley.platform.test.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A part of a regular expression. */
sealed interface RegexNode {

	/** All parts of a single character in it. */
	Stream<One> ones();

	/**
	 * Short texts that it matches, with a character in each place that takes it.
	 * @param preferred the character
	 */
	List<String> samples(String preferred);

	/** A text that it matches, without what it can do without. */
	default String sample() {
		return samples("a").getFirst();
	}

	/** Parts one after the other. */
	record Sequence(List<RegexNode> parts) implements RegexNode {

		@Override
		public Stream<One> ones() {
			return this.parts.stream().flatMap(RegexNode::ones);
		}

		/** Each alternative of each part once. */
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

	/** One of several. */
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
	 * One part again and again.
	 *
	 * @param body the part
	 * @param min how often at least
	 * @param max how often at most
	 */
	record Repeat(RegexNode body, int min, int max) implements RegexNode {

		/** More of the same costs no more. */
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
	 * One character.
	 *
	 * @param text how the expression says it
	 * @param pattern matches just that
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
	 * A condition that takes no character.
	 *
	 * @param body what must be there, or must not; nothing for an anchor
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
