package org.parley.moderation;

import java.nio.charset.StandardCharsets;

import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestComponent;

/** A fake of social-service: publishes its events. */
@TestComponent
public class FakeSocial {

	private static final String QUEUE = "ai_moderation";

	private final RabbitTemplate rabbit;

	private final JsonMapper json;

	FakeSocial(RabbitTemplate rabbit, JsonMapper json) {
		this.rabbit = rabbit;
		this.json = json;
	}

	/** Publishes a post that everybody may see. */
	public SocialItem post(TestUser author, String text) {
		var post = SocialItem.post(author, text, true);
		write("social-post.created", post);
		return post;
	}

	/** Publishes the state of a post. */
	public void write(String type, SocialItem post) {
		var event = event(type, post);
		var data = event.withObject("/data/post");
		data.put("id", post.id()).put("text", post.text()).put("everybody", post.everybody());
		data.put("visibility", post.everybody() ? "public" : "followers").put("version", post.version());
		sign(data.withObject("/author"), post.author());
		send(event);
	}

	/** Publishes that moderation shows a post again. */
	public void restore(SocialItem post) {
		var event = event("social-post.edited", post);
		event.withObject("/data").put("restored", true);
		var data = event.withObject("/data/post").put("id", post.id()).put("text", post.text()).put("everybody", true);
		data.put("version", post.version() + 2);
		sign(data.withObject("/author"), post.author());
		send(event);
	}

	/** Publishes a comment on a post. */
	public SocialItem comment(TestUser author, SocialItem post, String text) {
		var comment = new SocialItem("comment", Ids.next(), post.id(), author, text, post.everybody(), 0);
		comment("social-comment.created", comment, post);
		return comment;
	}

	/** Publishes the state of a comment. */
	public void comment(String type, SocialItem comment, SocialItem post) {
		var event = event(type, comment);
		var data = event.withObject("/data/comment").put("id", comment.id()).put("text", comment.text());
		sign(data.put("version", comment.version()).withObject("/author"), comment.author());
		var commented = event.withObject("/data/post").put("id", post.id()).put("everybody", post.everybody());
		sign(commented.withObject("/author"), post.author());
		send(event);
	}

	/**
	 * Reports a post or comment.
	 * @param neighbour the reporter, who wrote the post before it
	 */
	public void report(SocialItem item, TestUser neighbour, String reason) {
		var event = event("social-report.filed", item);
		event.withObject("/data/report").put("reason", reason);
		var reported = event.withObject("/data/reported").put("kind", item.kind()).put("id", item.id());
		reported.put("postId", item.postId()).put("text", item.text()).put("everybody", item.everybody());
		reported.put("version", item.version());
		sign(reported.withObject("/author"), item.author());
		sign((ObjectNode) event.at("/data/context/0/author"), neighbour);
		sign(event.withObject("/data/by"), neighbour);
		send(event);
	}

	/** Publishes that a post was deleted, or hidden by moderation. */
	public void remove(SocialItem post, boolean hidden) {
		var event = event("social-post.removed", post);
		event.withObject("/data").put("hidden", hidden).put("version", post.version() + 1);
		event.withObject("/data/post").put("id", post.id());
		send(event);
	}

	/** Makes the account of a person private. */
	public void makePrivate(TestUser person) {
		var event = (ObjectNode) this.json.readTree(EventContract.example("social-account.changed"));
		event.put("id", Ids.next()).put("subject", person.id()).put("partitionkey", person.id());
		event.withObject("/data").put("privateAccount", true);
		sign(event.withObject("/data/person"), person);
		send(event);
	}

	private ObjectNode event(String type, SocialItem item) {
		var event = (ObjectNode) this.json.readTree(EventContract.example(type));
		return event.put("id", Ids.next()).put("subject", item.id()).put("partitionkey", item.postId());
	}

	private void send(ObjectNode event) {
		var body = event.toString().getBytes(StandardCharsets.UTF_8);
		this.rabbit.send(Topology.lettersOf(QUEUE), Topology.AGAIN, MessageBuilder.withBody(body).build());
	}

	private static void sign(ObjectNode signature, TestUser user) {
		signature.put("id", user.id()).put("username", user.username());
	}

	/**
	 * A social post or comment.
	 *
	 * @param kind {@code post} or {@code comment}
	 * @param everybody whether everybody may see it
	 */
	public record SocialItem(String kind, String id, String postId, TestUser author, String text, boolean everybody,
			long version) {

		/** Creates a post. */
		public static SocialItem post(TestUser author, String text, boolean everybody) {
			var id = Ids.next();
			return new SocialItem("post", id, id, author, text, everybody, 0);
		}

		/** Returns the next version with another text. */
		public SocialItem edited(String other) {
			return new SocialItem(this.kind, this.id, this.postId, this.author, other, this.everybody,
					this.version + 1);
		}

		/** Returns the same text for everybody. */
		public SocialItem opened() {
			return new SocialItem(this.kind, this.id, this.postId, this.author, this.text, true, this.version);
		}

		/** Returns the next version for followers. */
		public SocialItem limited() {
			return new SocialItem(this.kind, this.id, this.postId, this.author, this.text, false, this.version + 1);
		}

	}

}
