package org.parley.webhook.receipt;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.Ids;
import org.parley.platform.web.paging.Cursor;
import org.parley.platform.web.paging.Paged;
import org.parley.webhook.provider.SignatureRefusal;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored receipts. They end by themselves. */
@Component
class Receipts implements InitializingBean {

	static final String COLLECTION = "receipts";

	static final Duration KEPT = Duration.ofDays(90);

	private static final String NEWEST = "newest";

	private final MongoOperations mongo;

	Receipts(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(Receipt.class);
		indexes.createIndex(
				new Index("provider", Direction.ASC).on("eventId", Direction.ASC).unique().partial(exists("eventId")));
		indexes.createIndex(new Index("refused", Direction.ASC).unique().partial(exists("refused")));
		indexes.createIndex(new Index("provider", Direction.ASC).on("_id", Direction.DESC));
		indexes.createIndex(new Index("status", Direction.ASC).on("_id", Direction.DESC));
		indexes.createIndex(new Index("provider", Direction.ASC).on("status", Direction.ASC).on("_id", Direction.DESC));
		indexes.createIndex(new Index("receivedAt", Direction.ASC).expire(KEPT));
	}

	/**
	 * Keeps what came for the first time.
	 * @throws DuplicateKeyException when the provider has told this event before
	 */
	void add(Receipt receipt) {
		this.mongo.insert(receipt);
	}

	Optional<Receipt> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, Receipt.class));
	}

	Optional<Receipt> find(String provider, String eventId) {
		var query = new Query(Criteria.where("provider").is(provider).and("eventId").is(eventId));
		return Optional.ofNullable(this.mongo.findOne(query, Receipt.class));
	}

	/**
	 * Notes that somebody was refused: one receipt an hour, provider and reason, so that
	 * strangers cannot fill the database.
	 */
	void refused(String provider, SignatureRefusal signatureRefusal, Instant now) {
		var bucket = String.join(" ", provider, signatureRefusal.word(), now.truncatedTo(ChronoUnit.HOURS).toString());
		var update = new Update().setOnInsert("_id", Ids.next())
			.setOnInsert("provider", provider)
			.setOnInsert("status", ReceiptStatus.REFUSED)
			.setOnInsert("refusal", signatureRefusal.word())
			.setOnInsert("receivedAt", now)
			.setOnInsert("attempts", 0)
			.set("lastAt", now)
			.inc("times", 1);
		this.mongo.upsert(new Query(Criteria.where("refused").is(bucket)), update, Receipt.class);
	}

	/** Takes a receipt to process it, unless that was done. */
	Optional<Receipt> begin(String id) {
		var update = new Update().set("status", ReceiptStatus.PROCESSING).inc("attempts", 1);
		return Optional.ofNullable(this.mongo.findAndModify(coming(id, ReceiptStatus.PROCESSING), update,
				FindAndModifyOptions.options().returnNew(true), Receipt.class));
	}

	/** Ends the processing; false when somebody else was faster. */
	boolean processed(String id, ReceiptNote receiptNote, Instant now) {
		var update = new Update().set("status", ReceiptStatus.PROCESSED)
			.set("finishedAt", now)
			.set("type", receiptNote.type())
			.set("summary", receiptNote.summary())
			.unset("error");
		return change(coming(id, ReceiptStatus.PROCESSED), update);
	}

	/** A try did not succeed. */
	void failed(String id, String error, Instant now) {
		change(coming(id, ReceiptStatus.FAILED),
				new Update().set("status", ReceiptStatus.FAILED).set("finishedAt", now).set("error", error));
	}

	/** Sets a receipt back to its beginning; false when it is not at an end. */
	boolean again(String id) {
		return change(coming(id, ReceiptStatus.RECEIVED), new Update().set("status", ReceiptStatus.RECEIVED));
	}

	/** A page, newest first. */
	Paged<ReceiptView> page(ReceiptQuery wish) {
		var from = (wish.cursor() != null) ? Cursor.parse(wish.cursor(), NEWEST, 1) : null;
		var query = query(wish, from);
		query.fields().exclude("body");
		var found = this.mongo.find(query, Receipt.class);
		var page = Paged.walk(found, from, wish.size(), NEWEST, (receipt) -> new Object[] { receipt.id() });
		return new Paged<>(page.data().stream().map(ReceiptView::of).toList(), page.meta());
	}

	private static Query query(ReceiptQuery wish, @Nullable Cursor from) {
		var criteria = new Criteria();
		if (wish.provider() != null) {
			criteria = criteria.and("provider").is(wish.provider());
		}
		if (wish.status() != null) {
			criteria = criteria.and("status").is(ReceiptStatus.of(wish.status()));
		}
		var back = from != null && from.backwards();
		if (from != null) {
			var beyond = criteria.and("_id");
			criteria = back ? beyond.gt(from.text(0)) : beyond.lt(from.text(0));
		}
		return new Query(criteria).with(Sort.by(back ? Direction.ASC : Direction.DESC, "_id"))
			.limit(Limit.of(wish.size() + 1));
	}

	private static Query coming(String id, ReceiptStatus status) {
		return new Query(Criteria.where("_id").is(id).and("status").in(status.before()));
	}

	private boolean change(Query query, Update update) {
		return this.mongo.updateFirst(query, update, Receipt.class).getModifiedCount() == 1;
	}

	private static PartialIndexFilter exists(String field) {
		return PartialIndexFilter.of(new Document(field, new Document("$exists", true)));
	}

}
