package org.parley.notification.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A health check of all services.
 *
 * @param id id in the order of time
 * @param at time of the check
 * @param parts the result of each service
 * @param down the parts of which administrators know that they do not answer
 */
@Document("health_checks")
@Schema(name = "HealthLine")
record HealthRecord(@Id String id, Instant at, List<PartHealth> parts, @JsonIgnore Set<String> down) {

	/** Former versions stored no parts that are down. */
	HealthRecord(String id, Instant at, List<PartHealth> parts, @Nullable Set<String> down) {
		this.id = id;
		this.at = at;
		this.parts = parts;
		this.down = (down != null) ? down : Set.of();
	}

	/**
	 * The check that follows others. A part is down if it did not answer the earlier one
	 * either, because parts that are starting answer the next.
	 * @param latest the latest check
	 * @param earlier a check long enough ago
	 */
	static HealthRecord following(Optional<HealthRecord> latest, Optional<HealthRecord> earlier, String id, Instant at,
			List<PartHealth> parts) {
		var known = latest.map(HealthRecord::down).orElse(Set.of());
		var before = earlier.map((record) -> names(record.parts, (part) -> !part.ready())).orElse(Set.of());
		return new HealthRecord(id, at, parts,
				names(parts, (part) -> !part.ready() && (known.contains(part.name()) || before.contains(part.name()))));
	}

	/** The parts that are down and were not. */
	Set<String> failed(Optional<HealthRecord> before) {
		var known = before.map(HealthRecord::down).orElse(Set.of());
		return names(this.parts, (part) -> this.down.contains(part.name()) && !known.contains(part.name()));
	}

	/** The parts that were down and answer. */
	Set<String> recovered(Optional<HealthRecord> before) {
		var known = before.map(HealthRecord::down).orElse(Set.of());
		return names(this.parts, (part) -> part.ready() && known.contains(part.name()));
	}

	private static Set<String> names(List<PartHealth> parts, Predicate<PartHealth> condition) {
		return parts.stream().filter(condition).map(PartHealth::name).collect(Collectors.toCollection(TreeSet::new));
	}

}
