package org.parley.platform.messaging.inbox.delivery;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.messaging.catalogue.Catalogue.Event;
import org.parley.platform.messaging.catalogue.Catalogue.Exchange;
import org.parley.platform.messaging.catalogue.Catalogue.Order;
import org.parley.platform.messaging.catalogue.Catalogue.Queue;
import org.parley.platform.messaging.catalogue.Catalogue.QueueScope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Consumers must match the catalogue, or the service does not start. */
class EventHandlerRegistryTests {

	private static final Event HEARD = new Event("A book was lent.", "shelf", false, List.of("desk"));

	private static final Catalogue CATALOGUE = new Catalogue(
			Map.of("library.events",
					new Exchange("library-service", Map.of("book.lent", HEARD, "book.returned", HEARD))),
			Map.of("desk", new Queue("desk-service", QueueScope.SERVICE, Order.FREE, true), "attic",
					new Queue("desk-service", QueueScope.SERVICE, Order.FREE, false)));

	@Test
	void everyTypeOfQueueHasHandler() {
		var handlers = of(new Lending(), new Returning());
		assertThat(handlers.queues()).containsExactly("desk");
		assertThat(handlers.of("desk")).containsOnlyKeys("book.lent", "book.returned");
	}

	@Test
	void typeWithoutHandlerIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> of(new Lending())).withMessageContaining("book.returned");
	}

	@Test
	void handlerOfUnroutedTypeIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> of(new Lending(), new Returning(), new Dusting()))
			.withMessageContaining("book.dusted");
	}

	@Test
	void typeWithTwoHandlersIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> of(new Lending(), new Lending(), new Returning()))
			.withMessageContaining("Two methods handle book.lent");
	}

	@Test
	void closedQueueIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> of(new Lending(), new Returning(), new Sleeping()))
			.withMessageContaining("attic");
	}

	@Test
	void queueOfAnotherServiceIsRefused() {
		assertThatIllegalStateException()
			.isThrownBy(() -> EventHandlerRegistry.of(List.of(new Lending()), CATALOGUE, "other-service"))
			.withMessageContaining("desk");
	}

	@Test
	void consumerWithoutQueueUsesTheQueueOfItsTypes() {
		var handlers = of(new AnyQueue(), new Returning());
		assertThat(handlers.of("desk")).containsOnlyKeys("book.lent", "book.returned");
	}

	@Test
	void consumerWithoutQueueIsRefusedForSeveralQueues() {
		var twoQueues = new Catalogue(
				Map.of("library.events",
						new Exchange("library-service",
								Map.of("book.lent",
										new Event("A book was lent.", "shelf", false, List.of("desk", "hall"))))),
				Map.of("desk", new Queue("desk-service", QueueScope.SERVICE, Order.FREE, true), "hall",
						new Queue("desk-service", QueueScope.SERVICE, Order.FREE, true)));
		assertThatIllegalStateException()
			.isThrownBy(() -> EventHandlerRegistry.of(List.of(new AnyQueue()), twoQueues, "desk-service"))
			.withMessageContaining("from 2 queues");
	}

	@Test
	void consumerWithoutQueueIsRefusedForUnroutedType() {
		assertThatIllegalStateException()
			.isThrownBy(() -> EventHandlerRegistry.of(List.of(new AnyQueue()), CATALOGUE, "other-service"))
			.withMessageContaining("from 0 queues");
	}

	@Test
	void handlerWithWrongParametersIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> of(new Confused())).withMessageContaining("confused");
		assertThatIllegalStateException().isThrownBy(() -> of(new Dataless())).withMessageContaining("dataless");
	}

	private static EventHandlerRegistry of(Object... listeners) {
		return EventHandlerRegistry.of(List.of(listeners), CATALOGUE, "desk-service");
	}

	record Book(String title) {
	}

	@EventConsumer("desk")
	static class Lending {

		@EventHandler("book.lent")
		void on(Book book) {
		}

	}

	@EventConsumer
	static class AnyQueue {

		@EventHandler("book.lent")
		void on(Book book) {
		}

	}

	@EventConsumer("desk")
	static class Returning {

		@EventHandler("book.returned")
		void on(Book book, EventEnvelope event) {
		}

	}

	@EventConsumer("desk")
	static class Dusting {

		@EventHandler("book.dusted")
		void on(Book book) {
		}

	}

	@EventConsumer("attic")
	static class Sleeping {

		@EventHandler("book.lent")
		void on(Book book) {
		}

	}

	@EventConsumer("desk")
	static class Confused {

		@EventHandler("book.lent")
		void confused(Book book, String other) {
		}

	}

	@EventConsumer("desk")
	static class Dataless {

		@EventHandler("book.lent")
		void dataless(EventEnvelope event) {
		}

	}

}
