package org.parley.realtime;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;

/** Publishes the example events of social-service, with ids of the test. */
public final class SocialEventFixture {

	private final EventFixture events;

	SocialEventFixture(EventFixture events) {
		this.events = events;
	}

	/** Publishes a new post; returns its id. */
	public String post(String author, String visibility) {
		var id = Ids.next();
		post("social-post.created", id, author, visibility, null, 0);
		return id;
	}

	/** Publishes that the visibility of a post has changed. */
	public void edited(String post, String author, String visibility, String previous, long version) {
		post("social-post.edited", post, author, visibility, previous, version);
	}

	private void post(String type, String id, String author, String visibility, @Nullable String previous,
			long version) {
		this.events.publish(type, (data) -> {
			data.withObject("/post").put("id", id).put("visibility", visibility).put("version", version);
			data.withObject("/post/author").put("id", author);
			data.put("previousVisibility", previous);
		});
	}

	/** Sends a snapshot of a post to the queue that takes it. */
	public void postSnapshot(String id, String author, String visibility, String status, long version) {
		this.events.sendSnapshot("social-post.snapshot", "realtime_rights", (data) -> {
			data.withObject("/post")
				.put("id", id)
				.put("visibility", visibility)
				.put("status", status)
				.put("version", version);
			data.withObject("/post/author").put("id", author);
		});
	}

	/** Sends a snapshot of a private account, a follow or a block. */
	public void snapshot(String type, String person, @Nullable String other, long version) {
		this.events.sendSnapshot(type, "realtime_rights", (data) -> {
			data.put("version", version);
			switch (type) {
				case "follow.snapshot" -> {
					data.withObject("/follower").put("id", person);
					data.withObject("/followee").put("id", other);
				}
				case "block.snapshot" -> {
					data.withObject("/blocker").put("id", person);
					data.withObject("/blocked").put("id", other);
				}
				default -> data.withObject("/person").put("id", person);
			}
		});
	}

	public void removed(String post, String author, long version) {
		removed(post, author, "public", version);
	}

	public void removed(String post, String author, String visibility, long version) {
		this.events.publish("social-post.removed", (data) -> {
			data.withObject("/post").put("id", post).put("visibility", visibility);
			data.withObject("/post/author").put("id", author);
			data.put("version", version);
		});
	}

	public void account(String person, boolean closed, long version) {
		this.events.publish("social-account.changed", (data) -> {
			data.withObject("/person").put("id", person);
			data.put("privateAccount", closed).put("version", version);
		});
	}

	public void follow(String type, String follower, String followee, long version) {
		this.events.publish(type, (data) -> {
			data.withObject("/follower").put("id", follower);
			data.withObject("/followee").put("id", followee);
			data.put("version", version);
		});
	}

	public void block(String type, String blocker, String blocked, long version) {
		this.events.publish(type, (data) -> {
			data.withObject("/blocker").put("id", blocker);
			data.withObject("/blocked").put("id", blocked);
			data.put("version", version);
		});
	}

	/** Publishes a comment; returns its id. */
	public String comment(String post, String author, String text) {
		var id = Ids.next();
		comment("social-comment.created", post, id, author, text);
		return id;
	}

	public void comment(String type, String post, String id, String author, String text) {
		this.events.publish(type, (data) -> {
			data.withObject("/post").put("id", post);
			data.withObject("/comment").put("id", id).put("text", text).put("html", "<p>" + text + "</p>");
			data.withObject("/comment/author").put("id", author);
		});
	}

	public void commentRemoved(String post, String id, String author) {
		this.events.publish("social-comment.removed", (data) -> {
			data.withObject("/post").put("id", post);
			data.withObject("/comment").put("id", id);
			data.withObject("/comment/author").put("id", author);
		});
	}

	/** Publishes a reaction to a post. */
	public void reaction(String post, String person, @Nullable String kind) {
		this.events.publish("social-reaction.changed", (data) -> {
			data.withObject("/post").put("id", post);
			data.withObject("/target").put("id", post);
			data.withObject("/by").put("id", person);
			data.put("kind", kind);
		});
	}

}
