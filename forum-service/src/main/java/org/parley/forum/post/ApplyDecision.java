package org.parley.forum.post;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.thread.Threads;
import org.parley.platform.security.category.Audience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Applies the decision of a moderator, if they may moderate where the post is now.
 * Moderation has asked the same before; but the post may have gone elsewhere since, and
 * the category may have other readers or moderators.
 */
@Component
class ApplyDecision {

	private static final Logger log = LoggerFactory.getLogger(ApplyDecision.class);

	private final Posts posts;

	private final Threads threads;

	private final CategoryAccess categories;

	private final ApplyVerdict applyVerdict;

	private final ApplicationEventPublisher publisher;

	private final Counter ignored;

	ApplyDecision(Posts posts, Threads threads, CategoryAccess categories, ApplyVerdict applyVerdict,
			ApplicationEventPublisher publisher, MeterRegistry meters) {
		this.posts = posts;
		this.threads = threads;
		this.categories = categories;
		this.applyVerdict = applyVerdict;
		this.publisher = publisher;
		this.ignored = Counter.builder("parley.decisions.ignored")
			.description("Decisions about posts that the decider may not moderate")
			.register(meters);
	}

	void apply(VerdictListener.Decided told) {
		if (!isDueTo(told)) {
			this.ignored.increment();
			log.atWarn()
				.addKeyValue("post", told.post().id())
				.addKeyValue("by", told.by().id())
				.log("A decision is ignored: its author may not moderate the post");
			return;
		}
		this.applyVerdict.decide(told.post().id(), told.decision(), told.seen(), told.by());
		this.publisher.publishEvent(new PostDecided(told.post().id(), told.decision() != ModeratorRuling.DISMISS));
	}

	private boolean isDueTo(VerdictListener.Decided told) {
		return this.posts.find(told.post().id())
			.flatMap((post) -> this.threads.find(post.threadId()))
			.filter((thread) -> this.categories.mayModerate(thread.categoryId(), told.by().id(), told.audience()))
			.isPresent();
	}

}
