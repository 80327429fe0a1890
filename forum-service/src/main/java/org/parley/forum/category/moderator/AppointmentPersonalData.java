package org.parley.forum.category.moderator;

import org.parley.contracts.PersonReference;
import org.parley.platform.privacy.DeletedUser;
import org.parley.platform.privacy.PersonalCollections;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The personal data about appointments. Erasure dismisses the member from all categories
 * and publishes the changes, in one step, because categories are few.
 */
@Configuration(proxyBeanMethods = false)
class AppointmentPersonalData {

	@Bean
	PersonalCollections appointmentData(MongoOperations mongo, AppointModerator appointModerator) {
		var data = new PersonalCollections(mongo);
		data.indexed("moderated-categories", "categories", "moderators")
			.exporting("slug", "name")
			.erasedBy((person, _) -> appointModerator.dismissEverywhere(person,
					new PersonReference(person, DeletedUser.USERNAME, DeletedUser.DISPLAY_NAME)));
		return data;
	}

}
