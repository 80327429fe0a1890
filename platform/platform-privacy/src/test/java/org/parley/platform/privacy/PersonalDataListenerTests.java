package org.parley.platform.privacy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.messaging.catalogue.Catalogues;

import static org.assertj.core.api.Assertions.assertThat;

class PersonalDataListenerTests {

	private static final Catalogue CATALOGUE = Catalogues.ofTests();

	@ParameterizedTest
	@CsvSource({ "auth-service, auth_data", "forum-service, forum_members", "moderation-service, ai_moderation",
			"summary-service, ai_summary", "notification-service, notifications", "realtime-service, realtime_rights",
			"webhook-service, webhooks", "chat-service, chat_members", "social-service, social_members" })
	void everyServiceHasOneQueueForErasuresAndExports(String service, String queue) {
		assertThat(CATALOGUE.queuesOf(service, "erasure.requested")).containsExactly(queue);
		assertThat(CATALOGUE.queuesOf(service, "export.requested")).containsExactly(queue);
	}

	@ParameterizedTest
	@CsvSource({ "gateway", "library-service" })
	void otherServicesHaveNoQueueForErasures(String service) {
		assertThat(CATALOGUE.queuesOf(service, "erasure.requested")).isEmpty();
	}

}
