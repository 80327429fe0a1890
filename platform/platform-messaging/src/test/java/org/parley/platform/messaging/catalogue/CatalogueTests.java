package org.parley.platform.messaging.catalogue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.messaging.catalogue.Catalogue.Order;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CatalogueTests {

	private final Catalogue catalogue = Catalogue.read(new PathMatchingResourcePatternResolver());

	@Test
	void cataloguesOfClasspathAreMerged() {
		assertThat(this.catalogue.exchanges()).containsKeys("library.events", "forum.events", "auth.events");
		assertThat(this.catalogue.queue("readers").order()).isEqualTo(Order.SINGLE);
	}

	@Test
	void publisherHasItsExchange() {
		assertThat(this.catalogue.exchangeOf("library-service")).map(Map.Entry::getKey).contains("library.events");
		assertThat(this.catalogue.exchangeOf("gateway")).isEmpty();
	}

	@Test
	void consumerHasTypesOfItsQueues() {
		assertThat(this.catalogue.queuesConsumedBy("reader-service")).containsOnlyKeys("readers", "shelf_watch");
		assertThat(this.catalogue.heardBy("readers")).containsExactlyInAnyOrder("book.lent", "book.returned",
				"book.snapshot");
	}

	@Test
	void destinationsAreOpenSharedQueues() {
		assertThat(this.catalogue.destinationsOf("library-service", "book.lent")).containsExactly("readers");
		assertThat(this.catalogue.destinationsOf("library-service", "book.snapshot")).isEmpty();
		assertThat(this.catalogue.destinationsOf("library-service", "book.dusted")).isEmpty();
	}

	@Test
	void destinationsAreThoseOfPublishingService() {
		assertThat(this.catalogue.destinationsOf("auth-service", "administrator.acted")).containsExactly("auth_data");
		assertThat(this.catalogue.destinationsOf("library-service", "administrator.acted")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "auth-service, auth_data", "forum-service, forum_members", "moderation-service, ai_moderation",
			"summary-service, ai_summary", "notification-service, notifications", "realtime-service, realtime_rights",
			"webhook-service, webhooks", "chat-service, chat_members", "social-service, social_members" })
	void everyServiceHasOneQueueForErasuresAndExports(String service, String queue) {
		assertThat(this.catalogue.queuesOf(service, "erasure.requested")).containsExactly(queue);
		assertThat(this.catalogue.queuesOf(service, "export.requested")).containsExactly(queue);
	}

	@ParameterizedTest
	@CsvSource({ "gateway", "library-service" })
	void otherServicesHaveNoQueueForErasures(String service) {
		assertThat(this.catalogue.queuesOf(service, "erasure.requested")).isEmpty();
	}

	@Test
	void unknownQueueIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.catalogue.queue("gossip"));
	}

}
