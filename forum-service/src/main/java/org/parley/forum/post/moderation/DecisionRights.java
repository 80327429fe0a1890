package org.parley.forum.post.moderation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.PersonReference;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.post.Posts;
import org.parley.forum.thread.Threads;
import org.parley.platform.readmodels.category.Audience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Whether a moderator may moderate the post's current category. The moderation service
 * has checked this before, but the post may have been moved since, or the category's
 * readers and moderators may have changed.
 */
@Component
class DecisionRights {

	private static final Logger log = LoggerFactory.getLogger(DecisionRights.class);

	private final Posts posts;

	private final Threads threads;

	private final CategoryAccess categories;

	private final Counter ignored;

	DecisionRights(Posts posts, Threads threads, CategoryAccess categories, MeterRegistry meters) {
		this.posts = posts;
		this.threads = threads;
		this.categories = categories;
		this.ignored = Counter.builder("parley.decisions.ignored")
			.description("Decisions on posts that the moderator may not moderate")
			.register(meters);
	}

	/** Counts and logs a refusal. */
	boolean permit(String postId, PersonReference by, @Nullable String authority) {
		var permitted = this.posts.find(postId)
			.flatMap((post) -> this.threads.find(post.threadId()))
			.filter((thread) -> this.categories.mayModerate(thread.categoryId(), by.id(), audience(authority)))
			.isPresent();
		if (!permitted) {
			this.ignored.increment();
			log.atWarn()
				.addKeyValue("post", postId)
				.addKeyValue("by", by.id())
				.log("Ignored a decision: the moderator may not moderate the post");
		}
		return permitted;
	}

	/** Events without a role are by moderators; an unknown role grants nothing. */
	static Audience audience(@Nullable String authority) {
		return (authority != null) ? Audience.ofRole(authority).orElse(Audience.EVERYONE) : Audience.MODERATORS;
	}

}
