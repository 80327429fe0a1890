package org.parley.media.item;

import org.jspecify.annotations.Nullable;

/**
 * How many uses a medium has.
 *
 * @param everyone those that show it to everybody
 * @param account those that show it to everybody while the owner's account is public
 * @param cases those of moderation; null in older documents
 */
public record MediaUseCounts(int all, int everyone, int account, @Nullable Integer cases) {

	public static final MediaUseCounts NONE = new MediaUseCounts(0, 0, 0, 0);

	/** The difference to an earlier count. */
	public MediaUseCounts minus(MediaUseCounts before) {
		return new MediaUseCounts(this.all - before.all, this.everyone - before.everyone, this.account - before.account,
				number(this.cases) - number(before.cases));
	}

	boolean isPublic() {
		return this.everyone > 0 || this.account > 0;
	}

	/** Whether moderators must see it although its owner removes it. */
	boolean isEvidence() {
		return number(this.cases) > 0;
	}

	private static int number(@Nullable Integer count) {
		return (count != null) ? count : 0;
	}

}
