package org.parley.@name@.privacy;

import org.junit.jupiter.api.Test;
import org.parley.@name@.@Name@IT;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestUser;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class @Name@PersonalDataIT extends @Name@IT {

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	@Test
	void exportHasOwnNotesAndErasureDeletesThemOnly() {
		var gone = TestUser.with();
		var other = TestUser.with();
		aNote(gone, "Forget me");
		aNote(other, "Keep me");
		var kit = new PersonalDataKit(this.rabbit, this.broker, "@name@.events", "@name@_data");
		assertThat(kit.export(gone.id()).get("notes")).singleElement()
			.matches((item) -> item.path("text").asString().equals("Forget me"));
		assertThat(kit.erase(gone.id())).containsEntry("notes", 1L);
		assertThat(this.api.get(gone, "").data()).isEmpty();
		assertThat(this.api.get(other, "").data()).hasSize(1);
	}

}
