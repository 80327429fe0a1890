package org.parley.moderation.cases.note;

import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Stores notes. */
@Component
class CaseNotes {

	private final MongoOperations mongo;

	CaseNotes(MongoOperations mongo) {
		this.mongo = mongo;
	}

	void insert(CaseNote note) {
		this.mongo.insert(note);
	}

	/** Finds a page of the notes about a case, newest first. */
	Paged<CaseNote> findPage(PageQuery page, String caseId) {
		return new NewestFirst(page).find(this.mongo, new Query(Criteria.where("caseId").is(caseId)), CaseNote.class,
				CaseNote::id);
	}

}
