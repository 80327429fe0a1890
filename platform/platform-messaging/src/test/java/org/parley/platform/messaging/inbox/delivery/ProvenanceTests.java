package org.parley.platform.messaging.inbox.delivery;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.catalogue.Catalogues;
import org.parley.platform.messaging.inbox.PoisonEventException;
import org.parley.platform.messaging.inbox.delivery.EventReader.Provenance;
import tools.jackson.databind.node.JsonNodeFactory;

import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProvenanceTests {

	private final Provenance provenance = new Provenance(Catalogues.ofTests(), "archive");

	@ParameterizedTest
	@CsvSource({ "press-service, article.printed, press.events", "memory-service, erasure.done, memory.events",
			"auth-service, erasure.done, auth.events" })
	void eventOfItsPublisherIsAccepted(String source, String type, String exchange) {
		assertThatCode(() -> this.provenance.require(event(source, type), by(exchange))).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource({ "museum-service, article.printed, museum.events", "press-service, article.printed, museum.events",
			"museum-service, article.printed, press.events", "press-service, article.printed, strange.exchange",
			"press-service, article.printed, readers.letters" })
	void forgedEventIsPoison(String source, String type, String exchange) {
		assertRefused(event(source, type), by(exchange));
	}

	@Test
	void operatorMaySendEventOfPublisher() {
		assertThatCode(() -> this.provenance.require(event("press-service", "article.printed"), by("")))
			.doesNotThrowAnyException();
		assertRefused(event("museum-service", "article.printed"), by(""));
	}

	@Test
	void replayedLetterKeepsItsExchange() {
		var replayed = by("archive.letters");
		replayed.getMessageProperties().setHeader("x-parley-exchange", "museum.events");
		assertRefused(event("press-service", "article.printed"), replayed);
		replayed.getMessageProperties().setHeader("x-parley-exchange", "press.events");
		assertThatCode(() -> this.provenance.require(event("press-service", "article.printed"), replayed))
			.doesNotThrowAnyException();
	}

	@Test
	void forgedExchangeHeaderIsIgnored() {
		var forged = by("museum.events");
		forged.getMessageProperties().setHeader("x-parley-exchange", "press.events");
		assertRefused(event("press-service", "article.printed"), forged);
	}

	@Test
	void unpublishedTypePasses() {
		assertThatCode(() -> this.provenance.require(event("museum-service", "article.burnt"), by("museum.events")))
			.doesNotThrowAnyException();
	}

	private void assertRefused(EventEnvelope event, Message message) {
		assertThatExceptionOfType(PoisonEventException.class).isThrownBy(() -> this.provenance.require(event, message))
			.withMessage("The event does not come from the publisher of its type");
	}

	private static EventEnvelope event(String source, String type) {
		return new EventEnvelope("1.0", "1", source, type, "1", Instant.EPOCH, "application/json", "urn:parley:event:1",
				null, "1", "1", JsonNodeFactory.instance.objectNode());
	}

	private static Message by(String exchange) {
		var message = MessageBuilder.withBody(new byte[0]).build();
		message.getMessageProperties().setReceivedExchange(exchange);
		return message;
	}

}
