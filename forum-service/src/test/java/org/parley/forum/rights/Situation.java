package org.parley.forum.rights;

/** The state of the thread and the category when an actor tries an action. */
enum Situation {

	/** The thread is open. */
	OPEN,

	/** The thread is open and another member has replied. */
	ANSWERED,

	/** The thread is open and the actor also moderates the target category. */
	TARGET_MODERATED,

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

	private final Role lowestRole;

	Situation() {
		this("everyone", "members", Role.GUEST);
	}

	Situation(String read, String post, Role lowestRole) {
		this.read = read;
		this.post = post;
		this.lowestRole = lowestRole;
	}

	/** The lowest audience that may read the category. */
	String read() {
		return this.read;
	}

	/** The lowest audience that may post in the category. */
	String post() {
		return this.post;
	}

	/** The lowest role that may act. */
	Role lowestRole() {
		return this.lowestRole;
	}

	/** The moderation step that leads to this situation; empty if there is none. */
	String step() {
		return switch (this) {
			case LOCKED -> "lock";
			case ARCHIVED -> "archive";
			default -> "";
		};
	}

}
