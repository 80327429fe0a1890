package org.parley.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture;
import org.parley.notification.TestMailServer;
import org.parley.platform.domain.Ids;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/** The sent mails are counted for the statistics of the forum. */
@NotificationTest
class CountMailsIT {

	@Autowired
	private CountMails countMails;

	@Autowired
	private Mails mails;

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private TestMailServer mailServer;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin admin;

	@Test
	void changedCountOfSentMailsIsPublished() {
		var counts = Objects.requireNonNull(this.admin.declareQueue());
		this.admin.declareBinding(
				BindingBuilder.bind(counts).to(new TopicExchange("notification.events")).with("mails.counted"));
		var alice = this.fixture.member();
		this.fixture.publishVerification(alice, Ids.next(), "en", Instant.now().plus(Duration.ofHours(1)));
		soon().until(() -> !this.mailServer.receivedBy(alice.address()).isEmpty());
		soon().until(() -> this.mails.countSent(Duration.ofDays(1)) > 0);
		assertThat(this.mails.countSent(Duration.ZERO)).isZero();
		assertThat(this.countMails.run()).endsWith("mails were sent in 30 days");
		var event = soon().until(() -> this.rabbit.receive(counts.getName()), Objects::nonNull);
		var data = JsonMapper.shared().readTree(Objects.requireNonNull(event).getBody()).path("data");
		var sent = data.path("sent").asLong();
		assertThat(sent).isPositive();
		assertThat(this.mails.storeCount(sent, Instant.now().minus(Duration.ofMinutes(1)))).isFalse();
		assertThat(this.mails.storeCount(sent, Instant.now().plus(Duration.ofMinutes(1)))).isTrue();
		assertThat(this.mails.storeCount(sent + 1, Instant.now().minus(Duration.ofMinutes(1)))).isTrue();
	}

}
