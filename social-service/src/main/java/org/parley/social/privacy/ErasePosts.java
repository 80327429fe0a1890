package org.parley.social.privacy;

import org.parley.contracts.social.SocialPostStatus;
import org.parley.social.post.SocialPost;
import org.parley.social.post.SocialPosts;
import org.parley.social.post.event.SocialPostEventPublisher;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Erases posts and publishes the removals, also of posts that moderation has hidden. */
@Component
class ErasePosts {

	private final MongoOperations mongo;

	private final SocialPosts posts;

	private final SocialPostEventPublisher events;

	ErasePosts(MongoOperations mongo, SocialPosts posts, SocialPostEventPublisher events) {
		this.mongo = mongo;
		this.posts = posts;
		this.events = events;
	}

	int erase(String person, int limit) {
		var own = new Query(Criteria.where("authorId").is(person)).with(Sort.by("_id")).limit(limit);
		var found = this.mongo.find(own, SocialPost.class);
		found.stream()
			.filter((post) -> post.status() != SocialPostStatus.DELETED)
			.forEach((post) -> this.events.publishRemoved(post.deleted()));
		this.posts.delete(found.stream().map(SocialPost::id).toList());
		return found.size();
	}

}
