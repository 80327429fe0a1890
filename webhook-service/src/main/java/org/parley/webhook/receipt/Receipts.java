package org.parley.webhook.receipt;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;
import org.parley.platform.web.paging.NewestFirst;
import org.parley.platform.web.paging.PageQuery;
import org.parley.platform.web.paging.Paged;
import org.parley.webhook.provider.WebhookProviders;
import org.parley.webhook.provider.verification.SignatureRefusal;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored receipts, removed after the retention period. */
@Component
public class Receipts {

	static final String COLLECTION = "receipts";

	/** Media-service fetches the pictures of a mail much sooner. */
	private static final Duration MAIL_KEPT = Duration.ofDays(7);

	private final MongoOperations mongo;

	private final WebhookProviders providers;

	Receipts(MongoOperations mongo, WebhookProviders providers) {
		this.mongo = mongo;
		this.providers = providers;
	}

	/**
	 * Stores a receipt with its body.
	 * @throws DuplicateKeyException if the event of the provider is already stored
	 */
	public void add(Receipt received, byte[] body) {
		var receipt = this.mongo.insert(this.providers.inboundMails(received.provider()).isPresent()
				? received.until(received.receivedAt().plus(MAIL_KEPT)) : received);
		if (receipt.isLarge()) {
			for (int start = 0, number = 0; start < body.length; start += ReceiptPart.SIZE, number++) {
				var bytes = Arrays.copyOfRange(body, start, Math.min(body.length, start + ReceiptPart.SIZE));
				this.mongo.insert(new ReceiptPart(ReceiptPart.id(receipt, number), new Binary(bytes),
						receipt.receivedAt(), receipt.until()));
			}
		}
	}

	/** The body of a receipt; a large one is loaded part by part. */
	public InputStream open(Receipt receipt) {
		if (receipt.body() != null) {
			return new ByteArrayInputStream(receipt.body().getData());
		}
		return new SequenceInputStream(Collections.enumeration(new AbstractList<>() {

			@Override
			public InputStream get(int number) {
				return part(receipt, number);
			}

			@Override
			public int size() {
				return parts(receipt);
			}

		}));
	}

	private static int parts(Receipt receipt) {
		return Math.ceilDiv(Objects.requireNonNullElse(receipt.size(), 0), ReceiptPart.SIZE);
	}

	private InputStream part(Receipt receipt, int number) {
		var part = this.mongo.findById(ReceiptPart.id(receipt, number), ReceiptPart.class);
		return new ByteArrayInputStream((part != null) ? part.bytes().getData() : new byte[0]);
	}

	public Optional<Receipt> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, Receipt.class));
	}

	public Optional<Receipt> find(String provider, String eventId) {
		var query = new Query(Criteria.where("provider").is(provider).and("eventId").is(eventId));
		return Optional.ofNullable(this.mongo.findOne(query, Receipt.class));
	}

	/**
	 * Counts a refusal in one receipt per hour, provider and reason, so that refused
	 * requests cannot fill the database.
	 */
	public void countRefusal(String provider, SignatureRefusal signatureRefusal, Instant now) {
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

	/** Claims a receipt for processing, unless it was processed. */
	public Optional<Receipt> claim(String id) {
		var update = new Update().set("status", ReceiptStatus.PROCESSING).inc("attempts", 1);
		return Optional.ofNullable(this.mongo.findAndModify(inPreviousStatus(id, ReceiptStatus.PROCESSING), update,
				FindAndModifyOptions.options().returnNew(true), Receipt.class));
	}

	/** Marks a receipt as processed; false if another worker already has. */
	public boolean markProcessed(Receipt receipt, ReceiptNote receiptNote, Instant now) {
		var update = new Update().set("status", ReceiptStatus.PROCESSED)
			.set("finishedAt", now)
			.set("type", receiptNote.type())
			.set("summary", receiptNote.summary())
			.unset("error");
		if (!receiptNote.isMail()) {
			update.unset("until");
			keepParts(receipt);
		}
		return change(inPreviousStatus(receipt.id(), ReceiptStatus.PROCESSED), update);
	}

	/** Keeps the body of a receipt for as long as the receipt, which is no mail. */
	private void keepParts(Receipt receipt) {
		if (receipt.mayBeMail() && receipt.isLarge()) {
			var ids = IntStream.range(0, parts(receipt)).mapToObj((number) -> ReceiptPart.id(receipt, number)).toList();
			this.mongo.updateMulti(new Query(Criteria.where("_id").in(ids)), new Update().unset("until"),
					ReceiptPart.class);
		}
	}

	/** Marks an attempt as failed. */
	public void markFailed(String id, String error, Instant now) {
		change(inPreviousStatus(id, ReceiptStatus.FAILED),
				new Update().set("status", ReceiptStatus.FAILED).set("finishedAt", now).set("error", error));
	}

	/** Resets a finished receipt; false if it is not finished. */
	boolean reset(String id) {
		return change(inPreviousStatus(id, ReceiptStatus.RECEIVED), new Update().set("status", ReceiptStatus.RECEIVED));
	}

	/** A page, newest first. */
	Paged<ReceiptView> page(ReceiptQuery parameters) {
		var query = new Query();
		if (parameters.provider() != null) {
			query.addCriteria(Criteria.where("provider").is(parameters.provider()));
		}
		if (parameters.status() != null) {
			query.addCriteria(Criteria.where("status").is(ReceiptStatus.of(parameters.status())));
		}
		if (parameters.type() != null) {
			query.addCriteria(Criteria.where("type").is(parameters.type()));
		}
		if (parameters.since() != null || parameters.until() != null) {
			query.addCriteria(between(parameters.since(), parameters.until()));
		}
		query.fields().exclude("body");
		return new NewestFirst(parameters).find(this.mongo, query, Receipt.class, Receipt::id).map(ReceiptView::of);
	}

	private static Criteria between(@Nullable Instant since, @Nullable Instant until) {
		var received = Criteria.where("receivedAt");
		if (since != null) {
			received.gte(since);
		}
		return (until != null) ? received.lt(until) : received;
	}

	private static Query inPreviousStatus(String id, ReceiptStatus status) {
		return new Query(Criteria.where("_id").is(id).and("status").in(status.previous()));
	}

	private boolean change(Query query, Update update) {
		return this.mongo.updateFirst(query, update, Receipt.class).getModifiedCount() == 1;
	}

	/**
	 * A query for a page of receipts.
	 *
	 * @param provider only receipts of this provider
	 * @param status only receipts with this status
	 * @param type only receipts of this type of event
	 * @param since only receipts of this time or later
	 * @param until only receipts before this time
	 */
	record ReceiptQuery(@Parameter(example = "hmac") @Size(min = 1, max = 40) @Nullable String provider,
			@Parameter(example = "failed") @Pattern(regexp = "received|processing|processed|failed|refused",
					message = "must be received, processing, processed, failed or refused") @Nullable String status,
			@Parameter(example = "delivered") @Size(min = 1, max = 100) @Nullable String type,
			@Parameter(example = "2026-11-01T00:00:00Z") @Nullable Instant since,
			@Parameter(example = "2026-12-01T00:00:00Z") @Nullable Instant until,
			@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
			@Parameter(example = "20") @Min(1) @Max(100) @Nullable Integer limit) implements PageQuery {
	}

}
