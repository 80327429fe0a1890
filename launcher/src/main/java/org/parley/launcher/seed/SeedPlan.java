package org.parley.launcher.seed;

/**
 * How much to make.
 *
 * @param categories at most as many as there are topics
 * @param users who write
 * @param threads spread over the categories
 * @param posts spread over the threads, the one that opens each included
 * @param seed of the text: the same gives the same words
 */
record SeedPlan(int categories, int users, int threads, int posts, long seed) {

	SeedPlan {
		if (categories < 1 || users < 1 || threads < 1) {
			throw new IllegalArgumentException("There must be a category, a user and a thread at least");
		}
		if (posts < threads) {
			throw new IllegalArgumentException("There must be as many posts as threads at least: one opens each");
		}
	}

	/**
	 * How many posts the thread of this number has: all alike, the first ones one more.
	 */
	int postsOf(int thread) {
		return this.posts / this.threads + ((thread < this.posts % this.threads) ? 1 : 0);
	}

}
