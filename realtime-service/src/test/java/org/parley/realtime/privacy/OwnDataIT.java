package org.parley.realtime.privacy;

import java.util.List;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.contracts.PersonReference;
import org.parley.contracts.social.SocialAccountChanged;
import org.parley.contracts.social.relation.BlockChanged;
import org.parley.contracts.social.relation.FollowChanged;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.PersonalDataKit;
import org.parley.realtime.RealtimeIT;
import org.parley.realtime.access.social.RoomBlocks;
import org.parley.realtime.access.social.RoomFollows;
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
		this.follows.save(new FollowChanged("follow.started", data(person), data(other), 1));
		this.follows.save(new FollowChanged("follow.started", data(other), data(person), 1));
		this.blocks.save(new BlockChanged("block.started", data(other), data(person), 2));
		this.socialPostRights.update(new SocialAccountChanged("social-account.changed", data(person), true, 1));
		assertThat(kit.export(person)).isEmpty();
		assertThat(kit.erase(person)).containsEntry("room-follows", 1L)
			.containsEntry("room-followers", 1L)
			.containsEntry("room-blocked-by", 1L);
		for (var collection : List.of("follows", "blocks")) {
			assertThat(this.mongo.findAll(Document.class, collection).toString()).as(collection).doesNotContain(person);
		}
		assertThat(this.mongo.getCollection("social_authors").countDocuments(new Document("_id", person)))
			.as("private until social-service has removed the posts")
			.isOne();
	}

	private static PersonReference data(String person) {
		return new PersonReference(person, person, person);
	}

}
