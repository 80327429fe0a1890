package org.parley.forum.draft;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An unfinished thread or reply, visible only to its author. Its content is validated
 * when the author posts it, not when the draft is saved.
 */
@Document("drafts")
@CompoundIndex(def = "{'memberId': 1, '_id': -1}")
@CompoundIndex(def = "{'threadId': 1, 'replyTo': 1}")
class Draft {

	@Id
	private final String id;

	private final String memberId;

	private @Nullable String threadId;

	private @Nullable String replyTo;

	private @Nullable String category;

	private @Nullable String title;

	private String content = "";

	private List<String> tags = List.of();

	private final Instant createdAt;

	private Instant updatedAt;

	@Version
	private @Nullable Long version;

	Draft(String id, String memberId, Instant createdAt, Instant updatedAt) {
		this.id = id;
		this.memberId = memberId;
		this.createdAt = createdAt;
		this.updatedAt = updatedAt;
	}

	static Draft begin(String memberId, DraftRequest request, Instant now) {
		var draft = new Draft(Ids.next(), memberId, now, now);
		draft.write(request, now);
		return draft;
	}

	/** Replaces the whole content of the draft. */
	void write(DraftRequest request, Instant now) {
		this.threadId = request.threadId();
		this.replyTo = request.replyTo();
		this.category = request.category();
		this.title = request.title();
		this.content = request.content();
		this.tags = Objects.requireNonNullElse(request.tags(), List.of());
		this.updatedAt = now;
	}

	/** Whether this member is the author. */
	boolean isOf(String memberId) {
		return this.memberId.equals(memberId);
	}

	String id() {
		return this.id;
	}

	long version() {
		return (this.version != null) ? this.version : 0;
	}

	DraftView view() {
		return new DraftView(this.id, this.threadId, this.replyTo, this.category, this.title, this.content, this.tags,
				this.createdAt, this.updatedAt, version());
	}

}
