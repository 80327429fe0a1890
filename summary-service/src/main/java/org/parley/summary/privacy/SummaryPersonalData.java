package org.parley.summary.privacy;

import org.parley.platform.privacy.DeletedUser;
import org.parley.platform.privacy.PersonalCollections;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** Declares this service's personal data. Posts are stored without their authors. */
@Configuration(proxyBeanMethods = false)
class SummaryPersonalData {

	@Bean
	PersonalCollections summaryData(MongoOperations mongo) {
		var data = new PersonalCollections(mongo);
		data.indexed("threads", "threads", "author._id").changed((_) -> DeletedUser.at("author"));
		data.indexed("summary-requests", "jobs", "askers")
			.exporting("_id", "state", "requestedAt")
			.changed((person) -> new Update().pull("askers", person));
		data.indexed("model-switches", "model_switches", "changedBy._id").changed((_) -> DeletedUser.at("changedBy"));
		data.indexed("model-switch-changes", "model_switch_changes", "by._id").changed((_) -> DeletedUser.at("by"));
		data.one("early-requests", "early_requesters").exporting("requests").deleting();
		return data;
	}

}
