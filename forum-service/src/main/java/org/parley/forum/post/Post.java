package org.parley.forum.post;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What somebody said in a thread. The vote counters belong to the tally folder;
 * {@link Posts} never writes them.
 */
@Document("posts")
public class Post {

	@Id
	private final String id;

	private final String threadId;

	private final int number;

	private final String authorId;

	private final @Nullable String replyTo;

	private final int depth;

	private String content;

	private String html;

	private PostStatus status = PostStatus.ACTIVE;

	private Moderation moderation = Moderation.PENDING;

	private final Instant createdAt;

	private @Nullable Instant editedAt;

	private long version;

	private int voteScore;

	Post(String id, String threadId, int number, String authorId, @Nullable String replyTo, int depth, String content,
			String html, Instant createdAt) {
		this.id = id;
		this.threadId = threadId;
		this.number = number;
		this.authorId = authorId;
		this.replyTo = replyTo;
		this.depth = depth;
		this.content = content;
		this.html = html;
		this.createdAt = createdAt;
	}

	/** The post that opens a thread. */
	public static Post opening(String threadId, String authorId, String content, String html, Instant now) {
		return new Post(Ids.next(), threadId, 1, authorId, null, 0, content, html, now);
	}

	public String id() {
		return this.id;
	}

	public String threadId() {
		return this.threadId;
	}

	/** The place in the thread; 1 opens it. */
	public int number() {
		return this.number;
	}

	public String authorId() {
		return this.authorId;
	}

	/** The id of the post that this one answers, or null when it answers the thread. */
	public @Nullable String replyTo() {
		return this.replyTo;
	}

	/** How many posts are between this one and the thread. */
	public int depth() {
		return this.depth;
	}

	public String content() {
		return this.content;
	}

	public String html() {
		return this.html;
	}

	public PostStatus status() {
		return this.status;
	}

	public Moderation moderation() {
		return this.moderation;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public @Nullable Instant editedAt() {
		return this.editedAt;
	}

	/** Grows with every change but those of votes. */
	public long version() {
		return this.version;
	}

	public int voteScore() {
		return this.voteScore;
	}

}
