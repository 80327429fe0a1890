package org.parley.forum.report;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored reports. A member has at most one open report of a post. */
@Component
public class PostReports {

	private static final String POST = "postId";

	private static final String STATUS = "status";

	private final MongoOperations mongo;

	PostReports(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Inserts a new report.
	 * @throws RefusalException 409 {@code report.open} if the reporter has an open report
	 * of the post
	 */
	void insert(PostReport postReport) {
		var same = open(postReport.postId()).and("reporterId").is(postReport.reporterId());
		if (this.mongo.exists(new Query(same), PostReport.class)) {
			throw alreadyOpen();
		}
		try {
			this.mongo.insert(postReport);
		}
		catch (DuplicateKeyException ex) {
			throw alreadyOpen();
		}
	}

	/** Closes all open reports of a post and returns them as they were before. */
	List<PostReport> close(String postId, ReportStatus as, Instant at) {
		var open = this.mongo.find(new Query(open(postId)), PostReport.class);
		this.mongo.updateMulti(new Query(open(postId)), Update.update(STATUS, as).set("closedAt", at),
				PostReport.class);
		return open;
	}

	/** Finds a page of reports, newest first. */
	public Paged<PostReport> findPage(@Nullable ReportStatus status, PageQuery page) {
		var criteria = (status != null) ? Criteria.where(STATUS).is(status) : new Criteria();
		return new NewestFirst(page).find(this.mongo, new Query(criteria), PostReport.class, PostReport::id);
	}

	private static Criteria open(String postId) {
		return Criteria.where(POST).is(postId).and(STATUS).is(ReportStatus.OPEN);
	}

	private static RefusalException alreadyOpen() {
		return RefusalException.conflict("report.open", "You already have an open report of this post.");
	}

}
