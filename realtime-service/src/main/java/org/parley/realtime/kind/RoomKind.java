package org.parley.realtime.kind;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A kind of room that clients join: its name in requests, events and the replay log. Who
 * may be in its rooms is a {@code RoomRule}.
 */
public enum RoomKind {

	/** The readers of a thread. */
	THREAD("thread", "threadId", "threads"),
	/** The members of a conversation. */
	CONVERSATION("conversation", "conversationId", "chat"),

	/** The readers of a person's post. */
	SOCIAL_POST("social-post", "postId", "social"),

	/**
	 * The readers of lists of threads, by the audience of the categories, or by the id of
	 * a category that groups read, too.
	 */
	LIST("list", "audience", "threads", "everyone|members|moderators|admins|" + RoomKind.ID);

	private static final String ID = "[0-7][0-9A-HJKMNP-TV-Z]{25}";

	private final String json;

	private final String property;

	private final String scopes;

	private final Pattern ids;

	RoomKind(String json, String property, String scopes) {
		this(json, property, scopes, ID);
	}

	RoomKind(String json, String property, String scopes, String ids) {
		this.json = json;
		this.property = property;
		this.scopes = scopes;
		this.ids = Pattern.compile(ids);
	}

	/** Returns the kind of a room; empty for a user's room, which nobody joins. */
	public static Optional<RoomKind> of(String room) {
		return Stream.of(values()).filter((kind) -> room.startsWith(kind.prefix())).findFirst();
	}

	/** Returns the name of the kind in requests. */
	public String json() {
		return this.json;
	}

	/** Returns the name of a room. */
	public String room(String id) {
		return prefix() + id;
	}

	/** Returns the id that a room's name contains. */
	public String id(String room) {
		return room.substring(prefix().length());
	}

	/** Checks whether a text has the format of the ids of this kind. */
	public boolean isId(String text) {
		return this.ids.matcher(text).matches();
	}

	/** Whether people in a room write to each other. */
	public boolean isTalk() {
		return this != LIST;
	}

	/** Returns the property that contains the id in requests and events. */
	public String property() {
		return this.property;
	}

	public String readScope() {
		return this.scopes + ":read";
	}

	public String writeScope() {
		return this.scopes + ":write";
	}

	/** Returns the code for a room that does not exist for the caller. */
	public String notFound() {
		return json() + ".not-found";
	}

	private String prefix() {
		return json() + "-";
	}

}
