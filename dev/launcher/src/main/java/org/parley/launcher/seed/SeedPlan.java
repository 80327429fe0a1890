package org.parley.launcher.seed;

/**
 * The amount of data to create.
 *
 * @param categories number of categories, at most the number of topics
 * @param users number of authors
 * @param threads number of threads
 * @param posts number of posts, including the first of each thread
 * @param seed random seed of the texts
 */
record SeedPlan(int categories, int users, int threads, int posts, long seed) {

	SeedPlan {
		if (categories < 1 || users < 1 || threads < 1) {
			throw new IllegalArgumentException("There must be at least one category, one user and one thread");
		}
		if (posts < threads) {
			throw new IllegalArgumentException("There must be at least as many posts as threads");
		}
	}

	/**
	 * Returns the number of posts of a thread; the remainder goes to the first threads.
	 */
	int postsOf(int thread) {
		return this.posts / this.threads + ((thread < this.posts % this.threads) ? 1 : 0);
	}

}
