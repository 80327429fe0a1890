package org.parley.forum.search;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class LuceneSearchIT extends SearchContract {

	@Autowired
	private LuceneSearch search;

	@Override
	Search search() {
		return this.search;
	}

	/** The version makes the change one that the index follows. */
	@Override
	void age(SearchHit hit, Duration by) {
		var collection = (hit.kind() == SearchHit.Kind.POST) ? "posts" : "threads";
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(hit.id())),
				Update.update("createdAt", hit.createdAt().minus(by)).inc("version", 1), collection);
	}

}
