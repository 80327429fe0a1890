package org.parley.forum.thread;

/** The transitions between {@link ThreadStatus} values. */
public enum ThreadTransition {

	LOCK("thread.locked"), UNLOCK("thread.unlocked"), ARCHIVE("thread.archived"), UNARCHIVE("thread.restored"),
	HIDE("thread.hidden"), UNHIDE("thread.restored");

	private final String event;

	ThreadTransition(String event) {
		this.event = event;
	}

	/** The type of the event to publish. */
	String event() {
		return this.event;
	}

	/**
	 * Returns the next status; the same status if the transition has been made already.
	 * @param before the status before the thread was hidden
	 * @throws ThreadStatusException if the current status does not allow the transition
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
