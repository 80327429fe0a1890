package org.parley.platform.messaging.inbox.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Consumers must match the catalogue, or the service does not start. */
class EventHandlerRegistryTests {

	private static final Event HEARD = new Event("A book was lent.", "shelf", false, List.of("desk"));

	private static final Catalogue CATALOGUE = new Catalogue(
			Map.of("library.events",
					new Exchange("library-service", Map.of("book.lent", HEARD, "book.returned", HEARD))),
			Map.of("desk", new Queue("desk-service", QueueScope.SERVICE, Order.FREE, true), "attic",
					new Queue("desk-service", QueueScope.SERVICE, Order.FREE, false)));

	private static final Catalogue TWO_QUEUES = new Catalogue(
			Map.of("library.events",
					new Exchange("library-service",
							Map.of("book.lent",
									new Event("A book was lent.", "shelf", false, List.of("desk", "hall"))))),
			Map.of("desk", new Queue("desk-service", QueueScope.SERVICE, Order.FREE, true), "hall",
					new Queue("desk-service", QueueScope.SERVICE, Order.FREE, true)));

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
			.isThrownBy(() -> EventHandlerRegistry.of(beans(new Lending()), CATALOGUE, "other-service"))
			.withMessageContaining("desk");
	}

	@Test
	void consumerWithoutQueueUsesTheQueueOfItsTypes() {
		var handlers = of(new AnyQueue(), new Returning());
		assertThat(handlers.of("desk")).containsOnlyKeys("book.lent", "book.returned");
	}

	@Test
	void consumerWithoutQueueIsRefusedForSeveralQueues() {
		assertThatIllegalStateException()
			.isThrownBy(() -> EventHandlerRegistry.of(beans(new AnyQueue()), TWO_QUEUES, "desk-service"))
			.withMessageContaining("from 2 queues");
	}

	@Test
	void consumerWithoutQueueIsRefusedForUnroutedType() {
		assertThatIllegalStateException()
			.isThrownBy(() -> EventHandlerRegistry.of(beans(new AnyQueue()), CATALOGUE, "other-service"))
			.withMessageContaining("from 0 queues");
	}

	@Test
	void consumerOfSeveralQueuesTakesTheBeanOfEachQueue() {
		var desk = new Desk();
		var hall = new Hall();
		var handlers = EventHandlerRegistry.of(beans(new Everywhere(), desk, hall), TWO_QUEUES, "desk-service");
		var event = new EventEnvelope("1.0", "1", "library-service", "book.lent", "1", Instant.EPOCH,
				"application/json", "urn:parley:event:1", null, "c", "p", JsonNodeFactory.instance.objectNode());
		assertThat(handlers.of("desk")).hasEntrySatisfying("book.lent",
				(method) -> method.handle(new Book("Emma"), event));
		assertThat(handlers.of("hall")).hasEntrySatisfying("book.lent",
				(method) -> method.handle(new Book("Ulysses"), event));
		assertThat(desk.seen).containsExactly("Emma");
		assertThat(hall.seen).containsExactly("Ulysses");
	}

	@Test
	void queueWithoutBeanIsRefused() {
		assertThatExceptionOfType(NoSuchBeanDefinitionException.class)
			.isThrownBy(() -> EventHandlerRegistry.of(beans(new Everywhere(), new Desk()), TWO_QUEUES, "desk-service"))
			.withMessageContaining("Place")
			.withMessageContaining("hall");
	}

	@Test
	void handlerWithWrongParametersIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> of(new Confused())).withMessageContaining("confused");
		assertThatIllegalStateException().isThrownBy(() -> of(new Dataless())).withMessageContaining("dataless");
	}

	private static EventHandlerRegistry of(Object... listeners) {
		return EventHandlerRegistry.of(beans(listeners), CATALOGUE, "desk-service");
	}

	private static ListableBeanFactory beans(Object... all) {
		var beans = new StaticListableBeanFactory();
		Stream.of(all).forEach((bean) -> beans.addBean("bean" + beans.getBeanDefinitionCount(), bean));
		return beans;
	}

	record Book(String title) {
	}

	abstract static class Place {

		final List<String> seen = new ArrayList<>();

	}

	@Qualifier("desk")
	static class Desk extends Place {

	}

	@Qualifier("hall")
	static class Hall extends Place {

	}

	@EventConsumer({ "desk", "hall" })
	static class Everywhere {

		@EventHandler("book.lent")
		void on(Book book, EventEnvelope event, Place place) {
			place.seen.add(book.title());
		}

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
