package org.parley.auth.account.profile;

import java.util.List;

import org.bson.Document;
import org.parley.auth.user.Users;
import org.parley.platform.jobs.Job;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.text.image.ImageHosts;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Removes stored avatars on hosts that are not allowed and publishes the changed
 * profiles, because other services store copies.
 */
@Component
class RemoveForeignAvatars implements Job {

	private static final int BATCH = 500;

	private final MongoOperations mongo;

	private final Users users;

	private final ImageHosts images;

	private final UnitOfWork work;

	RemoveForeignAvatars(MongoOperations mongo, Users users, ImageHosts images, UnitOfWork work) {
		this.mongo = mongo;
		this.users = users;
		this.images = images;
		this.work = work;
	}

	@Override
	public String name() {
		return "remove-foreign-avatars";
	}

	@Override
	public String schedule() {
		return "0 50 * * * *";
	}

	@Override
	public String run() {
		var count = 0;
		for (var batch = findAfter(""); !batch.isEmpty(); batch = findAfter(batch.getLast().getString("_id"))) {
			for (var stored : batch) {
				if (!this.images.shows(avatar(stored))) {
					count += this.work.run(() -> remove(stored.getString("_id"))) ? 1 : 0;
				}
			}
		}
		return "%d avatars removed.".formatted(count);
	}

	private List<Document> findAfter(String id) {
		var query = Query.query(Criteria.where("_id").gt(id).and("profile.avatarUrl").gt(""))
			.with(Sort.by("_id"))
			.limit(BATCH);
		query.fields().include("profile.avatarUrl");
		return this.mongo.find(query, Document.class, "users");
	}

	private static String avatar(Document stored) {
		return stored.getEmbedded(List.of("profile", "avatarUrl"), "");
	}

	/**
	 * Saves the account: {@link ForeignAvatarCallback} has removed the avatar on reading.
	 */
	private boolean remove(String id) {
		var found = this.users.findById(id);
		found.ifPresent((user) -> {
			user.publishProfile();
			this.users.save(user);
		});
		return found.isPresent();
	}

}
