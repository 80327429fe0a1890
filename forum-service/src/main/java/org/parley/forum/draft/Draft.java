package org.parley.forum.draft;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.Ids;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A thread or a reply that a person has begun to write. It is nobody else's business, and
 * whether it can be posted is seen when it is.
 */
@Document("drafts")
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

	/** Says what the request says, and nothing of what was there. */
	void write(DraftRequest request, Instant now) {
		this.threadId = request.threadId();
		this.replyTo = request.replyTo();
		this.category = request.category();
		this.title = request.title();
		this.content = request.content();
		this.tags = Objects.requireNonNullElse(request.tags(), List.of());
		this.updatedAt = now;
	}

	/** Whether it is this person's, and so there for them. */
	boolean isOf(String person) {
		return this.memberId.equals(person);
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
