package org.parley.forum.bookmark;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.Cursor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored bookmarks. */
@Component
class Bookmarks implements InitializingBean {

	private static final Logger log = LoggerFactory.getLogger(Bookmarks.class);

	private final MongoOperations mongo;

	Bookmarks(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(Bookmark.class);
		indexes.createIndex(new Index("memberId", Direction.ASC).on("targetId", Direction.ASC).unique());
		indexes.createIndex(new Index("memberId", Direction.ASC).on("_id", Direction.DESC));
		indexes
			.createIndex(new Index("memberId", Direction.ASC).on("threadId", Direction.ASC).on("_id", Direction.DESC));
	}

	/** Keeps a bookmark; one that is there already stays as it is. */
	void keep(Bookmark bookmark) {
		try {
			this.mongo.insert(bookmark);
		}
		catch (DuplicateKeyException ex) {
			log.trace("It is marked already", ex);
		}
	}

	/** Takes a bookmark away; false when there was none. */
	boolean remove(String memberId, String targetId) {
		var mark = Criteria.where("memberId").is(memberId).and("targetId").is(targetId);
		return this.mongo.remove(new Query(mark), Bookmark.class).getDeletedCount() > 0;
	}

	/** A person's bookmarks, those of one thread or of all, newest first. */
	List<Bookmark> of(String memberId, @Nullable String threadId, @Nullable Cursor from, int limit) {
		var own = Criteria.where("memberId").is(memberId);
		if (threadId != null) {
			own = own.and("threadId").is(threadId);
		}
		var backwards = from != null && from.backwards();
		if (from != null) {
			var id = own.and("_id");
			own = backwards ? id.gt(from.text(0)) : id.lt(from.text(0));
		}
		var sort = Sort.by(backwards ? Direction.ASC : Direction.DESC, "_id");
		return this.mongo.find(new Query(own).with(sort).limit(limit), Bookmark.class);
	}

}
