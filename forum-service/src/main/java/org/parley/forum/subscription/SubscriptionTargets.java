package org.parley.forum.subscription;

import org.parley.forum.category.CategoryAccess;
import org.parley.forum.thread.ForumThread;
import org.parley.forum.thread.ThreadAccess;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.category.Rights;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Finds the threads, categories and tags that a reader can subscribe to. */
@Component
class SubscriptionTargets {

	private final ThreadAccess threads;

	private final CategoryAccess categories;

	private final MongoOperations mongo;

	SubscriptionTargets(ThreadAccess threads, CategoryAccess categories, MongoOperations mongo) {
		this.threads = threads;
		this.categories = categories;
		this.mongo = mongo;
	}

	SubscriptionTarget thread(String id, Rights rights) {
		return new SubscriptionTarget(SubscriptionTarget.Kind.THREAD, this.threads.visible(id, rights).id());
	}

	SubscriptionTarget category(String slug, Rights rights) {
		return new SubscriptionTarget(SubscriptionTarget.Kind.CATEGORY, this.categories.visible(slug, rights).id());
	}

	/** Returns a tag if a thread that the rights show in lists has it. */
	SubscriptionTarget tag(String tag, Rights rights) {
		var target = SubscriptionTarget.ofTag(tag);
		var tagged = Criteria.where("tagKeys")
			.is(target.id())
			.and("listed")
			.is(true)
			.and("categoryId")
			.in(this.categories.readable(rights));
		if (!this.mongo.exists(new Query(tagged), ForumThread.class)) {
			throw RefusalException.notFound("tag.not-found", "There is no thread with this tag.");
		}
		return target;
	}

}
