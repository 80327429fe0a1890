package org.parley.summary.privacy;

import org.parley.platform.events.privacy.CollectionPersonalData;
import org.parley.platform.events.privacy.DeletedUser;
import org.parley.platform.events.privacy.PersonalData;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** Declares this service's personal data. Posts are stored without their authors. */
@Configuration(proxyBeanMethods = false)
class SummaryPersonalData {

	@Bean
	PersonalData threadData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "threads", "threads", "author._id")
			.changed((_) -> DeletedUser.at("author"));
	}

	@Bean
	PersonalData wishData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "wishes", "jobs", "askers")
			.exporting("_id", "state", "requestedAt")
			.changed((person) -> new Update().pull("askers", person));
	}

	@Bean
	PersonalData modelSwitchData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "model-switches", "model_switches", "changedBy._id")
			.changed((_) -> DeletedUser.at("changedBy"));
	}

	@Bean
	PersonalData modelSwitchChangeData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "model-switch-changes", "model_switch_changes", "by._id")
			.changed((_) -> DeletedUser.at("by"));
	}

	@Bean
	PersonalData earlyRequestData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "early-requests", "early_askers").exporting("requests").deleting();
	}

}
