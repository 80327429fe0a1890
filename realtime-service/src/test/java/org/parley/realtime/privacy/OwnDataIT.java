package org.parley.realtime.privacy;

import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.PersonalDataKit;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.access.social.RoomAuthorEventData;
import org.parley.realtime.access.social.RoomBlockEventData;
import org.parley.realtime.access.social.RoomBlocks;
import org.parley.realtime.access.social.RoomFollowEventData;
import org.parley.realtime.access.social.RoomFollows;
import org.parley.realtime.access.social.SocialPersonData;
import org.parley.realtime.access.social.SocialPostRights;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

import static org.assertj.core.api.Assertions.assertThat;

class OwnDataIT extends RealtimeIT {

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private RoomFollows follows;

	@Autowired
	private RoomBlocks blocks;

	@Autowired
	private SocialPostRights socialPostRights;

	@Test
	void followsAndBlocksAreErasedAndNothingIsExported() {
		var kit = new PersonalDataKit(this.rabbit, this.broker, "realtime.events", "realtime_rights");
		var person = Ids.next();
		var other = Ids.next();
		this.follows.save(new RoomFollowEventData(data(person), data(other), 1), true);
		this.follows.save(new RoomFollowEventData(data(other), data(person), 1), true);
		this.blocks.save(new RoomBlockEventData(data(other), data(person), 2), true);
		this.socialPostRights.update(new RoomAuthorEventData(data(person), true, 1));
		assertThat(kit.export(person)).isEmpty();
		assertThat(kit.erase(person)).containsEntry("roomFollows", 1L)
			.containsEntry("roomFollowers", 1L)
			.containsEntry("roomBlockedBy", 1L);
		for (var collection : List.of("follows", "blocks", "social_authors")) {
			assertThat(this.mongo.findAll(Document.class, collection).toString()).as(collection).doesNotContain(person);
		}
	}

	private static SocialPersonData data(String person) {
		return new SocialPersonData(person);
	}

}
