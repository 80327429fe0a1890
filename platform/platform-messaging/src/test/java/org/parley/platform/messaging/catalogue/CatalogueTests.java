package org.parley.platform.messaging.catalogue;

import java.util.Map;

import org.junit.jupiter.api.Test;
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
		assertThat(this.catalogue.exchangeOf("reader-service")).isEmpty();
	}

	@Test
	void consumerHasTypesOfItsQueues() {
		assertThat(this.catalogue.queuesConsumedBy("reader-service")).containsOnlyKeys("readers", "shelf_watch");
		assertThat(this.catalogue.heardBy("readers")).containsExactlyInAnyOrder("book.lent", "book.returned",
				"book.snapshot");
	}

	@Test
	void destinationsAreOpenSharedQueues() {
		assertThat(this.catalogue.destinationsOf("book.lent")).containsExactly("readers");
		assertThat(this.catalogue.destinationsOf("book.snapshot")).isEmpty();
		assertThat(this.catalogue.destinationsOf("book.dusted")).isEmpty();
	}

	@Test
	void unknownQueueIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.catalogue.queue("gossip"));
	}

}
