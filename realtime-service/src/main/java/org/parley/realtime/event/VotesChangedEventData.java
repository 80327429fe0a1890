package org.parley.realtime.event;

/**
 * Data of {@code votes.changed}.
 *
 * @param target {@code thread} or {@code post}
 * @param id id of the thread or post
 * @param threadId the thread that contains it
 * @param number number of the post; 1 for a thread
 * @param score votes up minus votes down
 * @param version version of the votes alone
 */
record VotesChangedEventData(String target, String id, String threadId, int number, int score, long version) {

	LiveVotes live() {
		return new LiveVotes(this.id, this.threadId, this.target, this.number, this.score, this.version);
	}

	/**
	 * The payload that clients receive.
	 *
	 * @param id id of the thread or post
	 * @param threadId the thread that contains it
	 * @param target {@code thread} or {@code post}
	 * @param number number of the post; 1 for a thread
	 * @param voteScore votes up minus votes down
	 * @param version version of the votes alone
	 */
	record LiveVotes(String id, String threadId, String target, int number, int voteScore, long version) {
	}

}
