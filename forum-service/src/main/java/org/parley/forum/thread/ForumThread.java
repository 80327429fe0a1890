package org.parley.forum.thread;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.forum.text.Slug;
import org.parley.platform.web.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A discussion. Its rules are here; its document is shared with many writers, so nothing
 * saves it as a whole: {@link Threads} writes what a change may touch, each reply counts
 * {@code lastNumber} on, and counters and last activity belong to the tally folder.
 */
@Document("threads")
public class ForumThread {

	@Id
	private final String id;

	private String title;

	private String slug;

	private String categoryId;

	private List<String> tags;

	private final String authorId;

	private ThreadStatus status = ThreadStatus.OPEN;

	private boolean pinned;

	private boolean listed = true;

	private String excerpt;

	private final Instant createdAt;

	private @Nullable Instant deletedAt;

	private long version;

	private int lastNumber = 1;

	private int replyCount;

	private long viewCount;

	private int voteScore;

	private Instant lastActivityAt;

	private String lastPostBy;

	ForumThread(String id, String title, String slug, String categoryId, List<String> tags, String authorId,
			String excerpt, Instant createdAt, Instant lastActivityAt, String lastPostBy) {
		this.id = id;
		this.title = title;
		this.slug = slug;
		this.categoryId = categoryId;
		this.tags = tags;
		this.authorId = authorId;
		this.excerpt = excerpt;
		this.createdAt = createdAt;
		this.lastActivityAt = lastActivityAt;
		this.lastPostBy = lastPostBy;
	}

	/** A new thread, open, with its first post counted. */
	public static ForumThread start(String categoryId, String authorId, String title, List<String> tags, String excerpt,
			Instant now) {
		var trimmed = title.strip();
		return new ForumThread(Ids.next(), trimmed, Slug.of(trimmed), categoryId, List.copyOf(tags), authorId, excerpt,
				now, now, authorId);
	}

	public String id() {
		return this.id;
	}

	public String title() {
		return this.title;
	}

	public String slug() {
		return this.slug;
	}

	public String categoryId() {
		return this.categoryId;
	}

	public List<String> tags() {
		return this.tags;
	}

	public String authorId() {
		return this.authorId;
	}

	public ThreadStatus status() {
		return this.status;
	}

	public boolean pinned() {
		return this.pinned;
	}

	/** Whether lists and search show the thread: it is neither hidden nor removed. */
	public boolean listed() {
		return this.listed;
	}

	public String excerpt() {
		return this.excerpt;
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public boolean isRemoved() {
		return this.deletedAt != null;
	}

	/** Grows with every change but those of counters. */
	public long version() {
		return this.version;
	}

	/** The highest number that a post was given. */
	public int lastNumber() {
		return this.lastNumber;
	}

	public int replyCount() {
		return this.replyCount;
	}

	public long viewCount() {
		return this.viewCount;
	}

	public int voteScore() {
		return this.voteScore;
	}

	public Instant lastActivityAt() {
		return this.lastActivityAt;
	}

	/** The id of the member who posted last. */
	public String lastPostBy() {
		return this.lastPostBy;
	}

}
