package org.parley.summary.privacy;

import org.parley.platform.privacy.DeletedUser;
import org.parley.platform.privacy.PersonalCollections;
import org.parley.summary.discussion.thread.SummarizedThread;
import org.parley.summary.discussion.thread.SummarizedThread.SummarizedThreadStatus;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Declares this service's personal data. Posts are stored without their authors. Erasure
 * deletes the first post of threads that are removed, since only it can be of their
 * author.
 */
@Configuration(proxyBeanMethods = false)
class SummaryPersonalData {

	@Bean
	PersonalCollections summaryData(MongoOperations mongo) {
		var data = new PersonalCollections(mongo);
		data.indexed("threads", "threads", "author._id").changed((_) -> DeletedUser.at("author"));
		data.of("removed-threads", "threads", "author._id")
			.erasedBy((person, limit) -> eraseRemovedThreads(mongo, person, limit));
		data.indexed("summary-requests", "jobs", "askers")
			.exporting("_id", "state", "requestedAt")
			.changed((person) -> new Update().pull("askers", person));
		data.indexed("model-switches", "model_switches", "changedBy._id").changed((_) -> DeletedUser.at("changedBy"));
		data.indexed("model-switch-changes", "model_switch_changes", "by._id").changed((_) -> DeletedUser.at("by"));
		data.one("early-requests", "early_requesters").exporting("requests").deleting();
		return data;
	}

	private static long eraseRemovedThreads(MongoOperations mongo, String person, int limit) {
		var removed = Criteria.where("author._id")
			.is(person)
			.and("status")
			.is(SummarizedThreadStatus.REMOVED)
			.and("title")
			.ne(DeletedUser.NO_TITLE);
		var ids = mongo.find(new Query(removed).limit(limit), SummarizedThread.class)
			.stream()
			.map(SummarizedThread::id)
			.toList();
		mongo.updateMulti(new Query(Criteria.where("threadId").in(ids).and("number").is(1)),
				new Update().unset("text").unset("print"), "posts");
		mongo.remove(new Query(Criteria.where("_id").in(ids)), "summaries");
		mongo.updateMulti(new Query(Criteria.where("_id").in(ids)),
				Update.update("title", DeletedUser.NO_TITLE).set("slug", "thread"), "threads");
		return ids.size();
	}

}
