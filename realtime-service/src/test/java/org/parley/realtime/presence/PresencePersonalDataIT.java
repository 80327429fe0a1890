package org.parley.realtime.presence;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.PersonalDataKit;
import org.parley.realtime.RealtimeIT;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class PresencePersonalDataIT extends RealtimeIT {

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private PresenceStore presenceStore;

	@Autowired
	private PresencePreferences preferences;

	@Test
	void presenceAndPreferenceAreExportedAndErased() {
		var kit = new PersonalDataKit(this.rabbit, this.broker, "realtime.events", "realtime_rights");
		var person = Ids.next();
		this.preferences.save(person, true);
		this.presenceStore.refresh(Map.of(person, false));
		assertThat(kit.export(person).toString()).contains("invisible", "since");
		assertThat(kit.erase(person)).containsEntry("presence-preference", 1L).containsEntry("presence", 1L);
		assertThat(this.preferences.isInvisible(person)).isFalse();
		assertThat(this.presenceStore.find(List.of(person)))
			.containsExactly(new Presence(person, PresenceState.OFFLINE, null));
	}

}
