package org.parley.forum.draft;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.media.Schema;
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

	@Nullable String threadId() {
		return this.threadId;
	}

	@Nullable String category() {
		return this.category;
	}

	/**
	 * The draft as its author sees it.
	 * @param threadTitle the title of its thread, if its author may read it
	 * @param slug the present slug of its category
	 */
	DraftView view(@Nullable String threadTitle, @Nullable String slug) {
		return new DraftView(this.id, this.threadId, threadTitle, this.replyTo, slug, this.title, this.content,
				this.tags, this.createdAt, this.updatedAt, version());
	}

	/**
	 * A draft as its author sees it.
	 *
	 * @param threadId for a reply: the id of the thread
	 * @param threadTitle for a reply: the title of that thread; null if you may not read
	 * it
	 * @param replyTo for a reply: the id of the post that it answers
	 * @param category for a new thread: the slug of its category
	 * @param title for a new thread: its title
	 * @param content the unfinished text, as Markdown
	 * @param tags for a new thread: its tags
	 * @param updatedAt the time of the last save
	 * @param version increases with every change
	 */
	record DraftView(@Schema(example = "01KAG3Z0H2J4K6M8N0P2Q4R017") String id,
			@Schema(example = "01KAG3A1B2C3D4E5F6G7H8J9K0") @Nullable String threadId,
			@Schema(example = "Which tomatoes for a north-facing balcony?") @Nullable String threadTitle,
			@Schema(example = "01KAG3C7D8E9F0G1H2J3K4M5N6") @Nullable String replyTo, @Nullable String category,
			@Nullable String title, @Schema(example = "Mine did well in") String content, List<String> tags,
			Instant createdAt, Instant updatedAt, long version) {
	}

}
