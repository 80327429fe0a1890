package org.parley.summary.own;

import org.parley.platform.events.personal.Gone;
import org.parley.platform.events.personal.PersonalData;
import org.parley.platform.events.personal.StoredData;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** What there is. Posts are kept without who wrote them. */
@Configuration(proxyBeanMethods = false)
class OwnData {

	@Bean
	PersonalData threadData(MongoOperations mongo) {
		return StoredData.indexed(mongo, "threads", "threads", "author._id").changed((_) -> Gone.at("author"));
	}

	@Bean
	PersonalData wishData(MongoOperations mongo) {
		return StoredData.indexed(mongo, "wishes", "jobs", "askers")
			.shown("_id", "state", "requestedAt")
			.changed((person) -> new Update().pull("askers", person));
	}

	@Bean
	PersonalData earlyRequestData(MongoOperations mongo) {
		return StoredData.one(mongo, "early-requests", "early_askers").shown("requests").removed();
	}

}
