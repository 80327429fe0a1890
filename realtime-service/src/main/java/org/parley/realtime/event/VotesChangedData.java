package org.parley.realtime.event;

/**
 * What the forum tells of votes.
 *
 * @param target {@code thread} or {@code post}
 * @param id of the thread or the post
 * @param threadId where that is
 * @param number of the post; 1 for a thread
 * @param score up minus down
 * @param version of the votes alone
 */
record VotesChangedData(String target, String id, String threadId, int number, int score, long version) {

	LiveVotes live() {
		return new LiveVotes(this.id, this.threadId, this.target, this.number, this.score, this.version);
	}

	/**
	 * As clients hear it.
	 *
	 * @param id of the thread or the post
	 * @param threadId where that is
	 * @param target {@code thread} or {@code post}
	 * @param number of the post; 1 for a thread
	 * @param voteScore votes up minus votes down
	 * @param version of the votes alone
	 */
	record LiveVotes(String id, String threadId, String target, int number, int voteScore, long version) {
	}

}
