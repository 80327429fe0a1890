package org.parley.platform.test.pattern;

import java.util.HashSet;
import java.util.Set;

/** What is known of a value on a method's stack. */
sealed interface StackValue {

	/** How many slots it takes. */
	default int slots() {
		return 1;
	}

	/** What is known of a value that is one of the two. */
	static StackValue either(StackValue one, StackValue other) {
		if (one instanceof Text(var some) && other instanceof Text(var more)) {
			var both = new HashSet<>(some);
			both.addAll(more);
			return new Text(both);
		}
		return one.equals(other) ? one : new Other(one.slots());
	}

	/**
	 * A value of which nothing is known.
	 *
	 * @param slots how many it takes
	 */
	record Other(int slots) implements StackValue {

		/** Of one slot. */
		static final Other ONE = new Other(1);

		/** A long or a double. */
		static final Other TWO = new Other(2);

	}

	/**
	 * A constant.
	 *
	 * @param texts one of these
	 */
	record Text(Set<String> texts) implements StackValue {
	}

	/**
	 * A constant.
	 *
	 * @param number the number
	 */
	record Int(int number) implements StackValue {
	}

	/**
	 * A compiled expression, or a matcher of it.
	 *
	 * @param key the call or the static field that it comes from
	 * @param matcher whether it is a matcher
	 */
	record Regex(String key, boolean matcher) implements StackValue {
	}

}
