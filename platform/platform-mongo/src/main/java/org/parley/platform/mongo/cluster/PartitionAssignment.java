package org.parley.platform.mongo.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The assignment of partitions to instances. Partitions of an expired instance are free,
 * and no instance keeps more than its fair share.
 *
 * @param work the name of the partitioned work
 * @param version for optimistic locking
 * @param instances when each instance expires
 * @param owners the owner of each partition, by number; blank for a free one
 */
@Document("partition_assignments")
record PartitionAssignment(@Id String work, @Nullable @Version Long version, Map<String, Instant> instances,
		List<String> owners) {

	static final Duration ALIVE = Duration.ofSeconds(10);

	private static final String NOBODY = "";

	static PartitionAssignment none(String work, int parts) {
		return new PartitionAssignment(work, null, Map.of(),
				IntStream.range(0, parts).mapToObj((_) -> NOBODY).toList());
	}

	/** Renews an instance and assigns free partitions to it, up to its fair share. */
	PartitionAssignment renewed(String owner, Instant now) {
		var alive = new HashMap<>(this.instances);
		var latest = now.plus(ALIVE).plus(ALIVE);
		alive.values().removeIf((until) -> !until.isAfter(now) || until.isAfter(latest));
		alive.put(owner, now.plus(ALIVE));
		var fair = Math.ceilDiv(this.owners.size(), alive.size());
		var kept = withoutThoseNotIn(alive.keySet());
		return new PartitionAssignment(this.work, this.version, alive, shared(kept, owner, fair));
	}

	/** Removes an instance and frees its partitions. */
	PartitionAssignment without(String owner) {
		var alive = new HashMap<>(this.instances);
		alive.remove(owner);
		return new PartitionAssignment(this.work, this.version, alive, withoutThoseNotIn(alive.keySet()));
	}

	/** The partitions of an instance, by number. */
	Set<Integer> of(String owner) {
		return IntStream.range(0, this.owners.size())
			.filter((part) -> this.owners.get(part).equals(owner))
			.boxed()
			.collect(Collectors.toUnmodifiableSet());
	}

	boolean isShared() {
		return this.instances.size() > 1;
	}

	private List<String> withoutThoseNotIn(Set<String> alive) {
		return this.owners.stream().map((owner) -> alive.contains(owner) ? owner : NOBODY).toList();
	}

	private static List<String> shared(List<String> owners, String owner, int fair) {
		var shared = new ArrayList<String>();
		int mine = 0;
		int missing = fair - Math.toIntExact(owners.stream().filter(owner::equals).count());
		for (var present : owners) {
			if (present.equals(owner)) {
				shared.add((mine++ < fair) ? owner : NOBODY);
			}
			else {
				shared.add((present.equals(NOBODY) && missing-- > 0) ? owner : present);
			}
		}
		return List.copyOf(shared);
	}

}
