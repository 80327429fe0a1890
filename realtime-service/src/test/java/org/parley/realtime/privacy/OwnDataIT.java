package org.parley.realtime.privacy;

import org.junit.jupiter.api.Test;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.web.Ids;
import org.parley.realtime.RealtimeIT;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class OwnDataIT extends RealtimeIT {

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Test
	void itAnswersThatItKeepsNothing() {
		var kit = new PersonalDataKit(this.rabbit, this.broker, "realtime.events", "realtime_rights");
		var person = Ids.next();
		assertThat(kit.export(person)).isEmpty();
		assertThat(kit.erase(person)).containsOnlyKeys("dead-letters", "parked-events").containsValues(0L, 0L);
	}

}
