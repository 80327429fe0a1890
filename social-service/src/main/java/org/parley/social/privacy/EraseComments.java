package org.parley.social.privacy;

import org.parley.contracts.social.SocialPostStatus;
import org.parley.social.post.comment.SocialComment;
import org.parley.social.post.comment.SocialComments;
import org.parley.social.post.comment.write.CommentChanges;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Erases comments, corrects the counts and publishes the removals, also of comments that
 * moderation has hidden.
 */
@Component
class EraseComments {

	private final MongoOperations mongo;

	private final SocialComments comments;

	private final CommentChanges changes;

	EraseComments(MongoOperations mongo, SocialComments comments, CommentChanges changes) {
		this.mongo = mongo;
		this.comments = comments;
		this.changes = changes;
	}

	int erase(String person, int limit) {
		var own = new Query(Criteria.where("authorId").is(person)).with(Sort.by("_id")).limit(limit);
		var found = this.mongo.find(own, SocialComment.class);
		found.stream()
			.filter((comment) -> comment.status() != SocialPostStatus.DELETED)
			.forEach((comment) -> this.changes.remove(comment, comment.deleted()));
		this.comments.delete(found.stream().map(SocialComment::id).toList());
		return found.size();
	}

}
