package org.parley.auth.account.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.platform.events.catalogue.Catalogue;
import org.parley.platform.events.secret.SealedEventSecret;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Copies and their parts, until they are forgotten. */
@Component
class Exports {

	private final MongoOperations mongo;

	private final List<String> services;

	Exports(MongoOperations mongo, Catalogue catalogue) {
		this.mongo = mongo;
		this.services = catalogue.publishersOf("export.part");
	}

	Optional<Export> of(String userId) {
		return Optional.ofNullable(this.mongo.findById(userId, Export.class));
	}

	void keep(Export export) {
		this.mongo.save(export);
	}

	/** Keeps a part of a copy that somebody waits for. */
	void add(String userId, String exportId, String service, int number, SealedEventSecret content) {
		find(userId, exportId)
			.ifPresent((export) -> this.mongo.save(new StoredExportPart(StoredExportPart.id(exportId, service, number),
					exportId, userId, service, number, content.jwe(), export.expiresAt())));
	}

	/** A service has no more parts than so many. */
	void told(String userId, String exportId, String service, int parts) {
		this.mongo.updateFirst(wanted(userId, exportId), Update.update("sizes." + service, parts), Export.class);
	}

	/** The services of which something is missing. */
	List<String> missing(Export export) {
		return this.services.stream().filter((service) -> !isWhole(export, service)).toList();
	}

	private boolean isWhole(Export export, String service) {
		var size = export.sizes().get(service);
		return size != null
				&& this.mongo.count(new Query(Criteria.where("exportId").is(export.id()).and("service").is(service)),
						StoredExportPart.class) == size;
	}

	/** The parts, service by service in their order, each read when it is its turn. */
	Stream<StoredExportPart> parts(Export export) {
		return Stream
			.iterate(next(export.id(), null), Optional::isPresent,
					(part) -> next(export.id(), part.map(StoredExportPart::id).orElseThrow()))
			.flatMap(Optional::stream);
	}

	private Optional<StoredExportPart> next(String exportId, @Nullable String after) {
		var place = Criteria.where("_id").gt((after != null) ? after : exportId + ":").lt(exportId + ";");
		return Optional.ofNullable(
				this.mongo.findOne(new Query(place).with(Sort.by("_id")).limit(Limit.of(1)), StoredExportPart.class));
	}

	private Optional<Export> find(String userId, String exportId) {
		return Optional.ofNullable(this.mongo.findOne(wanted(userId, exportId), Export.class));
	}

	private static Query wanted(String userId, String exportId) {
		return new Query(Criteria.where("_id").is(userId).and("id").is(exportId));
	}

}
