package org.parley.auth.account.export;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.privacy.ExportPart;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The repository of exports and of the encrypted parts that services send for them. */
@EventConsumer("auth_data")
class Exports {

	private final MongoOperations mongo;

	private final List<String> services;

	private final InstantSource clock;

	Exports(MongoOperations mongo, Catalogue catalogue, InstantSource clock) {
		this.mongo = mongo;
		this.services = catalogue.publishersOf("export.part");
		this.clock = clock;
	}

	Optional<Export> find(String userId) {
		return Optional.ofNullable(this.mongo.findById(userId, Export.class));
	}

	void save(Export export) {
		this.mongo.save(export);
	}

	/**
	 * Stores a part of a current export, or records that it was the last of its service.
	 */
	@EventHandler("export.part")
	void on(ExportPart part, EventEnvelope event) {
		var content = part.content();
		var change = Update.update("arrivedAt", this.clock.instant());
		if (content == null) {
			change.set("sizes." + event.source(), part.number() - 1);
		}
		var current = new Query(Criteria.where("_id").is(part.userId()).and("id").is(part.exportId()));
		var export = this.mongo.findAndModify(current, change, Export.class);
		if (export != null && content != null) {
			this.mongo.save(new StoredExportPart(StoredExportPart.id(part.exportId(), event.source(), part.number()),
					part.exportId(), part.userId(), event.source(), part.number(), content.jwe(), export.expiresAt()));
		}
	}

	/** The services that have not sent all their parts. */
	List<String> findMissing(Export export) {
		return this.services.stream().filter((service) -> !isComplete(export, service)).toList();
	}

	private boolean isComplete(Export export, String service) {
		var size = export.sizes().get(service);
		return size != null
				&& this.mongo.count(new Query(Criteria.where("exportId").is(export.id()).and("service").is(service)),
						StoredExportPart.class) == size;
	}

	/** Streams the parts, ordered by service and number, reading one at a time. */
	Stream<StoredExportPart> parts(Export export) {
		return Stream
			.iterate(findNext(export.id(), null), Optional::isPresent,
					(part) -> findNext(export.id(), part.map(StoredExportPart::id).orElseThrow()))
			.flatMap(Optional::stream);
	}

	private Optional<StoredExportPart> findNext(String exportId, @Nullable String after) {
		var range = Criteria.where("_id").gt((after != null) ? after : exportId + ":").lt(exportId + ";");
		return Optional.ofNullable(
				this.mongo.findOne(new Query(range).with(Sort.by("_id")).limit(Limit.of(1)), StoredExportPart.class));
	}

}
