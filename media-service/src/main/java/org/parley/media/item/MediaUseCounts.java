package org.parley.media.item;

/**
 * How many uses a medium has.
 *
 * @param everyone those that show it to everybody
 * @param account those that show it to everybody while the owner's account is public
 */
public record MediaUseCounts(int all, int everyone, int account) {

	public static final MediaUseCounts NONE = new MediaUseCounts(0, 0, 0);

	/** The difference to an earlier count. */
	public MediaUseCounts minus(MediaUseCounts before) {
		return new MediaUseCounts(this.all - before.all, this.everyone - before.everyone,
				this.account - before.account);
	}

	boolean isPublic() {
		return this.everyone > 0 || this.account > 0;
	}

}
