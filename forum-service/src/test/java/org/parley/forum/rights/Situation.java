package org.parley.forum.rights;

/** How things stand when somebody tries to act. */
enum Situation {

	/** A thread takes replies. */
	OPEN,

	/** It does, and somebody else has replied. */
	ANSWERED,

	/** Whoever acts moderates the place that a thread is to go to. */
	THEIRS_AS_WELL,

	LOCKED,

	ARCHIVED,

	EVERYONE_READS("everyone", "admins", Role.GUEST),

	MEMBERS_READ("members", "admins", Role.MEMBER),

	MODERATORS_READ("moderators", "admins", Role.MODERATOR),

	ADMINS_READ("admins", "admins", Role.ADMIN),

	MEMBERS_POST("everyone", "members", Role.MEMBER),

	MODERATORS_POST("everyone", "moderators", Role.MODERATOR_HERE),

	ADMINS_POST("everyone", "admins", Role.ADMIN);

	private final String read;

	private final String post;

	private final Role least;

	Situation() {
		this("everyone", "members", Role.GUEST);
	}

	Situation(String read, String post, Role least) {
		this.read = read;
		this.post = post;
		this.least = least;
	}

	/** Who may read the category. */
	String read() {
		return this.read;
	}

	/** Who may post there. */
	String post() {
		return this.post;
	}

	/** Who at least it lets act. */
	Role least() {
		return this.least;
	}

	/** The step that brings a thread there, or nothing. */
	String step() {
		return switch (this) {
			case LOCKED -> "lock";
			case ARCHIVED -> "archive";
			default -> "";
		};
	}

}
