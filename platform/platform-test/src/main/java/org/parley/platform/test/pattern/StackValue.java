package org.parley.platform.test.pattern;

import java.util.HashSet;
import java.util.Set;

/** The known properties of a value on a method's stack. */
sealed interface StackValue {

	/** The number of slots. */
	default int slots() {
		return 1;
	}

	/** Merges two possible values. */
	static StackValue either(StackValue one, StackValue other) {
		if (one instanceof Text(var some) && other instanceof Text(var more)) {
			var both = new HashSet<>(some);
			both.addAll(more);
			return new Text(both);
		}
		return one.equals(other) ? one : new Other(one.slots());
	}

	/**
	 * An unknown value.
	 *
	 * @param slots the number of slots
	 */
	record Other(int slots) implements StackValue {

		/** An unknown value of one slot. */
		static final Other ONE = new Other(1);

		/** A long or a double. */
		static final Other TWO = new Other(2);

	}

	/**
	 * Constant texts.
	 *
	 * @param texts the possible values
	 */
	record Text(Set<String> texts) implements StackValue {
	}

	/**
	 * A constant number.
	 *
	 * @param number the number
	 */
	record Int(int number) implements StackValue {
	}

	/**
	 * A compiled expression or its matcher.
	 *
	 * @param key the call or the static field that provides it
	 * @param matcher whether it is a matcher
	 */
	record Regex(String key, boolean matcher) implements StackValue {
	}

}
