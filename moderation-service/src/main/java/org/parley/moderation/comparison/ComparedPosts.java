package org.parley.moderation.comparison;

import org.parley.moderation.category.ModerationScope;
import org.parley.moderation.check.social.AuthorContentWithdrawn;
import org.parley.moderation.relocation.PostRelocated;
import org.parley.moderation.relocation.ThreadRelocated;
import org.parley.moderation.subject.ContentWithdrawn;
import org.parley.moderation.subject.SocialPlace;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores samples for 30 days. */
@Component
public class ComparedPosts {

	private static final String COMPARISON = "comparisonId";

	private static final String CATEGORY = "thread.category._id";

	private final MongoOperations mongo;

	ComparedPosts(MongoOperations mongo) {
		this.mongo = mongo;
	}

	void save(ComparedPost sample) {
		this.mongo.save(sample);
	}

	/** Finds a page of the samples in the categories that a moderator moderates. */
	public Paged<ComparedPost> findPage(PageQuery page, String comparisonId, ModerationScope scope) {
		var criteria = Criteria.where(COMPARISON).is(comparisonId);
		if (!scope.coversAll()) {
			criteria = criteria.and(CATEGORY).in(scope.ids());
		}
		return new NewestFirst(page).find(this.mongo, new Query(criteria), ComparedPost.class, ComparedPost::id);
	}

	/**
	 * Samples move with their threads, so that only the category's moderators see them.
	 */
	@EventListener
	void on(ThreadRelocated moved) {
		this.mongo.updateMulti(new Query(Criteria.where("thread._id").is(moved.threadId())),
				new Update().set("thread.category", moved.category()), ComparedPost.class);
	}

	@EventListener
	void on(PostRelocated moved) {
		this.mongo.updateMulti(new Query(Criteria.where("post._id").is(moved.post().id())),
				new Update().set("post", moved.post()).set("thread", moved.thread()), ComparedPost.class);
	}

	/** Samples quote texts, so they leave with them. */
	@EventListener
	void on(ContentWithdrawn withdrawn) {
		this.mongo.remove(new Query(new Criteria().orOperator(Criteria.where("post._id").is(withdrawn.contentId()),
				Criteria.where("thread._id").is(withdrawn.contentId()))), ComparedPost.class);
	}

	@EventListener
	void on(AuthorContentWithdrawn withdrawn) {
		this.mongo.remove(new Query(
				Criteria.where("thread.author._id").is(withdrawn.authorId()).and(CATEGORY).is(SocialPlace.PUBLIC.id())),
				ComparedPost.class);
	}

}
