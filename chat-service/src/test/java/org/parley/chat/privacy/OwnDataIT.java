package org.parley.chat.privacy;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.chat.ChatIT;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.StoredTexts;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

class OwnDataIT extends ChatIT {

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	@Test
	void erasedPersonIsTheDeletedUserInMembersAndAuthors() {
		var gone = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(gone, bob);
		send(gone, conversation, "This stays");
		this.api.put(gone, "/preferences", Map.of("writers", "everyone"));
		var kit = new PersonalDataKit(this.rabbit, this.broker, "chat.events", "chat_members");
		assertThat(kit.erase(gone.id())).containsEntry("member", 1L).containsEntry("preferences", 1L);
		var shown = this.api.get(bob, "/conversations/" + conversation);
		assertThat(shown.body().toString()).contains("This stays", "deleted user").doesNotContain(gone.username());
		assertThat(this.api.get(bob, "/conversations/" + conversation + "/messages").body().toString())
			.contains("This stays", "deleted user")
			.doesNotContain(gone.username());
	}

	@Test
	void earlierTextsAreExportedAndErased() {
		var gone = aPerson();
		var bob = aPerson();
		var conversation = aDirectConversation(gone, bob);
		var message = send(gone, conversation, "What was meant first").data().path("id").asString();
		this.api.patch(gone, "/messages/" + message, Map.of("text", "What was meant then"));
		var kit = new PersonalDataKit(this.rabbit, this.broker, "chat.events", "chat_members");
		assertThat(kit.export(gone.id()).get("message-revisions")).singleElement()
			.satisfies((revision) -> assertThat(revision.path("text").asString()).isEqualTo("What was meant first"));
		assertThat(kit.erase(gone.id())).containsEntry("message-revisions", 1L).containsEntry("messages", 0L);
		assertThat(StoredTexts.collectionsContaining(this.mongo, "What was meant first", "outbox")).isEmpty();
	}

	@Test
	void groupOfErasedOwnerBelongsToTheNextMemberWhoIsNotErased() {
		var owner = aPerson("admin");
		var gone = aPerson();
		var heir = aPerson();
		var group = aGroup(owner, gone, heir);
		var ownGroup = aGroup(heir, owner);
		var room = aRoom(owner);
		var kit = new PersonalDataKit(this.rabbit, this.broker, "chat.events", "chat_members");
		assertThat(kit.erase(gone.id())).containsEntry("owned-groups", 0L);
		assertThat(kit.erase(owner.id())).containsEntry("owned-groups", 1L);
		assertThat(ownerOf(heir, group)).isEqualTo(heir.id());
		assertThat(ownerOf(heir, ownGroup)).isEqualTo(heir.id());
		this.api.post(heir, "/conversations/" + room + "/join", null);
		assertThat(ownerOf(heir, room)).isEqualTo(owner.id());
		assertThat(this.api.patch(heir, "/conversations/" + group, Map.of("name", "Ours")).status()).isEqualTo(200);
	}

	@Test
	void ownerRemovesErasedMembersOneByOne() {
		var owner = aPerson();
		var gone = aPerson();
		var alsoGone = aPerson();
		var path = "/conversations/" + aGroup(owner, gone, alsoGone);
		var kit = new PersonalDataKit(this.rabbit, this.broker, "chat.events", "chat_members");
		kit.erase(gone.id());
		kit.erase(alsoGone.id());
		assertThat(this.api.delete(owner, path + "/members/" + gone.id()).status()).isEqualTo(204);
		assertThat(this.api.get(owner, path).data().path("memberCount").asInt()).isEqualTo(2);
		refused(this.api.delete(owner, path + "/members/" + owner.id()), 404, "member.not-found");
	}

	@Test
	void groupOfOwnerWhoLeavesBelongsToTheNextMemberWhoIsNotErased() {
		var owner = aPerson();
		var gone = aPerson();
		var heir = aPerson();
		var group = aGroup(owner, gone, heir);
		new PersonalDataKit(this.rabbit, this.broker, "chat.events", "chat_members").erase(gone.id());
		this.api.post(owner, "/conversations/" + group + "/leave", null);
		assertThat(ownerOf(heir, group)).isEqualTo(heir.id());
	}

	@Test
	void bannedMemberInheritsGroupOnlyIfNobodyElseIsThere() {
		var owner = aPerson();
		var banned = aPerson();
		var heir = aPerson();
		var group = aGroup(owner, banned, heir);
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(banned.id())), Update.update("status", "BANNED"),
				"people");
		this.api.post(owner, "/conversations/" + group + "/leave", null);
		assertThat(ownerOf(heir, group)).isEqualTo(heir.id());
		this.api.post(heir, "/conversations/" + group + "/leave", null);
		assertThat(ownerOf(banned, group)).isEqualTo(banned.id());
	}

	private String ownerOf(TestUser reader, String conversation) {
		return this.api.get(reader, "/conversations/" + conversation).data().path("ownerId").asString();
	}

}
