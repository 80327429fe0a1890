package org.parley.forum.thread;

/** The ways that lead from one {@link ThreadStatus} to another; there are no others. */
public enum ThreadStep {

	LOCK("thread.locked"), UNLOCK("thread.unlocked"), ARCHIVE("thread.archived"), UNARCHIVE("thread.restored"),
	HIDE("thread.hidden"), UNHIDE("thread.restored");

	private final String event;

	ThreadStep(String event) {
		this.event = event;
	}

	/** The type of the event that tells of this step. */
	String event() {
		return this.event;
	}

	/**
	 * Where this step leads.
	 * @param status where the thread is; the same comes back when the step is done
	 * already
	 * @param before where the thread was when it was hidden
	 * @throws ThreadStatusException when no such step leads on from there
	 */
	ThreadStatus from(ThreadStatus status, ThreadStatus before) {
		return switch (this) {
			case LOCK -> switch (status) {
				case OPEN, LOCKED -> ThreadStatus.LOCKED;
				case ARCHIVED, HIDDEN -> throw new ThreadStatusException(status);
			};
			case UNLOCK -> switch (status) {
				case OPEN, LOCKED -> ThreadStatus.OPEN;
				case ARCHIVED, HIDDEN -> throw new ThreadStatusException(status);
			};
			case ARCHIVE -> switch (status) {
				case OPEN, LOCKED, ARCHIVED -> ThreadStatus.ARCHIVED;
				case HIDDEN -> throw new ThreadStatusException(status);
			};
			case UNARCHIVE -> switch (status) {
				case OPEN, LOCKED -> status;
				case ARCHIVED -> ThreadStatus.OPEN;
				case HIDDEN -> throw new ThreadStatusException(status);
			};
			case HIDE -> ThreadStatus.HIDDEN;
			case UNHIDE -> (status == ThreadStatus.HIDDEN) ? before : status;
		};
	}

}
