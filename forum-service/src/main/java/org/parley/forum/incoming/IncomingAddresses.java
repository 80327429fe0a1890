package org.parley.forum.incoming;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.parley.contracts.audit.AdministratorAct;
import org.parley.forum.member.MemberRolesChanged;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored addresses and what arrived at them. */
@Component
class IncomingAddresses {

	static final String COLLECTION = "incoming_addresses";

	static final String DELIVERIES = "incoming_deliveries";

	private final MongoOperations mongo;

	private final UnitOfWork work;

	private final AdministratorActs acts;

	IncomingAddresses(MongoOperations mongo, UnitOfWork work, AdministratorActs acts) {
		this.mongo = mongo;
		this.work = work;
		this.acts = acts;
	}

	/** Stores a new address, and that its creator has made it. */
	void create(IncomingAddress address) {
		this.work.run(() -> {
			this.mongo.insert(address);
			this.acts.record(AdministratorAct.INCOMING_ADDRESS_CREATED, address.creatorId(), address.id());
		});
	}

	Optional<IncomingAddress> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, IncomingAddress.class));
	}

	/** The addresses of a category, newest first. */
	List<IncomingAddress> ofCategory(String categoryId) {
		return this.mongo.find(new Query(Criteria.where("categoryId").is(categoryId)).with(Sort.by("_id").descending()),
				IncomingAddress.class);
	}

	/** Removes an address for a moderator; returns whether it was there. */
	boolean remove(String categoryId, String id, String by) {
		var address = new Query(Criteria.where("_id").is(id).and("categoryId").is(categoryId));
		return this.work.run(() -> {
			var isRemoved = this.mongo.remove(address, IncomingAddress.class).getDeletedCount() == 1;
			if (isRemoved) {
				this.acts.record(AdministratorAct.INCOMING_ADDRESS_REMOVED, by, id);
			}
			return isRemoved;
		});
	}

	/**
	 * Uses an address, in the transaction of its post: concurrent ones wait or are
	 * repeated, so that their number is exact, and none posts after a removal.
	 */
	Optional<IncomingAddress> use(String id, Instant now) {
		return Optional.ofNullable(this.mongo.findAndModify(new Query(Criteria.where("_id").is(id)),
				Update.update("usedAt", now), FindAndModifyOptions.options().returnNew(true), IncomingAddress.class));
	}

	long countSince(String address, Instant since) {
		return this.mongo.count(new Query(Criteria.where("address").is(address).and("at").gt(since)),
				IncomingDelivery.class);
	}

	Optional<IncomingDelivery> findDelivery(String id) {
		return Optional.ofNullable(this.mongo.findById(id, IncomingDelivery.class));
	}

	void insert(IncomingDelivery delivery) {
		this.mongo.insert(delivery);
	}

	/** Keeps the rights of creators, which may be lost. */
	@EventListener
	void on(MemberRolesChanged event) {
		var older = Criteria.where("creatorId").is(event.id()).and("rolesVersion").lt(event.version());
		this.mongo.updateMulti(new Query(older),
				Update.update("roles", event.roles()).set("rolesVersion", event.version()), IncomingAddress.class);
	}

}
