package org.parley.social.post.comment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.parley.social.page.ListRange;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored comments. */
@Component
public class SocialComments {

	private static final String ID = "_id";

	private static final String POST = "postId";

	private final MongoOperations mongo;

	SocialComments(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public void insert(SocialComment comment) {
		this.mongo.insert(comment);
	}

	public Optional<SocialComment> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, SocialComment.class));
	}

	/** Finds the comments on a post, oldest first. */
	public List<SocialComment> on(String postId, ListRange range) {
		return this.mongo.find(range.query(Criteria.where(POST).is(postId), ID, Direction.ASC), SocialComment.class);
	}

	/**
	 * Writes a change that increased the version by one.
	 * @throws OptimisticLockingFailureException if another writer has changed the comment
	 */
	public void update(SocialComment before, SocialComment after) {
		var unchanged = new Query(Criteria.where(ID).is(before.id()).and("version").is(before.version()));
		var change = new Update().set("text", after.text())
			.set("html", after.html())
			.set("status", after.status())
			.set("editedAt", after.editedAt())
			.set("version", after.version());
		if (this.mongo.updateFirst(unchanged, change, SocialComment.class).getMatchedCount() == 0) {
			throw new OptimisticLockingFailureException("Another writer has changed the comment");
		}
	}

	/**
	 * Changes the numbers of reactions by their kinds.
	 * @return the comment after the change; empty if it does not exist
	 */
	public Optional<SocialComment> countReactions(String id, Map<String, Integer> changes) {
		var update = new Update();
		changes.forEach((kind, change) -> update.inc("reactions." + kind, change));
		return Optional.ofNullable(this.mongo.findAndModify(new Query(Criteria.where(ID).is(id)), update,
				FindAndModifyOptions.options().returnNew(true), SocialComment.class));
	}

	/** Deletes comments for good. */
	public void delete(Collection<String> ids) {
		this.mongo.remove(new Query(Criteria.where(ID).in(ids)), SocialComment.class);
	}

}
