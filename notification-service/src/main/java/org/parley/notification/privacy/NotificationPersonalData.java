package org.parley.notification.privacy;

import java.util.List;

import org.bson.Document;
import org.parley.platform.privacy.DeletedUser;
import org.parley.platform.privacy.PersonalCollections;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.AggregationUpdate;
import org.springframework.data.mongodb.core.aggregation.ConditionalOperators;
import org.springframework.data.mongodb.core.aggregation.StringOperators;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Personal data in the collections of this service. Notifications of other users keep
 * erased users as deleted actors; sent mails have no content.
 */
@Configuration(proxyBeanMethods = false)
class NotificationPersonalData {

	@Bean
	PersonalCollections notificationData(MongoOperations mongo) {
		var data = new PersonalCollections(mongo);
		data.one("person", "people").exporting("displayName", "roles").deleting();
		data.one("contact", "contacts").exporting("address", "verified", "language", "timeZone").deleting();
		data.one("preferences", "preferences").exporting("choices", "quietHours", "everyPost").deleting();
		data.indexed("notifications", "notifications", "userId")
			.exporting("kind", "wording", "values", "body", "link", "count", "read", "createdAt")
			.deleting();
		data.of("mail-standing", "address_standings", "userId").exporting("to", "reason", "since").deleting();
		data.of("mails", "mails", "userId").exporting("template", "state", "sentTo", "createdAt", "doneAt").deleting();
		data.of("push-devices", "push_devices", "userId").exporting("name", "createdAt").deleting();
		data.indexed("pushes", "pushes", "userId").deleting();
		data.indexed("reply-addresses", "reply_addresses", "userId").exporting("threadId", "usedAt").deleting();
		data.indexed("received-mails", "received_mails", "userId").exporting("subject", "refusal", "at").deleting();
		data.withIdPrefix("receipts", "notification_receipts").deleting();
		data.indexed("deferred-news", "deferred_news", "recipient.userId").deleting();
		data.withIdPrefix("subscriptions", "subscriptions").exporting("target", "level", "since").deleting();
		data.indexed("named-in-fan-outs", "fan_out_rounds", "news.actor._id")
			.changed((_) -> DeletedUser.at("news.actor"));
		data.indexed("named-in-notifications", "notifications", "actors._id")
			.changed((person) -> DeletedUser.renaming(new Update(), "actors.$[gone]")
				.filterArray(Criteria.where("gone._id").is(person)));
		// A link to a profile contains the username, perhaps that of the erased user
		data.of("linked-in-notifications", "notifications", "actors._id").changed((_) -> profileLinks());
		data.of("linked-in-receipts", "notification_receipts", "actor._id").changed((_) -> profileLinks());
		data.indexed("named-in-receipts", "notification_receipts", "actor._id").changed((_) -> DeletedUser.at("actor"));
		data.of("list-posts", "list_posts", "authorId").deleting();
		data.withIdPrefix("conversations", "chat_members").deleting();
		data.indexed("named-in-messages", "chat_messages", "author._id").changed((_) -> DeletedUser.at("author"));
		data.indexed("social-items", "social_items", "personId").deleting();
		data.indexed("early-votes", "early_votes", "vote.authorId").deleting();
		data.indexed("named-in-deferred-news", "deferred_news", "news.actor._id")
			.changed((_) -> DeletedUser.at("news.actor"));
		data.indexed("removed-threads", "threads", "authorId")
			.erasedBy((person, limit) -> eraseRemovedThreads(mongo, person, limit));
		return data;
	}

	/** Removes the title of threads that nobody sees, wherever it is. */
	private static long eraseRemovedThreads(MongoOperations mongo, String person, int limit) {
		var removed = new Query(
				Criteria.where("authorId").is(person).and("gone").is(true).and("title").ne(DeletedUser.NO_TITLE))
			.limit(limit);
		removed.fields().include("_id");
		var ids = mongo.find(removed, Document.class, "threads")
			.stream()
			.map((found) -> found.getString("_id"))
			.toList();
		mongo.updateMulti(new Query(Criteria.where("threadId").in(ids).and("number").is(1)),
				Update.update("title", DeletedUser.NO_TITLE).set("tags", List.of()), "posts");
		mongo.updateMulti(new Query(Criteria.where("threadId").in(ids)),
				Update.update("values.0", DeletedUser.NO_TITLE).inc("version", 1), "notifications");
		for (var waiting : List.of("fan_out_rounds", "deferred_news")) {
			mongo.updateMulti(new Query(Criteria.where("news.place.threadId").in(ids)),
					Update.update("news.values.0", DeletedUser.NO_TITLE), waiting);
		}
		mongo.updateMulti(new Query(Criteria.where("_id").in(ids)), Update.update("title", DeletedUser.NO_TITLE),
				"threads");
		return ids.size();
	}

	private static AggregationUpdate profileLinks() {
		var isProfile = StringOperators.valueOf("link").regexMatch("^/people/");
		return AggregationUpdate.update()
			.set("link")
			.toValue(ConditionalOperators.when(isProfile).then("/notifications").otherwiseValueOf("link"));
	}

}
