package org.parley.contracts.social;

import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.parley.contracts.LowerCaseName;

/**
 * The readers who may see a social post. The author always may, and nobody whom a block
 * separates from the author.
 */
public enum SocialVisibility implements LowerCaseName {

	/** Everybody; of a private account, its followers. */
	PUBLIC,
	/** The followers of the author. */
	FOLLOWERS,
	/** The author alone. */
	PRIVATE;

	/**
	 * Whether a person other than the author may see the post, if no block separates
	 * them.
	 * @param isPrivate whether the account of the author is private
	 * @param follows whether the person follows the author
	 */
	public boolean permits(BooleanSupplier isPrivate, BooleanSupplier follows) {
		return switch (this) {
			case PUBLIC -> !isPrivate.getAsBoolean() || follows.getAsBoolean();
			case FOLLOWERS -> follows.getAsBoolean();
			case PRIVATE -> false;
		};
	}

	/**
	 * Returns the visibility with a name in JSON. A name that only a later version knows
	 * is private, so that nobody sees too much.
	 */
	public static SocialVisibility of(String json) {
		return Stream.of(values()).filter((one) -> one.json().equals(json)).findFirst().orElse(PRIVATE);
	}

}
