package org.parley.forum.bookmark;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored bookmarks. */
@Component
public class Bookmarks {

	private static final Logger log = LoggerFactory.getLogger(Bookmarks.class);

	/** The name of the collection. */
	static final String COLLECTION = "bookmarks";

	private static final String THREAD = "threadId";

	private static final String TARGET = "targetId";

	private static final int BATCH = 100;

	private final MongoOperations mongo;

	Bookmarks(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Inserts a bookmark unless the member already has one on that target. */
	public void insertIfAbsent(Bookmark bookmark) {
		try {
			this.mongo.insert(bookmark);
		}
		catch (DuplicateKeyException ex) {
			log.trace("The bookmark already exists", ex);
		}
	}

	/** Sets the new thread on the bookmarks of moved posts. */
	public void movePosts(Collection<String> postIds, String from, String into) {
		var marks = Criteria.where(THREAD).is(from).and(TARGET).in(postIds);
		this.mongo.updateMulti(new Query(marks), Update.update(THREAD, into), Bookmark.class);
	}

	/** Moves the bookmarks of a merged thread; no member gets two on the target. */
	public void moveThread(String from, String into) {
		var marks = new Query(Criteria.where(THREAD).is(from).and(TARGET).is(from)).limit(BATCH);
		for (var batch = this.mongo.find(marks, Bookmark.class); !batch.isEmpty(); batch = this.mongo.find(marks,
				Bookmark.class)) {
			batch.forEach((bookmark) -> move(bookmark, into));
		}
	}

	private void move(Bookmark bookmark, String into) {
		try {
			this.mongo.updateFirst(new Query(Criteria.where("_id").is(bookmark.id())),
					Update.update(THREAD, into).set(TARGET, into), Bookmark.class);
		}
		catch (DuplicateKeyException ex) {
			log.trace("The member has already bookmarked the target thread", ex);
			this.mongo.remove(bookmark);
		}
	}

	/** Removes a bookmark; returns false if there was none. */
	public boolean remove(String memberId, String targetId) {
		var mark = Criteria.where("memberId").is(memberId).and(TARGET).is(targetId);
		return this.mongo.remove(new Query(mark), Bookmark.class).getDeletedCount() > 0;
	}

	public Set<String> among(String memberId, Collection<String> targetIds) {
		var marks = new Query(Criteria.where("memberId").is(memberId).and(TARGET).in(targetIds));
		marks.fields().include(TARGET).exclude("_id");
		return this.mongo.find(marks, Document.class, COLLECTION)
			.stream()
			.map((bookmark) -> bookmark.getString(TARGET))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Finds a member's bookmarks of one thread or of all threads, newest first. */
	public Paged<Bookmark> findPage(String memberId, @Nullable String threadId, PageQuery page) {
		var own = Criteria.where("memberId").is(memberId);
		if (threadId != null) {
			own = own.and(THREAD).is(threadId);
		}
		return new NewestFirst(page, "bookmarked").find(this.mongo, new Query(own), Bookmark.class, Bookmark::id);
	}

}
