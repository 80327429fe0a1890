package org.parley.platform.events.cluster;

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
 * Who does which part of a work. The parts of an instance that is heard of no more are
 * free, and nobody keeps more than a fair share.
 *
 * @param work what is shared
 * @param version decides between instances that change this at the same time
 * @param instances how long each counts as alive
 * @param owners of the parts, by number; blank when nobody has one
 */
@Document("shares")
record PartitionAssignment(@Id String work, @Nullable @Version Long version, Map<String, Instant> instances,
		List<String> owners) {

	static final Duration ALIVE = Duration.ofSeconds(10);

	private static final String NOBODY = "";

	static PartitionAssignment none(String work, int parts) {
		return new PartitionAssignment(work, null, Map.of(),
				IntStream.range(0, parts).mapToObj((_) -> NOBODY).toList());
	}

	/** After an instance was heard of: it has its fair share, as far as that is free. */
	PartitionAssignment renewed(String owner, Instant now) {
		var alive = new HashMap<>(this.instances);
		alive.values().removeIf((until) -> !until.isAfter(now));
		alive.put(owner, now.plus(ALIVE));
		var fair = Math.ceilDiv(this.owners.size(), alive.size());
		var kept = withoutThoseNotIn(alive.keySet());
		return new PartitionAssignment(this.work, this.version, alive, shared(kept, owner, fair));
	}

	/** After an instance has gone. */
	PartitionAssignment without(String owner) {
		var alive = new HashMap<>(this.instances);
		alive.remove(owner);
		return new PartitionAssignment(this.work, this.version, alive, withoutThoseNotIn(alive.keySet()));
	}

	/** The parts of an instance, by number. */
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
